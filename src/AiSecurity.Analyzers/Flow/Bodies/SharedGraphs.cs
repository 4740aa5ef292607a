using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>The control flow graphs of a project that others use: each of them asks for the same. They live as long as the project's compilation. Safe for concurrent use.</summary>
internal static class SharedGraphs
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxNode, ControlFlowGraph?>> Known = new();

    public static ControlFlowGraph? Of(SyntaxNode body, Compilation compilation, Func<ControlFlowGraph?> create)
    {
        var graphs = Known.GetValue(compilation, static _ => new ConcurrentDictionary<SyntaxNode, ControlFlowGraph?>());
        return graphs.TryGetValue(body, out var known) ? known : graphs.GetOrAdd(body, create());
    }
}
