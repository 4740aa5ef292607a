using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Loading;

/// <summary>What there is to scan at one path.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Root">The folder that file names are relative to: the repository's, where there is one.</param>
/// <param name="Projects">Paths of C# project files.</param>
/// <param name="LooseFiles">C# files that belong to no project.</param>
/// <param name="Problems">What was left out.</param>
internal sealed record RepositorySources(string Name, string Root, ImmutableArray<string> Projects, ImmutableArray<string> LooseFiles, ImmutableArray<Problem> Problems);
