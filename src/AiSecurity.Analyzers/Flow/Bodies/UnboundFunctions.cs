using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Methods and local functions that are given to a call which nobody can bind: it may run them, with what it is given.</summary>
internal sealed class UnboundFunctions(BodyContext context, PlaceFlow places, OwnCallFlow own)
{
    public FlowValue Run(IInvalidOperation call, FlowValue given)
    {
        var returned = FlowValue.Clean;
        foreach (var argument in CandidateCall.ArgumentsOf(call.Syntax))
        {
            if (FunctionIn(argument.Expression) is not { } function)
                continue;

            places.Capture();
            var parameters = ImmutableArray.CreateBuilder<(int, FlowValue)>();
            foreach (var parameter in function.Parameters)
                parameters.Add((parameter.Ordinal, context.State.Effective(given)));
            returned = returned.Join(FlowValue.Of(own.Record(function, null, argument, FlowValue.Clean, parameters.ToImmutable())));
        }

        return returned;
    }

    /// <summary>The one method of a group: without a delegate type to fit, the compiler chooses none.</summary>
    private IMethodSymbol? FunctionIn(ExpressionSyntax argument)
    {
        if (argument is not (IdentifierNameSyntax or MemberAccessExpressionSyntax))
            return null;

        var info = context.Model.GetSymbolInfo(argument, context.CancellationToken);
        return (info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null)) is IMethodSymbol method && context.Compilation.HasBodiesOf(method) ? (method.ReducedFrom ?? method).OriginalDefinition : null;
    }
}
