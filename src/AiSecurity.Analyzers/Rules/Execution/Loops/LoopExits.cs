using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Loops;

/// <summary>What decides whether repeated code is left.</summary>
internal sealed class LoopExits
{
    private LoopExits()
    {
    }

    /// <summary>Conditions of jumps that leave, or start another round.</summary>
    public List<ExpressionSyntax> Conditions { get; } = [];

    /// <summary>Conditions of exceptions that are thrown: what protects from bad values bounds nothing, but a spent budget may be told so.</summary>
    public List<ExpressionSyntax> Throws { get; } = [];

    /// <summary>Whether the code leaves in any case: another round is a retry.</summary>
    public bool Always { get; private set; }

    /// <summary>Whether something starts another round before that.</summary>
    public bool Continues { get; private set; }

    public static LoopExits Of(RepeatedCode code)
    {
        var exits = new LoopExits();
        foreach (var part in code.Parts)
        {
            foreach (var node in part.DescendantNodesAndSelf(static node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax))
                exits.Add(node, code);
        }

        return exits;
    }

    private void Add(SyntaxNode node, RepeatedCode code)
    {
        switch (node)
        {
            case ContinueStatementSyntax when TargetOf(node) == code.Node:
                Continues = true;
                AddConditions(node, code, Conditions);
                break;
            case BreakStatementSyntax when TargetOf(node) is var target && (target == code.Node || (target is not null && !code.Contains(target))):
            case ReturnStatementSyntax or YieldStatementSyntax { Expression: null }:
            case GotoStatementSyntax { CaseOrDefaultKeyword.RawKind: 0 }:
                var isJumpBack = code.Node is LabeledStatementSyntax label && RepeatedCode.IsJumpTo(node, label);
                Always |= AddConditions(node, code, Conditions) && !isJumpBack && !code.IsRecursion;
                break;
            case ThrowStatementSyntax:
                AddConditions(node, code, Throws);
                break;
            case InvocationExpressionSyntax call when code.Calls.Contains(call):
                AddConditions(node, code, Conditions);
                break;
        }
    }

    /// <summary>The conditions around a jump; true when there are none.</summary>
    public static bool AddConditions(SyntaxNode jump, RepeatedCode code, ICollection<ExpressionSyntax> conditions)
    {
        var isFree = true;
        for (SyntaxNode? child = jump, parent = jump.Parent; child is not null && !code.Parts.Contains(child) && parent is not null; (child, parent) = (parent, parent.Parent))
        {
            var condition = parent switch
            {
                IfStatementSyntax test when child != test.Condition => test.Condition,
                ConditionalExpressionSyntax test when child != test.Condition => test.Condition,
                BinaryExpressionSyntax both when child == both.Right => both.Left,
                SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } => choice.Expression,
                SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => choice.GoverningExpression,
                WhileStatementSyntax inner when child == inner.Statement => inner.Condition,
                ForStatementSyntax { Condition: { } test } inner when child == inner.Statement => test,
                CatchClauseSyntax { Filter.FilterExpression: var filter } => filter,
                ForEachStatementSyntax data => data.Expression,
                _ => null,
            };
            isFree &= condition is null && parent is not CatchClauseSyntax and not CommonForEachStatementSyntax and not WhileStatementSyntax and not ForStatementSyntax;
            // Another round over data that is there ends with it.
            if (condition is not null && parent is not ForEachStatementSyntax)
                conditions.Add(condition);
        }

        return isFree;
    }

    private static SyntaxNode? TargetOf(SyntaxNode jump)
    {
        for (var around = jump.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case SwitchStatementSyntax when jump is BreakStatementSyntax:
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax:
                    return around;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }
}
