using System.Collections.Immutable;
using AiSecurity.Cli.Inventory;

namespace AiSecurity.Cli.Scanning;

/// <summary>What is known of one path that was given, or of the repository around it.</summary>
internal sealed record RepositoryResult
{
    public required string Name { get; init; }

    /// <summary>The folder that all file names are relative to.</summary>
    public required string Root { get; init; }

    public ImmutableArray<ProjectResult> Projects { get; init; } = [];

    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Agents, models, tools, servers, data and services that the source makes or opens.</summary>
    public ImmutableArray<Asset> Assets { get; init; } = [];

    public ImmutableArray<Problem> Problems { get; init; } = [];

    public TimeSpan Duration { get; init; }

    public bool WasAnalyzed => Projects.Any(static project => project.Reading != Reading.None);

    public bool IsComplete => Problems.All(static problem => problem.IsOutOfScope) && Projects.All(static project => project.Reading == Reading.Complete);
}
