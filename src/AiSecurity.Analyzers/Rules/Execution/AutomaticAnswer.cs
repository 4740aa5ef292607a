using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>Whether an approval is given because a request has come, and for no other reason: nobody was asked, and nothing was looked at.</summary>
internal sealed class AutomaticAnswer(AiFile file, CatalogRow row)
{
    private static readonly string[] Deciding = ["approve", "accept", "confirm", "allow", "click"];
    private static readonly string[] Asking = ["Read", "Ask", "Prompt", "Confirm"];
    private static readonly string[] Loops = ["Select", "SelectMany", "ForEach", "ConvertAll", "Aggregate"];

    public bool Is(SyntaxNode answer)
    {
        for (var (child, parent) = (answer, answer.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            file.CancellationToken.ThrowIfCancellationRequested();
            switch (parent)
            {
                case IfStatementSyntax test when child != test.Condition && !AnswerCondition.IsAboutShape(test.Condition, row["asked"]):
                case ConditionalExpressionSyntax choice when child != choice.Condition && !AnswerCondition.IsAboutShape(choice.Condition, row["asked"]):
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression }:
                case SwitchExpressionArmSyntax arm when arm.WhenClause is not null || !AnswerCondition.IsAboutShape(arm.Pattern):
                case SwitchSectionSyntax section when !IsAboutShape(section) || IsDecidedBefore(section.Statements, child, answer):
                case BlockSyntax block when IsDecidedBefore(block.Statements, child, answer):
                case AnonymousFunctionExpressionSyntax function when !RunsForEach(function):
                case MethodDeclarationSyntax method when IsNamedForDecision(method.Identifier.ValueText):
                    return false;
                case CompilationUnitSyntax unit:
                    return !IsDecidedBefore(unit, child, answer);
                case LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                    return true;
            }
        }

        return true;
    }

    private static bool IsAboutShape(SwitchSectionSyntax section)
    {
        foreach (var label in section.Labels)
        {
            if (label is not CasePatternSwitchLabelSyntax { WhenClause: null, Pattern: var pattern } || !AnswerCondition.IsAboutShape(pattern))
                return false;
        }

        return true;
    }

    private bool IsDecidedBefore(SyntaxList<StatementSyntax> statements, SyntaxNode until, SyntaxNode answer)
    {
        foreach (var statement in statements)
        {
            if (statement == until)
                return false;
            if (Decides(statement, answer))
                return true;
        }

        return false;
    }

    private bool IsDecidedBefore(CompilationUnitSyntax unit, SyntaxNode until, SyntaxNode answer)
    {
        foreach (var member in unit.Members)
        {
            if (member == until)
                return false;
            if (member is GlobalStatementSyntax { Statement: IfStatementSyntax test } && Decides(test, answer))
                return true;
        }

        return false;
    }

    /// <summary>A test that leaves, or a person at the keyboard.</summary>
    private bool Decides(StatementSyntax statement, SyntaxNode answer)
    {
        if (statement is IfStatementSyntax { Statement: var then, Condition: var condition } && TerminalQuestion.Leaves(then) && !AnswerCondition.IsAboutShape(condition, row["asked"]) && !(AnswerCondition.IsAboutText(condition, file.Compilation.Symbols.Catalog) && !Mentions(condition, answer)))
            return true;

        foreach (var node in statement.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax))
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && IsTerminal(name))
                return true;
        }

        return false;
    }

    /// <summary>Whether a condition speaks of the request that is answered.</summary>
    private static bool Mentions(ExpressionSyntax condition, SyntaxNode answer)
    {
        var request = answer.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } ? name : null;
        return request is not null && condition.DescendantNodes().OfType<IdentifierNameSyntax>().Any(used => used.Identifier.ValueText == request);
    }

    /// <summary>What reads, and not a transport that is the terminal.</summary>
    private bool IsTerminal(string name) => Array.Exists(Asking, word => name.StartsWith(word, StringComparison.Ordinal)) && TerminalQuestion.IsAsked(name, file.Compilation.Symbols.Catalog);

    private static bool RunsForEach(AnonymousFunctionExpressionSyntax function) =>
        function.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } } && Array.IndexOf(Loops, name) >= 0;

    private static bool IsNamedForDecision(string name)
    {
        foreach (var word in Deciding)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
