using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

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
        var pending = new Stack<(IOperation Operation, IMethodSymbol? Function)>();
        pending.Push((graph.OriginalOperation, null));
        while (pending.Count > 0)
        {
            var (operation, function) = pending.Pop();
            var symbol = operation switch
            {
                ILocalReferenceOperation local => (ISymbol)local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (symbol is not null && function is not null && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function))
            {
                shared.Add(symbol);
                if (IsWritten(operation))
                    written.Add(symbol);
            }

            function = operation switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => function,
            };
            foreach (var child in operation.ChildOperations)
                pending.Push((child, function));
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
}
