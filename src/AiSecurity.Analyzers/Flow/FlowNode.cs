using System;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>What a node of the graph of values stands for.</summary>
internal enum FlowNodeKind
{
    /// <summary>A text that comes into the program here.</summary>
    Source,

    /// <summary>A parameter of a method, lambda or local function.</summary>
    Parameter,

    /// <summary>The object that a method of a data type is called on.</summary>
    Receiver,

    /// <summary>A field or property of the type itself, or a variable that a lambda captures: one for all readers and writers.</summary>
    Member,

    /// <summary>What one call of a method of the project hands back: its result, or what it leaves in one of its arguments.</summary>
    Result,

    /// <summary>A lambda, local function or method as a value.</summary>
    Function,

    /// <summary>One member of the data that another node stands for.</summary>
    Part,
}

/// <summary>A place that values pass through on their way between bodies.</summary>
internal sealed class FlowNode : IEquatable<FlowNode>
{
    /// <summary>The ordinal that stands for what a method returns.</summary>
    public const int ReturnOrdinal = -1;

    /// <summary>The index that stands for each element in turn.</summary>
    public const int EachElement = -5;

    private readonly int _hash;

    private FlowNode(FlowNodeKind kind, ISymbol? symbol, SyntaxNode? site, Origins origins, int ordinal, FlowNode? whole = null)
    {
        (Kind, Symbol, Site, Origins, Ordinal, Whole) = (kind, symbol, site, origins, ordinal, whole);
        _hash = ((((int)kind * 397) ^ (symbol is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(symbol))) * 397) ^ (site?.GetHashCode() ?? 0) ^ ordinal ^ ((whole?._hash ?? 0) * 31);
    }

    public FlowNodeKind Kind { get; }

    /// <summary>The parameter, member, function or called method; null for sources.</summary>
    public ISymbol? Symbol { get; }

    /// <summary>The source's or call's syntax; null otherwise.</summary>
    public SyntaxNode? Site { get; }

    /// <summary>A source's origins.</summary>
    public Origins Origins { get; }

    /// <summary>For results: the argument that holds it, or <see cref="ReturnOrdinal"/>.</summary>
    public int Ordinal { get; }

    /// <summary>For parts: the node that they are a member of.</summary>
    public FlowNode? Whole { get; }

    /// <summary>The node itself, or what it is a part of in the end.</summary>
    public FlowNode Root => Whole?.Root ?? this;

    public static FlowNode Source(SyntaxNode site, Origins origins) => new(FlowNodeKind.Source, null, site, origins, ReturnOrdinal);

    public static FlowNode Parameter(IParameterSymbol parameter) => new(FlowNodeKind.Parameter, parameter, null, Origins.None, ReturnOrdinal);

    public static FlowNode Receiver(IMethodSymbol method) => new(FlowNodeKind.Receiver, method, null, Origins.None, ReturnOrdinal);

    public static FlowNode Member(ISymbol member) => new(FlowNodeKind.Member, member, null, Origins.None, ReturnOrdinal);

    public static FlowNode Function(IMethodSymbol function) => new(FlowNodeKind.Function, function, null, Origins.None, ReturnOrdinal);

    public static FlowNode Result(ISymbol? callee, SyntaxNode site, int ordinal = ReturnOrdinal) => new(FlowNodeKind.Result, callee, site, Origins.None, ordinal);

    /// <summary>One member of data; a member of a member of a member is as good as the second.</summary>
    public static FlowNode Part(FlowNode whole, ISymbol member) => whole.Whole?.Whole is not null ? whole : new(FlowNodeKind.Part, member, null, Origins.None, ReturnOrdinal, whole);

    /// <summary>One element of a collection, by its constant index.</summary>
    public static FlowNode Element(FlowNode whole, int index) => whole.Whole?.Whole is not null ? whole : new(FlowNodeKind.Part, null, null, Origins.None, index, whole);

    public bool Equals(FlowNode? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Kind == other.Kind && Site == other.Site && Ordinal == other.Ordinal && Origins == other.Origins
            && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol) && Equals(Whole, other.Whole));

    public override bool Equals(object? obj) => Equals(obj as FlowNode);

    public override int GetHashCode() => _hash;
}
