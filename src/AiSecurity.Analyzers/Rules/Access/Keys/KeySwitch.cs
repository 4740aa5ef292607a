using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Recognises code that takes a key or a token, whichever is configured: the other path already does the right thing.</summary>
internal sealed class KeySwitch(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxNodes = 400;

    /// <summary>Whether a branch beside the one that holds a node uses a token credential.</summary>
    public bool IsKeyBranch(SyntaxNode node)
    {
        for (SyntaxNode child = node; child.Parent is { } parent; child = parent)
        {
            if (OtherBranchHasToken(parent, child))
                return true;
            if (parent is MemberDeclarationSyntax and not GlobalStatementSyntax)
                return false;
        }

        return false;
    }

    private bool OtherBranchHasToken(SyntaxNode parent, SyntaxNode child)
    {
        switch (parent)
        {
            case ConditionalExpressionSyntax conditional:
                return child == conditional.WhenTrue ? HasToken(conditional.WhenFalse) : child == conditional.WhenFalse && HasToken(conditional.WhenTrue);
            case IfStatementSyntax { Else: { } otherwise } branch when child == branch.Statement:
                return HasToken(otherwise.Statement);
            case IfStatementSyntax branch when child == branch.Statement:
                return Leaves(branch.Statement) && FollowingHasToken(branch);
            case ElseClauseSyntax { Parent: IfStatementSyntax branch }:
                return HasToken(branch.Statement);
            case SwitchExpressionSyntax switched:
                foreach (var arm in switched.Arms)
                {
                    if (arm != child && HasToken(arm.Expression))
                        return true;
                }

                return false;
            case SwitchStatementSyntax switched:
                foreach (var section in switched.Sections)
                {
                    if (section != child && HasToken(section))
                        return true;
                }

                return false;
            case BlockSyntax block when child is StatementSyntax statement:
                return PrecedingLeavesWithToken(block.Statements, statement);
            default:
                return false;
        }
    }

    /// <summary><c>if (key is null) return new Client(endpoint, token); return new Client(endpoint, key);</c></summary>
    private bool PrecedingLeavesWithToken(SyntaxList<StatementSyntax> statements, StatementSyntax statement)
    {
        foreach (var preceding in statements)
        {
            if (preceding == statement)
                return false;
            if (preceding is IfStatementSyntax branch && Leaves(branch.Statement) && HasToken(branch.Statement))
                return true;
        }

        return false;
    }

    private bool FollowingHasToken(IfStatementSyntax branch)
    {
        if (branch.Parent is not BlockSyntax block)
            return false;

        foreach (var statement in block.Statements)
        {
            if (statement.SpanStart > branch.SpanStart && HasToken(statement))
                return true;
        }

        return false;
    }

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: { Count: > 0 } statements } => Leaves(statements.Last()),
        _ => false,
    };

    private bool HasToken(SyntaxNode branch)
    {
        var visited = 0;
        foreach (var node in branch.DescendantNodesAndSelf())
        {
            if (++visited > MaxNodes)
                return false;
            if (node is BaseObjectCreationExpressionSyntax or IdentifierNameSyntax or InvocationExpressionSyntax && symbols.Is(model.GetTypeInfo(node, cancellationToken).Type, Role.Token))
                return true;
        }

        return false;
    }
}
