using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>The locals and parameters that a lambda or local function shares with the body around it.</summary>
internal static class CapturedSymbols
{
    public static ImmutableHashSet<ISymbol> Of(ControlFlowGraph graph)
    {
        var captured = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        var root = (IOperation)graph.OriginalOperation;
        foreach (var operation in root.DescendantsAndSelf())
        {
            var symbol = operation switch
            {
                ILocalReferenceOperation local => (ISymbol)local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (symbol is not null && FunctionAround(operation) is { } function && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function))
                captured.Add(symbol);
        }

        return captured.ToImmutable();
    }

    private static IMethodSymbol? FunctionAround(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
            }
        }

        return null;
    }
}
