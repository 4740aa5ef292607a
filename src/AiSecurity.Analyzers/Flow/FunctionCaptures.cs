using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>The variables that the lambdas and local functions of a body share with what is around them.</summary>
/// <param name="Shared">Locals and parameters that a function reads or writes and does not declare.</param>
/// <param name="Written">Those that a function writes.</param>
internal sealed record FunctionCaptures(ImmutableHashSet<ISymbol> Shared, ImmutableHashSet<ISymbol> Written)
{
    public static readonly FunctionCaptures None = new(
        ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default), ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default));

    public static FunctionCaptures Of(ControlFlowGraph graph)
    {
        var shared = None.Shared.ToBuilder();
        var written = None.Written.ToBuilder();
        foreach (var operation in graph.OriginalOperation.DescendantsAndSelf())
        {
            var symbol = operation switch
            {
                ILocalReferenceOperation local => (ISymbol)local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (symbol is null || FunctionAround(operation) is not { } function || SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function))
                continue;
            shared.Add(symbol);
            if (IsWritten(operation))
                written.Add(symbol);
        }

        return new FunctionCaptures(shared.ToImmutable(), written.ToImmutable());
    }

    /// <summary>Whether the function may change the variable or what it holds: only a plain read of a text is none.</summary>
    private static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref || Carriers.Is(reference.Type),
        ITupleOperation or IIncrementOrDecrementOperation => true,
        IInvocationOperation or IMemberReferenceOperation or IArrayElementReferenceOperation => Carriers.Is(reference.Type) || reference.Parent.Parent is IAssignmentOperation,
        _ => false,
    };

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
