using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Pipelines;

/// <summary>What a function does with a pipeline that begins in it.</summary>
/// <param name="Whole">The expression of which the beginning is the innermost receiver.</param>
/// <param name="Uses">That expression, and the statements that use the variables which hold what came of it.</param>
/// <param name="Leaves">Whether others get hold of it, who may add to it.</param>
internal sealed record PipelineReach(SyntaxNode Whole, IReadOnlyCollection<SyntaxNode> Uses, bool Leaves)
{
    private const int MaxVariables = 20;

    public static PipelineReach Of(SyntaxNode start, Func<SyntaxNode, bool> isStart)
    {
        var whole = WholeOf(start, isStart);
        var uses = new List<SyntaxNode> { whole };
        var names = new HashSet<string>();
        var pending = new Queue<VariableDeclaratorSyntax>();
        var leaves = !IsKept(whole, pending);
        while (pending.Count > 0 && names.Count < MaxVariables)
        {
            var variable = pending.Dequeue();
            if (!names.Add(variable.Identifier.ValueText))
                continue;

            foreach (var node in ScopeOf(variable).DescendantNodes())
            {
                if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != variable.Identifier.ValueText || name.SpanStart < variable.Span.End)
                    continue;

                var use = WholeOf(name, isStart);
                uses.Add((SyntaxNode?)use.FirstAncestorOrSelf<StatementSyntax>() ?? use);
                leaves |= !IsKept(use, pending);
            }
        }

        return new PipelineReach(whole, uses, leaves || pending.Count > 0);
    }

    /// <summary>The whole of <c>client.AsBuilder().Build()</c> for its first part, and what another beginning makes of that.</summary>
    public static SyntaxNode WholeOf(SyntaxNode node, Func<SyntaxNode, bool> isStart)
    {
        while (true)
        {
            switch (node.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Expression == node:
                    node = access.Parent is InvocationExpressionSyntax call && call.Expression == access ? call : access;
                    break;
                case ConditionalAccessExpressionSyntax access when access.Expression == node:
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or AwaitExpressionSyntax:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                    node = node.Parent;
                    break;
                case ArgumentSyntax { Parent.Parent: { } outer } when isStart(outer):
                    node = outer;
                    break;
                default:
                    return node;
            }
        }
    }

    /// <summary>Whether a value stays in the function: nobody takes it, or a variable does, which is added to those to look at.</summary>
    private static bool IsKept(SyntaxNode whole, Queue<VariableDeclaratorSyntax> variables)
    {
        switch (whole.Parent)
        {
            case ExpressionStatementSyntax or ForEachStatementSyntax:
                return true;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax or UsingStatementSyntax } variable }:
                variables.Enqueue(variable);
                return true;
            default:
                return false;
        }
    }

    private static SyntaxNode ScopeOf(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            if (ancestor is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax)
                return ancestor;
        }

        return node;
    }
}
