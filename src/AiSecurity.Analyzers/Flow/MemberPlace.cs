namespace AiSecurity.Analyzers.Flow;

/// <summary>One member of a variable.</summary>
/// <param name="Owner">The place that holds the object.</param>
/// <param name="Member">The field or property; for tuples, whose types differ by the names alone, the number of the element.</param>
internal sealed record MemberPlace(object Owner, object Member)
{
    public bool Equals(MemberPlace? other) => other is not null && PlaceComparer.Same(Owner, other.Owner) && PlaceComparer.Same(Member, other.Member);

    public override int GetHashCode() => (PlaceComparer.Hash(Owner) * 397) ^ PlaceComparer.Hash(Member);
}
