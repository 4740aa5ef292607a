using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Pipelines;

/// <summary>The pipelines of a file that have no step of one role, as far as the project tells.</summary>
internal sealed class PipelineFinder(AiFile file, Role role)
{
    private readonly PipelineOrigin _origin = new(file);

    public IEnumerable<PipelineSite> Without(Func<string, bool> isWanted)
    {
        var starts = Starts();
        var nodes = new HashSet<SyntaxNode>(starts.Select(static start => start.Node));
        // Of what is one expression the part that has a builder: one pipeline, one report.
        foreach (var pipeline in starts.Where(start => isWanted(start.Pipeline)).GroupBy(start => PipelineReach.WholeOf(start.Node, nodes.Contains)))
        {
            file.CancellationToken.ThrowIfCancellationRequested();
            var start = pipeline.FirstOrDefault(static site => !site.HasNoBuilder) ?? pipeline.First();
            if (!HasStep(pipeline.OrderBy(static site => site.Node.Span.Length).First(), nodes.Contains))
                yield return start;
        }
    }

    private List<PipelineSite> Starts()
    {
        var starts = new List<PipelineSite>();
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.PipelineStart && site.Node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
                    starts.Add(new PipelineSite(site.Node, row, row.MemberName == "#ctor" ? row.SimpleTypeName : row.MemberName));
            }
        }

        return starts;
    }

    /// <summary>Whether a pipeline has the step, or may have it.</summary>
    private bool HasStep(PipelineSite innermost, Func<SyntaxNode, bool> isStart)
    {
        if (file.Model.OperationOf(innermost.Node, file.CancellationToken) is not { } operation || !_origin.IsBare(operation))
            return true;

        var reach = PipelineReach.Of(innermost.Node, isStart);
        var names = StepNames.Of(role, innermost.Pipeline, file);
        return (reach.Leaves && names.AreAnywhere) || reach.Uses.Any(use => Mentions(use, names)) || Steps(innermost.Node, reach.Whole).Any(IsStepOrUnknown);
    }

    private bool Mentions(SyntaxNode use, StepNames names)
    {
        foreach (var node in use.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case SimpleNameSyntax name when names.Contains(name.Identifier.ValueText):
                case ArgumentSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax } argument
                    when file.Compilation.Symbols.Is(file.Model.GetTypeInfo(argument.Expression, file.CancellationToken).Type, role):
                    return true;
            }
        }

        return false;
    }

    private static IEnumerable<InvocationExpressionSyntax> Steps(SyntaxNode start, SyntaxNode whole)
    {
        for (var node = start.Parent; node is not null && whole.Span.Contains(node.Span); node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call)
                yield return call;
        }
    }

    /// <summary>A step of the project's own, of a library that nobody here knows, or one that does not bind, may do anything.</summary>
    private bool IsStepOrUnknown(InvocationExpressionSyntax step)
    {
        if (file.Model.OperationOf(step, file.CancellationToken) is not Microsoft.CodeAnalysis.Operations.IInvocationOperation call)
            return true;

        var rows = file.Compilation.Symbols.RowsOf(call.TargetMethod);
        if (rows.Any(row => row.Role == role))
            return true;

        var receiver = call.Instance?.Type ?? (call.Arguments.IsEmpty ? null : call.Arguments[0].Parameter?.Type);
        if (receiver is null || !SymbolEqualityComparer.Default.Equals(receiver, call.Type) || rows.Length > 0)
            return false;

        var known = receiver.ContainingNamespace?.ToString();
        return !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || known is null || call.TargetMethod.ContainingNamespace?.ToString().StartsWith(known, StringComparison.Ordinal) != true;
    }
}
