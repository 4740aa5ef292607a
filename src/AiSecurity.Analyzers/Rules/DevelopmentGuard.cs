using System;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules;

/// <summary>Whether code runs on a developer's machine only, as far as its own file tells.</summary>
internal sealed class DevelopmentGuard(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly DevelopmentTest _test = new(symbols, model, cancellationToken);

    public bool Covers(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsBranch(child, parent) || IsAfterReturn(child, parent) || IsDebugMethod(parent))
                return true;
        }

        return IsInDebugRegion(node);
    }

    private bool IsBranch(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        IfStatementSyntax test => (child == test.Statement && _test.Implies(test.Condition, true)) || (child == test.Else && _test.Implies(test.Condition, false)),
        ConditionalExpressionSyntax test => (child == test.WhenTrue && _test.Implies(test.Condition, true)) || (child == test.WhenFalse && _test.Implies(test.Condition, false)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => child == both.Right && _test.Implies(both.Left, true),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => child == either.Right && _test.Implies(either.Left, false),
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm => IsArm(arm, choice),
        SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } section => IsSection(section, choice),
        _ => false,
    };

    private bool IsArm(SwitchExpressionArmSyntax arm, SwitchExpressionSyntax choice) =>
        arm.Pattern is ConstantPatternSyntax { Expression: var label } && _test.ImpliesMatch(choice.GoverningExpression, label);

    private bool IsSection(SwitchSectionSyntax section, SwitchStatementSyntax choice)
    {
        foreach (var label in section.Labels)
        {
            if (label is not CaseSwitchLabelSyntax { Value: var value } || !_test.ImpliesMatch(choice.Expression, value))
                return false;
        }

        return section.Labels.Count > 0;
    }

    /// <summary>Whether a statement before it in the same list leaves unless the program runs in development.</summary>
    private bool IsAfterReturn(SyntaxNode child, SyntaxNode parent)
    {
        switch (parent)
        {
            case BlockSyntax block:
                return Leaves(block.Statements, child);
            case SwitchSectionSyntax section:
                return Leaves(section.Statements, child);
            case CompilationUnitSyntax unit when child is GlobalStatementSyntax:
                foreach (var member in unit.Members)
                {
                    if (member == child)
                        return false;
                    if (member is GlobalStatementSyntax { Statement: var statement } && Leaves(statement))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }

    private bool Leaves(SyntaxList<StatementSyntax> statements, SyntaxNode until)
    {
        foreach (var statement in statements)
        {
            if (statement == until)
                return false;
            if (Leaves(statement))
                return true;
        }

        return false;
    }

    private bool Leaves(StatementSyntax statement) => statement is IfStatementSyntax test
        && ((IsJump(test.Statement) && _test.Implies(test.Condition, false)) || (test.Else is { Statement: var other } && IsJump(other) && _test.Implies(test.Condition, true)));

    private static bool IsJump(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: { Count: > 0 } statements } => IsJump(statements[statements.Count - 1]),
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax => true,
        _ => false,
    };

    /// <summary><c>[Conditional("DEBUG")]</c>: calls of the method are left out of a release.</summary>
    private static bool IsDebugMethod(SyntaxNode node)
    {
        if (node is not MethodDeclarationSyntax method)
            return false;

        foreach (var list in method.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (attribute is { Name: var name, ArgumentList.Arguments: { Count: 1 } arguments } && name.ToString().EndsWith("Conditional", StringComparison.Ordinal)
                    && arguments[0].Expression is LiteralExpressionSyntax { Token.ValueText: "DEBUG" })
                    return true;
            }
        }

        return false;
    }

    private bool IsInDebugRegion(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot(cancellationToken);
        if (!root.ContainsDirectives)
            return false;

        var depth = 0;
        for (var directive = root.GetLastDirective(); directive is not null; directive = directive.GetPreviousDirective())
        {
            if (directive.SpanStart > node.SpanStart)
                continue;
            // From the node back to what opens the regions around it.
            switch (directive)
            {
                case EndIfDirectiveTriviaSyntax:
                    depth++;
                    break;
                case IfDirectiveTriviaSyntax opening:
                    if (depth == 0 && _test.Implies(opening.Condition, true))
                        return true;
                    depth = Math.Max(0, depth - 1);
                    break;
                case ElifDirectiveTriviaSyntax other when depth == 0:
                    if (_test.Implies(other.Condition, true))
                        return true;
                    depth++;
                    break;
                case ElseDirectiveTriviaSyntax when depth == 0:
                    if (OpeningOf(directive) is { } condition && _test.Implies(condition, false))
                        return true;
                    depth++;
                    break;
            }
        }

        return false;
    }

    private static ExpressionSyntax? OpeningOf(DirectiveTriviaSyntax branch)
    {
        foreach (var related in branch.GetRelatedDirectives())
        {
            if (related is IfDirectiveTriviaSyntax opening)
                return opening.Condition;
        }

        return null;
    }
}
