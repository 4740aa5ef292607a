using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>A loop around a model that nothing but the model ends.</summary>
/// <param name="Code">The loop.</param>
/// <param name="IsPoll">Whether it waits for a run.</param>
/// <param name="HasExit">Whether something in it can leave at all.</param>
internal sealed record AgentLoop(RepeatedCode Code, bool IsPoll, bool HasExit);

/// <summary>Finds them in the files of a view.</summary>
internal sealed class AgentLoops(ProjectView view)
{
    private readonly LoopRequests _requests = new(view);
    private readonly LoopPace _pace = new(view);
    private readonly List<RepeatedCode> _found = [];

    public IEnumerable<AgentLoop> Find()
    {
        foreach (var tree in view.Trees)
        {
            foreach (var body in view.Flow.Names.Of(tree))
            {
                view.CancellationToken.ThrowIfCancellationRequested();
                if (!_requests.MayAsk(body))
                    continue;
                foreach (var loop in In(body.Node))
                    yield return loop;
            }
        }

        foreach (var code in new CallCycles(view, _requests).Find())
        {
            if (!_found.Exists(inner => code.Contains(inner.Node)) && Judge(code) is { } loop)
                yield return loop;
        }
    }

    private IEnumerable<AgentLoop> In(SyntaxNode body)
    {
        foreach (var code in RepeatedCode.In(body))
        {
            if (_found.Exists(inner => code.Contains(inner.Node)) || !IsSame(code) || Judge(code) is not { } loop)
                continue;
            _found.Add(code);
            yield return loop;
        }
    }

    /// <summary>A function that calls itself, and not another of its name.</summary>
    private bool IsSame(RepeatedCode code) => code.Node is not InvocationExpressionSyntax call
        || (call.FirstAncestorOrSelf<CatchClauseSyntax>() is null && !call.Ancestors().Any(around => around is CommonForEachStatementSyntax && code.Contains(around))
            && view.SymbolOf(call)?.OriginalDefinition is { } called
            && called.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(view.CancellationToken) is var declaration && code.Parts[0].Parent == declaration));

    private AgentLoop? Judge(RepeatedCode code)
    {
        var exits = LoopExits.Of(code);
        // Only a failure starts another round.
        if (exits.Always && !exits.Continues)
            return null;

        var asks = code.Nodes().Any(node => node is InvocationExpressionSyntax call && !code.Calls.Contains(call) && _requests.Reaches(node));
        var polls = code.Parts.Any(_requests.Polls);
        if ((!asks && !polls) || _pace.Of(code))
            return null;

        var values = new LoopValues(code, _requests, view);
        if (exits.Throws.Exists(condition => values.Of(condition) == LoopValue.Bound))
            return null;
        if (code.Condition is not null && values.Of(code.Condition) > LoopValue.Model)
            return null;
        var decides = code.Condition is not null && values.Of(code.Condition) == LoopValue.Model;
        foreach (var condition in exits.Conditions)
        {
            if (values.Of(condition) is var value && value > LoopValue.Model)
                return null;
            decides |= value == LoopValue.Model || IsState(condition);
        }

        // A service that works without an end has its pauses, and its work from elsewhere.
        if (!decides && (LoopPace.Rests(code) || WaitsForOthers(code)))
            return null;
        return !asks && !decides ? null : new AgentLoop(code, decides && (polls || code.Parts.Any(_requests.LooksAtRun)), decides);
    }

    /// <summary>Whether a condition asks the application's own functions or objects, and not only whether somebody has cancelled.</summary>
    private bool IsState(ExpressionSyntax condition) => condition.ToString().IndexOf("ancel", System.StringComparison.Ordinal) < 0
        && condition.DescendantNodesAndSelf().Any(node => node is InvocationExpressionSyntax or MemberAccessExpressionSyntax && view.SymbolOf(node) is { DeclaringSyntaxReferences.IsEmpty: false } and (IMethodSymbol or IPropertySymbol));

    private bool WaitsForOthers(RepeatedCode code) => code.Nodes().Any(node => node is AwaitExpressionSyntax { Expression: var awaited } && !_requests.Asks(awaited));
}
