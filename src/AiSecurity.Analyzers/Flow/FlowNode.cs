using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>What a node of the graph of values stands for.</summary>
internal enum FlowNodeKind
{
    /// <summary>A text that comes into the program here.</summary>
    Source,

    /// <summary>A parameter of a method, lambda or local function.</summary>
    Parameter,

    /// <summary>A field or property of the type itself, or a variable that a lambda captures: one for all readers and writers.</summary>
    Member,

    /// <summary>The result of one call of a method of the project.</summary>
    Result,
}

/// <summary>A place that values pass through on their way between bodies.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Symbol">The parameter, member or method; null for sources.</param>
/// <param name="Site">The source's or call's syntax; null otherwise.</param>
/// <param name="Origins">A source's origins.</param>
internal sealed record FlowNode(FlowNodeKind Kind, ISymbol? Symbol, SyntaxNode? Site = null, Origins Origins = Origins.None)
{
    public bool Equals(FlowNode? other) =>
        other is not null && Kind == other.Kind && Site == other.Site && Origins == other.Origins && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);

    public override int GetHashCode() => ((int)Kind * 397) ^ (Site?.GetHashCode() ?? SymbolEqualityComparer.Default.GetHashCode(Symbol));
}
