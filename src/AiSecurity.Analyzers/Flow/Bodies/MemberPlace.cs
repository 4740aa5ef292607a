using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>One member of what another place holds.</summary>
internal sealed record MemberPlace
{
    private const int MaxDepth = 3;

    private readonly object _key;

    private MemberPlace(object owner, ISymbol? symbol, object key) => (Owner, Symbol, _key) = (owner, symbol, key);

    /// <summary>The place that holds the object.</summary>
    public object Owner { get; }

    /// <summary>The field or property.</summary>
    public ISymbol? Symbol { get; }

    /// <summary>The place of a member; deeper ones count as their owner. Tuples' types differ by the names of their elements alone, so that these go by number.</summary>
    public static object Of(object owner, ISymbol member)
    {
        var depth = 0;
        for (var current = owner as MemberPlace; current is not null; current = current.Owner as MemberPlace)
            depth++;
        return depth >= MaxDepth ? owner : new MemberPlace(owner, member, member is IFieldSymbol { ContainingType.IsTupleType: true } field ? (field.CorrespondingTupleField ?? field).Name : member.OriginalDefinition);
    }

    /// <summary>Whether it is a member of what a place holds, at any depth.</summary>
    public bool IsIn(object place) => PlaceComparer.Same(Owner, place) || (Owner is MemberPlace outer && outer.IsIn(place));

    /// <summary>The member of a place that it is, or is in.</summary>
    public ISymbol? Within(object place) => PlaceComparer.Same(Owner, place) ? Symbol : (Owner as MemberPlace)?.Within(place);

    /// <summary>The same member of another place.</summary>
    public MemberPlace Moved(object from, object to) => new(PlaceComparer.Same(Owner, from) ? to : ((MemberPlace)Owner).Moved(from, to), Symbol, _key);

    public bool Equals(MemberPlace? other) => other is not null && PlaceComparer.Same(Owner, other.Owner) && PlaceComparer.Same(_key, other._key);

    public override int GetHashCode() => (PlaceComparer.Hash(Owner) * 397) ^ PlaceComparer.Hash(_key);
}
