using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Loading;

/// <summary>A repository in Roslyn's hands. Documents have the paths of their files; nothing here writes to them.</summary>
internal sealed record LoadedRepository(RepositorySources Sources, Solution Solution, ImmutableArray<LoadedProject> Projects, ImmutableArray<Problem> Problems);
