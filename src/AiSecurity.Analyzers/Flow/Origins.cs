using System;

namespace AiSecurity.Analyzers.Flow;

/// <summary>Where a text comes from. A value can have several origins at once.</summary>
[Flags]
internal enum Origins
{
    None = 0,

    /// <summary>A user of the application: requests, messages, hub calls, bot activities.</summary>
    User = 1,

    /// <summary>Somebody at the machine itself: console and command line.</summary>
    LocalUser = 2,

    /// <summary>Files of the machine itself, which may be the application's own.</summary>
    LocalDocument = 64,

    /// <summary>Content that others wrote: search results, web pages, mail, tool results.</summary>
    Document = 4,

    /// <summary>What a model answered.</summary>
    Model = 8,

    /// <summary>What a model chose as the argument of a tool.</summary>
    ToolArgument = 16,

    /// <summary>Keys, connection strings, tokens.</summary>
    Secret = 32,

    /// <summary>Beside another origin: found by a search that filters by nothing.</summary>
    Unfiltered = 128,

    /// <summary>What passes through a client on its way to a model, whoever wrote it: who shields it is looked at where it starts.</summary>
    Prompt = 256,

    /// <summary>Beside another origin: what a server answered, at an address that may be the application's own choice.</summary>
    Response = 512,
}
