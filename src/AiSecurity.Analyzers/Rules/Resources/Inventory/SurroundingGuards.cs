using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>The guards that are put around an object where it is made: further along the chain of calls, around it, and on the variable that holds it.</summary>
internal sealed class SurroundingGuards(InventorySites sites, AiSymbols symbols)
{
    private const int MaxSteps = 100;

    public ImmutableSortedSet<string> Of(SyntaxNode node)
    {
        var guards = ImmutableSortedSet.CreateBuilder<string>();
        var pending = new Stack<SyntaxNode>();
        var visited = new HashSet<SyntaxNode>();
        pending.Push(node);
        for (var step = 0; pending.Count > 0 && step < MaxSteps; step++)
        {
            var current = pending.Pop();
            if (!visited.Add(current))
                continue;
            foreach (var outer in Outer(current))
            {
                foreach (var row in sites.At(outer)?.Rows ?? ImmutableArray<CatalogRow>.Empty)
                {
                    if (GuardName.Of(row) is { } guard)
                        guards.Add(guard);
                }

                if (IsApprovalWrapper(outer))
                    guards.Add(GuardName.Approval);
                pending.Push(outer);
            }
        }

        return guards.ToImmutable();
    }

    private IEnumerable<SyntaxNode> Outer(SyntaxNode node)
    {
        switch (node.Parent)
        {
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == node:
                return [call];
            case ParenthesizedExpressionSyntax or AwaitExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax:
                return [node.Parent];
            case ArgumentSyntax { Parent.Parent: { } taker } argument when IsWrappedBy(argument, taker):
                return [taker];
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                return UsesOf(variable);
            // sp => client.AsIChatClient(), as what the container builds the pipeline from.
            case LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax start } } when BeginsPipeline(start):
                return [start];
            case ReturnStatementSyntax { Parent: BlockSyntax { Parent: LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax start } } } } when BeginsPipeline(start):
                return [start];
            default:
                return [];
        }
    }

    /// <summary>Whether the taker is the same thing with something around it.</summary>
    private bool IsWrappedBy(ArgumentSyntax argument, SyntaxNode taker) =>
        IsApprovalWrapper(taker) || (CandidateCall.ArgumentsOf(taker).FirstOrDefault() == argument && (taker is InvocationExpressionSyntax call ? BeginsPipeline(call) : sites.At(taker)?.Rows.Any(static row => row.Role == Role.PipelineStart || GuardName.Of(row) is not null) == true));

    private bool BeginsPipeline(InvocationExpressionSyntax call) => sites.At(call)?.Rows.Any(static row => row.Role == Role.PipelineStart) == true;

    private bool IsApprovalWrapper(SyntaxNode node) =>
        node is ObjectCreationExpressionSyntax creation && EndpointNames.NameOf(creation.Type) is { } name && symbols.Catalog.Index.Types(name).Any(static row => row.Role == Role.ApprovalWrapper);

    private static IEnumerable<SyntaxNode> UsesOf(VariableDeclaratorSyntax variable)
    {
        var body = variable.Ancestors().FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax);
        return body?.DescendantNodes().Where(node => node is IdentifierNameSyntax { Identifier.ValueText: var name } && name == variable.Identifier.ValueText) ?? [];
    }
}
