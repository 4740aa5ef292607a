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

    /// <summary>An answer that is asked for there, or in the variable that is tested; a line that is compared with other words is none.</summary>
    private static bool IsAnsweredBy(ExpressionSyntax condition, AiCatalog catalog)
    {
        var asks = false;
        var body = condition.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            asks |= node switch
            {
                InvocationExpressionSyntax call => IsAsked(SimpleNames.Of(call.Expression) ?? "", catalog),
                IdentifierNameSyntax { Identifier.ValueText: var name } => body?.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(variable => variable.Identifier.ValueText == name && variable.SpanStart < condition.SpanStart
                    && variable.Initializer?.Value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => IsAsked(SimpleNames.Of(call.Expression) ?? "", catalog)) == true) == true,
                _ => false,
            };
        }

        return asks && condition.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.CharacterLiteralToken))
            // What the question says is no answer.
            .Where(token => !token.Parent!.Ancestors().TakeWhile(node => node != condition.Parent).OfType<InvocationExpressionSyntax>().Any(call => IsAsked(SimpleNames.Of(call.Expression) ?? "", catalog)))
            .All(static token => Array.IndexOf(Answers, token.ValueText.Trim().ToLowerInvariant()) >= 0);
    }

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
