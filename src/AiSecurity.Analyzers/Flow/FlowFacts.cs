using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>A value that goes to a place a rule cares about.</summary>
/// <param name="Row">What the place is.</param>
/// <param name="Slot">The parameter or property there.</param>
/// <param name="Value">What goes there, with the guards it has passed.</param>
/// <param name="Call">The call, creation or assignment.</param>
/// <param name="Argument">The argument or assigned value.</param>
internal sealed record SinkFact(CatalogRow Row, string Slot, FlowValue Value, SyntaxNode Call, SyntaxNode Argument);

/// <summary>A call of a method of the project, or of a lambda by a library.</summary>
/// <param name="Callee">The method as it is named there: possibly one of an interface.</param>
/// <param name="Result">The node of its result.</param>
/// <param name="Arguments">By the ordinal of the parameter.</param>
internal sealed record CallFact(IMethodSymbol Callee, FlowNode Result, ImmutableArray<(int Ordinal, FlowValue Value)> Arguments);

/// <summary>What one body does with values: independent of its callers, so that it is found out once.</summary>
/// <param name="Owner">The method; for lambdas, their symbol.</param>
internal sealed record FlowFacts(IMethodSymbol Owner)
{
    public List<SinkFact> Sinks { get; } = [];

    /// <summary>Values that are written to members and captured variables.</summary>
    public List<(FlowNode To, FlowValue Value)> Edges { get; } = [];

    /// <summary>Calls of own methods and functions.</summary>
    public List<CallFact> Calls { get; } = [];

    /// <summary>Lambdas and methods that the body registers for callers outside the program.</summary>
    public List<(IMethodSymbol Handler, Origins Origins)> Handlers { get; } = [];

    /// <summary>What the body returns.</summary>
    public FlowValue Returned { get; set; }

    /// <summary>Parameters that have passed a guard on every path that ends normally.</summary>
    public Dictionary<IParameterSymbol, Guards> GuardsAtExit { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a budget was spent: then the body says nothing.</summary>
    public bool IsIncomplete { get; set; }
}
