using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Compares places: symbols by meaning, everything else by value.</summary>
internal sealed class PlaceComparer : IEqualityComparer<object>
{
    public static readonly PlaceComparer Instance = new();

    public static bool Same(object left, object? right) =>
        ReferenceEquals(left, right) || (left is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, right as ISymbol) : left.Equals(right));

    public static int Hash(object place) => place is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : place.GetHashCode();

    bool IEqualityComparer<object>.Equals(object? left, object? right) => left is null ? right is null : Same(left, right);

    int IEqualityComparer<object>.GetHashCode(object place) => Hash(place);
}
