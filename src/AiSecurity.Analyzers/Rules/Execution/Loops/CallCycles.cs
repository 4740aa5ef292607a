using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>Functions around a model that call each other in turn: one asks it, and another asks the first one again.</summary>
internal sealed class CallCycles(ProjectView view, LoopRequests requests)
{
    private const int MaxFunctions = 5;
    private const int MaxSteps = 2000;

    private readonly Dictionary<(string Type, string Name), List<OwnFunction>> _functions = [];
    private int _steps;

    public IEnumerable<RepeatedCode> Find()
    {
        var all = view.Trees.OrderBy(static tree => tree.FilePath, System.StringComparer.Ordinal).SelectMany(tree => view.Flow.Names.Of(tree)).Where(requests.MayAsk).SelectMany(OwnFunction.In).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            all[i].Order = i;
            if (!_functions.TryGetValue((all[i].Type, all[i].Name), out var same))
                _functions.Add((all[i].Type, all[i].Name), same = []);
            same.Add(all[i]);
        }

        return all.SelectMany(first => From(first, [first], [])).ToList();
    }

    /// <summary>Each way back to the first function over others that stand behind it, so that each is found once.</summary>
    private IEnumerable<RepeatedCode> From(OwnFunction first, List<OwnFunction> way, List<InvocationExpressionSyntax> calls)
    {
        foreach (var call in way[way.Count - 1].Calls)
        {
            foreach (var next in Called(call, way[way.Count - 1]))
            {
                view.CancellationToken.ThrowIfCancellationRequested();
                if (next.Order < first.Order || (next != first && way.Contains(next)) || ++_steps > MaxSteps)
                    continue;
                if (next != first && way.Count < MaxFunctions && Means(call, next))
                {
                    foreach (var code in From(first, [.. way, next], [.. calls, call]))
                        yield return code;
                }
                else if (next == first && way.Count > 1 && Means(call, next))
                {
                    yield return Code(way, [.. calls, call]);
                }
            }
        }
    }

    private IEnumerable<OwnFunction> Called(InvocationExpressionSyntax call, OwnFunction caller) =>
        OwnFunction.NameIn(call) is { } name && _functions.TryGetValue((caller.Type, name.Identifier.ValueText), out var same) ? same : [];

    /// <summary>The same function, and not another of its name; on the object itself, and not on another.</summary>
    private bool Means(InvocationExpressionSyntax call, OwnFunction function) => view.SymbolOf(call)?.OriginalDefinition is IMethodSymbol called
        && (called.IsStatic || call.Expression is not MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax })
        && called.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == function.Node.SyntaxTree && reference.Span == function.Node.Span);

    /// <summary>What is called again is the first function that asks the model by itself.</summary>
    private RepeatedCode Code(List<OwnFunction> way, List<InvocationExpressionSyntax> calls)
    {
        var asking = way.FindIndex(function => function.Body.DescendantNodes().Any(node => node is InvocationExpressionSyntax call && !calls.Contains(call) && requests.Reaches(call)));
        var again = calls[asking < 1 ? calls.Count - 1 : asking - 1];
        return new RepeatedCode(again, OwnFunction.NameIn(again)!.Identifier, [.. way.Select(static function => function.Body)], null) { Calls = calls };
    }
}
