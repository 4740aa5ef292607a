using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>What all parts of the engine share while they work on one body. Not safe for concurrent use.</summary>
internal sealed class BodyContext(FlowCompilation compilation, SemanticModel model, FlowFacts facts, FunctionCaptures captures, ImmutableHashSet<ISymbol> localsRead, bool asksShieldService, CancellationToken cancellationToken)
{
    public AiSymbols Symbols => Compilation.Symbols;

    public FlowCompilation Compilation { get; } = compilation;

    /// <summary>For calls that the compiler could not bind; operations in a graph have no model.</summary>
    public SemanticModel Model { get; } = model;

    public FlowFacts Facts { get; } = facts;

    public FunctionCaptures Captures { get; } = captures;

    /// <summary>Locals that the body reads somewhere.</summary>
    public ImmutableHashSet<ISymbol> LocalsRead { get; } = localsRead;

    /// <summary>Whether the body speaks to the shield's REST operation by itself.</summary>
    public bool AsksShieldService { get; } = asksShieldService;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>What is known where the engine stands.</summary>
    public FlowState State { get; set; } = FlowState.Start;

    /// <summary>Whether facts are written down: in the last pass only.</summary>
    public bool IsRecording { get; set; }

    /// <summary>The shields that the current block asks: a handler around it starts without their answer.</summary>
    public List<(FlowValue Value, ShieldAttempt Attempt)> ShieldsAsked { get; } = [];

    /// <summary>What the body throws, and may catch.</summary>
    public FlowValue Thrown { get; set; } = FlowValue.Clean;

    /// <summary>Whether the current block can be left by an exception that the body itself meets again.</summary>
    public bool IsInTry { get; set; }

    /// <summary>What the current block wrote on its way: a handler around it may start from any of it.</summary>
    public List<(object Place, FlowValue Value)> WrittenInBlock { get; } = [];

    public bool IsOwn(ISymbol member) => Compilation.HasSourceOf(member);

    public FlowValue Source(SyntaxNode site, Origins origins)
    {
        var node = FlowNode.Source(site, origins);
        Meet(node);
        return FlowValue.Of(node);
    }

    public void Meet(FlowNode node)
    {
        if (!State.Met.ContainsKey(node))
            State = State with { Met = State.Met.SetItem(node, true) };
    }

    /// <summary>Writes down that a value goes to a node that other bodies read.</summary>
    public void Record(FlowNode to, FlowValue value)
    {
        if (IsRecording && !value.IsClean)
            Facts.Edges.Add((to, State.Effective(value)));
    }

    /// <summary>What lambdas took out of a collection, member by member, and the collection: <c>documents.Select(document => document.Text)</c>.</summary>
    public Dictionary<FlowNode, FlowValue> TakenOut { get; } = [];

    /// <summary>What methods of the project make texts of. Who has looked for an attack in the pieces of a text has looked at the text; any other test of a piece is about the piece.</summary>
    public Dictionary<FlowNode, FlowValue> TakenApart { get; } = [];

    public void Guard(FlowValue value, Passage passage) => State = State.Guard(WithWhole(value, passage), passage);

    public void Assume(ImmutableArray<Guarded> guarded)
    {
        foreach (var (value, passage) in guarded)
            State = State.Guard(WithWhole(value, passage), passage).Decided(value);
    }

    /// <summary>Who has looked at the texts of all documents has looked at the documents, and who has looked at all texts of an object, at the object.</summary>
    public FlowValue WithWhole(FlowValue value, Passage passage)
    {
        value = ObjectTexts.WithWhole(value);
        if (TakenOut.Count == 0 && TakenApart.Count == 0)
            return value;

        foreach (var part in value.Parts)
        {
            if (TakenOut.TryGetValue(part.Node, out var whole) || (TakenApart.TryGetValue(part.Node.Root, out whole) && IsOfShield(passage)))
                value = value.Join(whole);
        }

        return value;
    }

    private bool IsOfShield(Passage passage) => passage.Calls.IsEmpty ? (passage.Guards & ~(Guards.Shield | Guards.Screened)) == Guards.None : passage.Calls.All(call => call.Call.Symbol is { } asked && Compilation.Shields.Contains(asked));
}
