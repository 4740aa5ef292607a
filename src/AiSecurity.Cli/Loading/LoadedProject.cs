using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Loading;

/// <summary>A project that can be analysed, once for each of its target frameworks.</summary>
/// <param name="Path">Its project file, or the folder of loose files.</param>
/// <param name="Ids">In the solution of its repository; empty when nothing could be read.</param>
/// <param name="Reading">How much of it could be seen.</param>
/// <param name="Problems">What could not, and why.</param>
internal sealed record LoadedProject(string Path, ImmutableArray<ProjectId> Ids, Reading Reading, ImmutableArray<Problem> Problems);
