using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>What one look at all operations of a graph tells.</summary>
/// <param name="Operations">How many there are; counting stops soon after <see cref="BodyFlow.MaxOperations"/>.</param>
/// <param name="Lambdas">The lambdas, which have graphs of their own.</param>
/// <param name="LocalsRead">The locals that are more than written to.</param>
internal sealed record BodySurvey(int Operations, List<IFlowAnonymousFunctionOperation> Lambdas, ImmutableHashSet<ISymbol> LocalsRead)
{
    public static BodySurvey Of(ControlFlowGraph graph)
    {
        var count = 0;
        var lambdas = new List<IFlowAnonymousFunctionOperation>();
        var read = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IOperation>();
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
                pending.Push(operation);
            if (block.BranchValue is { } value)
                pending.Push(value);
            while (pending.Count > 0 && count++ <= BodyFlow.MaxOperations)
            {
                var operation = pending.Pop();
                if (operation is IFlowAnonymousFunctionOperation lambda)
                    lambdas.Add(lambda);
                else if (operation is ILocalReferenceOperation local && !(local.Parent is ISimpleAssignmentOperation assignment && assignment.Target == local))
                    read.Add(local.Local);
                foreach (var child in operation.ChildOperations)
                    pending.Push(child);
            }
        }

        return new BodySurvey(count, lambdas, read.ToImmutable());
    }
}
