using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Counts the rounds of a loop, and ends it when there are too many.</summary>
internal static class RoundCounter
{
    private const string CounterName = "round";

    /// <summary>The loop with a counter that ends it as its condition does; where nothing comes after it, or what comes needs what is waited for, with one that throws.</summary>
    public static StatementSyntax? Of(StatementSyntax loop, int limit, bool isWait, SemanticModel model)
    {
        var name = FreeName(model, loop);
        var throws = isWait || model.AnalyzeControlFlow(loop) is not { Succeeded: true, EndPointIsReachable: true };
        var type = isWait ? "TimeoutException" : "InvalidOperationException";
        var exception = (model.LookupSymbols(loop.SpanStart, name: type).IsEmpty ? "System." + type : type) + "(\"The model" + (isWait ? "'s run" : "") + " did not come to an end.\")";
        return loop switch
        {
            WhileStatementSyntax { Condition: var condition, Statement: var body } whole => For(whole.GetLeadingTrivia(), whole.CloseParenToken, body, throws ? null : limit, name, throws ? limit : null, condition, exception),
            ForStatementSyntax { Declaration: null, Condition: null, Initializers.Count: 0, Incrementors.Count: 0 } whole => For(whole.GetLeadingTrivia(), whole.CloseParenToken, whole.Statement, throws ? null : limit, name, throws ? limit : null, null, exception),
            _ => null,
        };
    }

    private static StatementSyntax For(SyntaxTriviaList leading, SyntaxToken close, StatementSyntax body, int? limit, string name, int? thrown, ExpressionSyntax? original, string exception)
    {
        if (thrown is { } rounds)
            body = WithThrow(body, name, rounds, exception);
        var kept = original.IsKind(SyntaxKind.TrueLiteralExpression) ? null : original?.WithoutTrivia().ToString();
        if (original is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or ConditionalExpressionSyntax or AssignmentExpressionSyntax)
            kept = "(" + kept + ")";
        var test = limit is { } most ? name + " < " + most.ToString(CultureInfo.InvariantCulture) + (kept is null ? "" : " && " + kept) : kept ?? "";
        var head = (ForStatementSyntax)SyntaxFactory.ParseStatement("for (var " + name + " = 0; " + test + "; " + name + "++) { }");
        return head.WithStatement(body).WithCloseParenToken(head.CloseParenToken.WithTrailingTrivia(close.TrailingTrivia)).WithLeadingTrivia(leading);
    }

    private static StatementSyntax WithThrow(StatementSyntax body, string name, int rounds, string exception)
    {
        var check = SyntaxFactory.ParseStatement("if (" + name + " == " + rounds.ToString(CultureInfo.InvariantCulture) + ") throw new " + exception + ";")
            .WithTrailingTrivia((body as BlockSyntax)?.OpenBraceToken.TrailingTrivia ?? default).WithAdditionalAnnotations(Formatter.Annotation);
        return body is BlockSyntax block ? block.WithStatements(block.Statements.Insert(0, check)) : SyntaxFactory.Block(check, body).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static string FreeName(SemanticModel model, StatementSyntax loop)
    {
        var function = (SyntaxNode?)loop.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? loop.SyntaxTree.GetRoot();
        var taken = function.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText).ToImmutableHashSet();
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? CounterName : CounterName + number.ToString(CultureInfo.InvariantCulture);
            if (!taken.Contains(name) && model.LookupSymbols(loop.SpanStart, name: name).IsEmpty)
                return name;
        }
    }
}
