using System;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>What a name that stands in source code can mean for the flow of text.</summary>
[Flags]
internal enum NameKind
{
    None = 0,

    /// <summary>Text comes in: of users, documents, settings that hold secrets.</summary>
    Origin = 1,

    /// <summary>A model is asked.</summary>
    Model = 2,

    /// <summary>A message or instructions for a model are made.</summary>
    Prompt = 4,

    /// <summary>Text becomes something dangerous, or is logged or answered.</summary>
    Danger = 8,

    /// <summary>Handlers are registered, whose parameters somebody else fills.</summary>
    Entry = 16,

    /// <summary>A function is handed to a model.</summary>
    Tool = 32,

    /// <summary>A shield is asked.</summary>
    Shield = 64,

    /// <summary>A shield is put into a pipeline.</summary>
    Pipeline = 128,

    /// <summary>A request goes out by HTTP: to a model, perhaps, where any file names the path of a model's operation.</summary>
    Request = 256,
}
