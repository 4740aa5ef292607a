using System;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Execution.Tools;
using AiSecurity.Analyzers.Rules.Flows;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Requests;

/// <summary>Shields of the project that a model call runs through: those of all requests, those of its client, and those of its kernel.</summary>
internal sealed class PipelineShields(AiCompilation compilation, Compilation sources, Lazy<FlowCompilation> pipelines, CancellationToken cancellationToken)
{
    private const string KernelPipeline = "kernel";

    private readonly Lazy<KernelScopes> _kernels = new(() => new KernelScopes(
        ProjectView.OfFiles(compilation, sources, [.. sources.SyntaxTrees], cancellationToken), pipelines.Value.Pipelines.TypesOf(KernelPipeline)));

    /// <summary>Whether one of them looks at what goes to a place.</summary>
    /// <param name="rule">The rule that asks.</param>
    /// <param name="sink">The place.</param>
    /// <param name="isWhole">Whether all files are in view: who gets a filter, any of them may say.</param>
    public bool Cover(FlowRule rule, SinkFact sink, bool isWhole)
    {
        var shields = pipelines.Value.Pipelines;
        if (rule.Descriptor.Id == RuleIds.UnshieldedInput && shields.Covers("request", "*"))
            return true;
        if (sink.Slot == "result")
            return sink.Row["through"]?.Split(',').Any(shields.Has) == true;
        return sink.Row["through"] is { } through && through.Split(',').Any(pipeline => shields.Covers(pipeline, FlowPlace.NameOf(sink.Call))
            && !pipelines.Value.Clients.LeaveOut(sink.Call, pipeline) && !(isWhole && pipeline == KernelPipeline && IsOfOtherKernel(sink.Call)));
    }

    /// <summary>Filters are given to kernels; what joins the transport, and what an extension adds, is not looked at here.</summary>
    private bool IsOfOtherKernel(SyntaxNode call)
    {
        var shields = pipelines.Value.Pipelines;
        return call is InvocationExpressionSyntax invocation && sources.ContainsSyntaxTree(call.SyntaxTree) && shields.StepsOf(KernelPipeline).Count == 0
            && !shields.TypesOf(KernelPipeline).Any(shields.TypesOf("agent").Contains) && _kernels.Value.IsLeftOut(invocation);
    }
}
