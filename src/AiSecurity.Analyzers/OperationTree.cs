using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers;

/// <summary>
/// The operations of code. Roslyn makes them for a whole member at once, by a recursion that nothing bounds: where code is nested too deep, a rule that asks
/// for them takes the compiler with it.
/// </summary>
internal static class OperationTree
{
    /// <summary>Half of what overflows the 1.5 MB of a thread's stack at the worst, and many times what somebody writes.</summary>
    private const int MaxDepth = 600;

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Deep = new();

    /// <summary>The operation of a node; null too when its file is nested too deep, and of half-typed code that Roslyn knows no operation for.</summary>
    public static IOperation? OperationOf(this SemanticModel model, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (IsDeep(node.SyntaxTree, cancellationToken))
            return null;

        try
        {
#pragma warning disable RS0030 // Here the depth is known.
            return model.GetOperation(node, cancellationToken);
#pragma warning restore RS0030
        }
        // "Unexpected value 'UnconvertedInterpolatedString'", where such a text is assigned to.
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsDeep(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Deep.TryGetValue(tree, out var known))
            return known.Value;

        var measured = new StrongBox<bool>(Measure(tree.GetRoot(cancellationToken), cancellationToken));
        return Deep.GetValue(tree, _ => measured).Value;
    }

    private static bool Measure(SyntaxNode root, CancellationToken cancellationToken)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        var visited = 0;
        foreach (var node in root.DescendantNodes(static node => node is not TypeSyntax))
        {
            if ((++visited & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            while (open.Count > 0 && open.Peek().Node != node.Parent)
                open.Pop();

            var depth = open.Count == 0 ? 1 : open.Peek().Depth + (ContinuesChain(node) ? 0 : 1);
            if (depth > MaxDepth)
                return true;
            open.Push((node, depth));
        }

        return false;
    }

    /// <summary>Whether a node stands on the left of a sum, which Roslyn walks without recursion, or is the callee of a call, which counts once with its name.</summary>
    private static bool ContinuesChain(SyntaxNode node) => node.Parent switch
    {
        BinaryExpressionSyntax binary => binary.Left == node,
        InvocationExpressionSyntax invocation => invocation.Expression == node,
        _ => false,
    };
}
