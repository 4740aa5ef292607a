using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Inventory;

/// <summary>One line of the inventory: something that the AI part of a program is made of, and where the source makes it.</summary>
internal sealed record Asset
{
    public required AssetKind Kind { get; init; }

    public required SourcedText Name { get; init; }

    /// <summary>The NuGet package that brings it; empty for what is the application's own.</summary>
    public string Sdk { get; init; } = "";

    /// <summary>entra, managed-identity, key, none or unknown; empty where nothing signs in.</summary>
    public string Credential { get; init; } = "";

    /// <summary>The host that it is reached at.</summary>
    public SourcedText Host { get; init; } = SourcedText.None;

    public SourcedText Model { get; init; } = SourcedText.None;

    /// <summary>The names of an agent's tools.</summary>
    public ImmutableArray<string> Tools { get; init; } = [];

    /// <summary>The guards that were seen around it.</summary>
    public ImmutableArray<string> Guards { get; init; } = [];

    public required SourcePlace Place { get; init; }

    public required ImmutableArray<string> Projects { get; init; }
}
