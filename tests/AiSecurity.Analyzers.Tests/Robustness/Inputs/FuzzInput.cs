using System.Collections.Immutable;
using AiSecurity.Analyzers.Tests.WholeAssembly;

namespace AiSecurity.Analyzers.Tests.Robustness.Inputs;

/// <summary>What the analyzers and fixes are given at once: a file of code, and what stands beside it in its project.</summary>
/// <param name="Name">Where the code comes from and what was done to it.</param>
/// <param name="Source">The code.</param>
internal sealed record FuzzInput(string Name, string Source)
{
    /// <summary>The lines of an .editorconfig.</summary>
    public string Options { get; init; } = "";

    /// <summary>Settings files and catalogs.</summary>
    public ImmutableArray<GivenFile> Files { get; init; } = [];

    /// <summary>Whether the analyzers run side by side.</summary>
    public bool Concurrent { get; init; }

    public override string ToString() =>
        $"// {Name}\n{Source}\n" + (Options.Length > 0 ? $"/* options\n{Options}\n*/\n" : "") + string.Concat(Files.Select(file => $"/* {file.Path}\n{file.GetText()}\n*/\n"));
}
