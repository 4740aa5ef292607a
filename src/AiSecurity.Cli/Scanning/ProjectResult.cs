using System.Collections.Immutable;

namespace AiSecurity.Cli.Scanning;

/// <summary>What is known of one project after a scan.</summary>
internal sealed record ProjectResult
{
    public required string Name { get; init; }

    /// <summary>Of the project file or folder, relative to the repository's root.</summary>
    public required string Path { get; init; }

    public ImmutableArray<string> Frameworks { get; init; } = [];

    public required Reading Reading { get; init; }

    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Whether it refers to anything that a rule looks at.</summary>
    public bool UsesAi { get; init; }

    public bool IsTest { get; init; }

    /// <summary>Ids of rules that ran here: asked for, and not off by default or by configuration. Empty where there is nothing that a rule looks at.</summary>
    public ImmutableHashSet<string> RulesOn { get; init; } = [];

    public int Files { get; init; }

    public int Lines { get; init; }

    public TimeSpan Duration { get; init; }
}
