using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>What methods hand back of what they are given: in their result, or in an argument that they change.</summary>
internal sealed class HandBack
{
    /// <summary>The ordinal that stands for the object that a method is called on.</summary>
    public const int ReceiverOrdinal = -2;

    /// <summary>Nested calls through which something is handed back.</summary>
    private const int MaxRounds = 8;

    private static readonly List<(int, Guards)> Nothing = [];

    private readonly Dictionary<(FlowFacts Body, int From), List<(int To, Guards Guards)>> _summaries = [];
    private readonly Dictionary<(FlowFacts Body, int From, int To), ISymbol?> _holders = [];
    private readonly HashSet<ISymbol> _called = new(SymbolEqualityComparer.Default);
    private readonly FlowBodies _bodies;
    private readonly CallTargets _targets;
    private readonly GuardSummaries _guards;

    private readonly FunctionValues? _functions;

    public HandBack(FlowBodies bodies, CallTargets targets, GuardSummaries guards, FunctionValues? functions, CancellationToken cancellationToken)
    {
        (_bodies, _targets, _guards, _functions) = (bodies, targets, guards, functions);
        foreach (var body in bodies.All)
        {
            foreach (var call in body.Calls)
            {
                if (call.Callee is not null)
                    _called.Add(call.Callee);
            }
        }

        for (var round = 0; round < MaxRounds; round++)
        {
            var changed = false;
            foreach (var body in bodies.All)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!body.IsIncomplete && (body.Returns.Count > 0 || body.Outputs.Count > 0))
                    changed |= Summarize(body);
            }

            if (!changed)
                break;
        }
    }

    /// <summary>Before anything is known: nobody hands anything back.</summary>
    public static HandBack Unknown { get; } = new(new FlowBodies([], default), null!, null!, null, default);

    public bool IsCalled(ISymbol method) => _called.Contains(method);

    public List<(int To, Guards Guards)> Of(FlowFacts body, int from) => _summaries.TryGetValue((body, from), out var summary) ? summary : Nothing;

    /// <summary>The one member of what is handed back that holds it; null where the whole may.</summary>
    public ISymbol? HolderOf(FlowFacts body, int from, int to) => _holders.TryGetValue((body, from, to), out var holder) ? holder : null;

    private bool Summarize(FlowFacts body)
    {
        var results = ResultsIn(body);
        var changed = false;
        foreach (var (value, syntax) in body.Returns)
            changed |= Summarize(body, value, syntax, FlowNode.ReturnOrdinal, results);
        foreach (var (ordinal, value) in body.Outputs)
            changed |= Summarize(body, value, null, ordinal, results);
        return changed;
    }

    private bool Summarize(FlowFacts body, FlowValue value, SyntaxNode? returned, int to, Dictionary<FlowNode, List<(int From, Guards Guards)>> results)
    {
        var changed = false;
        foreach (var part in value.Parts)
        {
            var holder = returned is null ? null : body.HolderOf(returned, part.Node);
            if (OrdinalOf(part.Node, body) is { } from)
            {
                Hold(body, from, to, holder);
                changed |= Weaken((body, from), to, _guards.Resolve(part.Passage));
            }
            else if (results.TryGetValue(part.Node, out var origins))
            {
                foreach (var (origin, guards) in origins)
                {
                    Hold(body, origin, to, holder);
                    changed |= Weaken((body, origin), to, guards | _guards.Resolve(part.Passage));
                }
            }
        }

        return changed;
    }

    private void Hold(FlowFacts body, int from, int to, ISymbol? holder)
    {
        var key = (body, from, to);
        _holders[key] = !_holders.TryGetValue(key, out var known) || SymbolEqualityComparer.Default.Equals(known, holder) ? holder : null;
    }

    private bool Weaken((FlowFacts, int) key, int to, Guards guards)
    {
        if (!_summaries.TryGetValue(key, out var summary))
            _summaries.Add(key, summary = []);
        var index = summary.FindIndex(known => known.To == to);
        if (index < 0)
        {
            summary.Add((to, guards));
            return true;
        }

        if ((summary[index].Guards & guards) == summary[index].Guards)
            return false;
        summary[index] = (to, summary[index].Guards & guards);
        return true;
    }

    /// <summary>The parameters that the results of a body's calls stand for.</summary>
    private Dictionary<FlowNode, List<(int From, Guards Guards)>> ResultsIn(FlowFacts body)
    {
        var results = new Dictionary<FlowNode, List<(int, Guards)>>();
        for (var round = 0; round < 3; round++)
        {
            var changed = false;
            foreach (var call in body.Calls)
            {
                foreach (var target in TargetsOf(call, body))
                {
                    foreach (var (ordinal, value) in call.Arguments)
                        changed |= Through(call, target, ordinal, value, body, results);
                    changed |= Through(call, target, ReceiverOrdinal, call.Receiver, body, results);
                }
            }

            if (!changed)
                break;
        }

        return results;
    }

    private IEnumerable<FlowFacts> TargetsOf(CallFact call, FlowFacts caller)
    {
        if (call.Callee is not null)
            return _targets.Of(call, caller);
        var targets = new List<FlowFacts>();
        foreach (var function in _functions?.At(call.Function!) ?? [])
            targets.AddRange(_bodies.Of(function));
        return targets;
    }

    private bool Through(CallFact call, FlowFacts target, int from, FlowValue value, FlowFacts body, Dictionary<FlowNode, List<(int, Guards)>> results)
    {
        var changed = false;
        foreach (var (to, passed) in Of(target, from))
        {
            var result = FlowNode.Result(call.Result.Symbol, call.Result.Site!, to);
            foreach (var part in value.Parts)
            {
                var guards = _guards.Resolve(part.Passage) | passed;
                if (OrdinalOf(part.Node, body) is { } ordinal)
                {
                    changed |= AddOnce(results, result, (ordinal, guards));
                }
                else if (results.TryGetValue(part.Node, out var inner))
                {
                    foreach (var (origin, before) in inner.ToArray())
                        changed |= AddOnce(results, result, (origin, before | guards));
                }
            }
        }

        return changed;
    }

    private static int? OrdinalOf(FlowNode node, FlowFacts body) => node.Root switch
    {
        { Kind: FlowNodeKind.Parameter, Symbol: IParameterSymbol parameter } when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, body.Owner) => parameter.Ordinal,
        { Kind: FlowNodeKind.Receiver } => ReceiverOrdinal,
        _ => null,
    };

    private static bool AddOnce(Dictionary<FlowNode, List<(int, Guards)>> index, FlowNode node, (int, Guards) item)
    {
        if (!index.TryGetValue(node, out var items))
            index.Add(node, items = []);
        if (items.Contains(item))
            return false;
        items.Add(item);
        return true;
    }
}
