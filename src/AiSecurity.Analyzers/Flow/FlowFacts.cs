using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>A value that goes to a place a rule cares about.</summary>
/// <param name="Row">What the place is.</param>
/// <param name="Slot">The attribute of its row that names the parameter.</param>
/// <param name="Value">What goes there, with the guards it has passed.</param>
/// <param name="Call">The call, creation or assignment.</param>
/// <param name="Argument">The argument or assigned value.</param>
/// <param name="Attempts">The shields that looked at its nodes in vain.</param>
internal sealed record SinkFact(CatalogRow Row, string Slot, FlowValue Value, SyntaxNode Call, SyntaxNode Argument, ImmutableArray<(FlowNode Node, ShieldAttempt Attempt)> Attempts);

/// <summary>A call of a method of the project, or of a function that is held as a value.</summary>
/// <param name="Callee">The method as it is named there: possibly one of an interface; null for functions that other bodies hand over.</param>
/// <param name="Function">The node of the function value that is called; null for methods.</param>
/// <param name="Result">The node of its result.</param>
/// <param name="Receiver">The object of a data type that it is called on.</param>
/// <param name="Arguments">By the ordinal of the parameter.</param>
/// <param name="Element">What a generic type of the project is one of, <c>Store&lt;Element&gt;</c>; null for other callees.</param>
internal sealed record CallFact(IMethodSymbol? Callee, FlowNode? Function, FlowNode Result, FlowValue Receiver, ImmutableArray<(int Ordinal, FlowValue Value)> Arguments, ITypeSymbol? Element = null)
{
    /// <summary>The nodes of an argument that only one member of the object holds, which is made or filled by the caller.</summary>
    public ImmutableArray<(int Ordinal, FlowNode Node, ISymbol Member)> Held { get; init; } = ImmutableArray<(int, FlowNode, ISymbol)>.Empty;

    /// <summary>What single members of an argument have passed that as a whole has not: <c>if (await shield.IsCleanAsync(ticket.Body)) await AnswerAsync(ticket)</c>.</summary>
    public ImmutableArray<(FlowNode Whole, ISymbol Member, Passage Passed)> PassedMembers { get; init; } = ImmutableArray<(FlowNode, ISymbol, Passage)>.Empty;

    /// <summary>The type of the request that a mediator hands to whoever handles it; null for other calls.</summary>
    public ITypeSymbol? Request { get; init; }

    /// <summary>The member of an argument that holds a node; null where the argument as a whole may.</summary>
    public ISymbol? HolderOf(int ordinal, FlowNode node)
    {
        foreach (var held in Held)
        {
            if (held.Ordinal == ordinal && held.Node.Equals(node))
                return held.Member;
        }

        return null;
    }
}

/// <summary>A shield whose answer is of no use where it stands, whatever follows.</summary>
internal sealed record IgnoredShield(SyntaxNode Site, ShieldFault Fault, string Name, CallGuard? Guard);

/// <summary>What one body does with values: independent of its callers, so that it is found out once.</summary>
/// <param name="owner">The method; for lambdas, their symbol; for initializers, the field or property.</param>
internal sealed class FlowFacts(ISymbol owner)
{
    public ISymbol Owner { get; } = owner;

    public List<SinkFact> Sinks { get; } = [];

    /// <summary>Values that are written to members and captured variables.</summary>
    public List<(FlowNode To, FlowValue Value)> Edges { get; } = [];

    /// <summary>Calls of own methods and functions.</summary>
    public List<CallFact> Calls { get; } = [];

    /// <summary>Functions that the body registers for callers outside the program.</summary>
    public List<(FlowValue Handler, CatalogRow Row)> Handlers { get; } = [];

    /// <summary>What the body returns, and the expression of each return.</summary>
    public List<(FlowValue Value, SyntaxNode Syntax)> Returns { get; } = [];

    /// <summary>The nodes of what a return hands back that only one member of the object holds.</summary>
    public List<(SyntaxNode Syntax, FlowNode Node, ISymbol Member)> HeldInReturns { get; } = [];

    /// <summary>The member of what a return hands back that holds a node; null where the whole may.</summary>
    public ISymbol? HolderOf(SyntaxNode returned, FlowNode node)
    {
        foreach (var (syntax, held, member) in HeldInReturns)
        {
            if (syntax == returned && held.Equals(node))
                return member;
        }

        return null;
    }

    /// <summary>What the body leaves in its arguments: by ref and out, or added to a collection.</summary>
    public List<(int Ordinal, FlowValue Value)> Outputs { get; } = [];

    /// <summary>What parameters have passed on every way to an end of that kind.</summary>
    public Dictionary<(int Ordinal, CallOutcome Outcome), Passage> GuardsAtExit { get; } = [];

    /// <summary>What parameters have passed where answers are returned that have a name of their own and do not say which of them is good: the one before which something was passed.</summary>
    public List<(int Ordinal, Passage Passed)> NamedAnswers { get; } = [];

    public List<IgnoredShield> IgnoredShields { get; } = [];

    public ImmutableArray<IParameterSymbol> Parameters => (Owner as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;

    /// <summary>Whether a budget was spent: then the body says nothing.</summary>
    public bool IsIncomplete { get; set; }
}
