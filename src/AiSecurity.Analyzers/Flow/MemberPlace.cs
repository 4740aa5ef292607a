using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>One member of a variable.</summary>
internal sealed record MemberPlace(object Owner, ISymbol Member)
{
    public bool Equals(MemberPlace? other) => other is not null && PlaceComparer.Same(Owner, other.Owner) && PlaceComparer.Same(Member, other.Member);

    public override int GetHashCode() => (PlaceComparer.Hash(Owner) * 397) ^ PlaceComparer.Hash(Member);
}
