using System.Collections.Immutable;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>What stands behind an agent, a model or a client.</summary>
/// <param name="Model">The model or deployment.</param>
/// <param name="Host">Where it is.</param>
/// <param name="Credential">How the application signs in there; null when nothing tells.</param>
/// <param name="Guards">The steps on the way.</param>
internal sealed record Connection(NamedText Model, NamedText Host, string? Credential, ImmutableSortedSet<string> Guards)
{
    public static readonly Connection None = new(NamedText.None, NamedText.None, null, ImmutableSortedSet<string>.Empty);
}
