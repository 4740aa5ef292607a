using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Reach;

/// <summary>A person at the keyboard who is asked whether to go on: <c>if (Console.ReadLine() != "y") return;</c>. By names, without binding.</summary>
internal static class TerminalQuestion
{
    private static readonly string[] Answers = ["y", "yes", "n", "no", "ok"];

    /// <summary>Whether a person has said yes after one place and before another, in the same body.</summary>
    public static bool IsBetween(SyntaxNode? start, SyntaxNode place, AiCatalog catalog)
    {
        for (var (child, parent) = (place, place.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            var asked = parent switch
            {
                IfStatementSyntax test when child == test.Statement => IsAnsweredBy(test.Condition, catalog) && !IsNegated(test.Condition) ? test.Condition : null,
                IfStatementSyntax { Else: { } otherwise } test when child == otherwise => IsAnsweredBy(test.Condition, catalog) && IsNegated(test.Condition) ? test.Condition : null,
                BlockSyntax block => Left(block.Statements, child, catalog),
                SwitchSectionSyntax section => Left(section.Statements, child, catalog),
                CompilationUnitSyntax unit when child is GlobalStatementSyntax global => Left(unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement), global.Statement, catalog),
                _ => null,
            };
            // What was written after the question was not asked about.
            if (asked is not null)
                return start is null || start.SyntaxTree != place.SyntaxTree || start.SpanStart < asked.SpanStart || !asked.Ancestors().Any(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax && node.Span.Contains(start.Span));
            if (parent is MemberDeclarationSyntax and not GlobalStatementSyntax or LocalFunctionStatementSyntax)
                return false;
        }

        return false;
    }

    /// <summary>Whether a call reads what somebody types.</summary>
    public static bool IsAsked(string name, AiCatalog catalog) => catalog.Index.Members(name).Any(static row => row.Role == Role.Server && row["kind"] == "terminal");

    /// <summary>Whether a statement does not go on behind itself.</summary>
    public static bool Leaves(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements: { Count: > 0 } statements } => Leaves(statements[statements.Count - 1]),
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax => true,
        _ => false,
    };

    /// <summary>The last question before a statement whose other answer leaves.</summary>
    private static ExpressionSyntax? Left(IEnumerable<StatementSyntax> statements, SyntaxNode until, AiCatalog catalog) =>
        statements.TakeWhile(statement => statement != until).OfType<IfStatementSyntax>().LastOrDefault(test => EndsWithout(test, catalog))?.Condition;

    private static bool EndsWithout(IfStatementSyntax test, AiCatalog catalog) => Leaves(test.Statement) && IsAnsweredBy(test.Condition, catalog) && IsNegated(test.Condition);

    /// <summary>Whether a condition is about an answer of yes or no: the question itself, or a variable that holds its answer, with nothing but such words and keys to compare with.</summary>
    private static bool IsAnsweredBy(ExpressionSyntax condition, AiCatalog catalog)
    {
        var answers = new List<string>();
        var asks = false;
        foreach (var node in condition.DescendantNodesAndSelf(node => !IsQuestion(node, catalog)))
        {
            asks |= IsQuestion(node, catalog) || (node is IdentifierNameSyntax { Identifier.ValueText: var name } && HoldsAnswer(name, condition, catalog));
            if (node is LiteralExpressionSyntax literal && (literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.IsKind(SyntaxKind.CharacterLiteralExpression)))
                answers.Add(literal.Token.ValueText.Trim());
            else if (node is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: nameof(ConsoleKey) }, Name.Identifier.ValueText: var key })
                answers.Add(key);
        }

        return asks && (answers.Count > 0 ? answers.TrueForAll(static answer => Array.Exists(Answers, known => known.Equals(answer, StringComparison.OrdinalIgnoreCase))) : IsVerdict(condition, catalog));
    }

    private static bool IsQuestion(SyntaxNode node, AiCatalog catalog) => node is InvocationExpressionSyntax call && SimpleNames.Of(call.Expression) is { } name && IsAsked(name, catalog);

    /// <summary><c>var answer = Console.ReadLine();</c>.</summary>
    private static bool HoldsAnswer(string name, ExpressionSyntax condition, AiCatalog catalog) =>
        condition.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax)?.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Any(variable => variable.Identifier.ValueText == name && variable.SpanStart < condition.SpanStart && variable.Initializer?.Value.DescendantNodesAndSelf().Any(node => IsQuestion(node, catalog)) == true) == true;

    /// <summary>Whether a condition is the answer as it is, <c>!AnsiConsole.Confirm("Run it?")</c>; a line that is there, or is long, is none.</summary>
    private static bool IsVerdict(ExpressionSyntax condition, AiCatalog catalog) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsVerdict(inner.Expression, catalog),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand } => IsVerdict(operand, catalog),
        IdentifierNameSyntax => true,
        _ => IsQuestion(condition, catalog),
    };

    /// <summary>Whether a condition holds when the answer is no.</summary>
    private static bool IsNegated(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsNegated(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand } => !IsNegated(operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.LogicalAndExpression } both => IsNegated(both.Left) && IsNegated(both.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } => !SaysNo(condition),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } => !SaysNo(condition),
        _ => SaysNo(condition),
    };

    private static bool SaysNo(ExpressionSyntax condition) => condition.DescendantTokens().Any(static token => token.ValueText is "n" or "no" or "N" or "No" or "NO");
}
