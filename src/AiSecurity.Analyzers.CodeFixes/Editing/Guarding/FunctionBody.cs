using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>The one expression of a lambda or method, which becomes a block when something must happen before it.</summary>
internal sealed class FunctionBody
{
    private readonly SyntaxNode _function;
    private readonly bool _returns;
    private readonly bool _becomesAsync;

    private FunctionBody(SyntaxNode function, bool returns, bool becomesAsync, bool canAwait) => (_function, _returns, _becomesAsync, CanAwait) = (function, returns, becomesAsync, canAwait);

    public bool CanAwait { get; }

    public static FunctionBody? Of(SyntaxNode call, ReportedPlace place)
    {
        var function = CallingFunction.Of(call);
        var symbol = function is AnonymousFunctionExpressionSyntax ? place.Model.GetSymbolInfo(function, place.CancellationToken).Symbol : function is null ? null : place.Model.GetDeclaredSymbol(function, place.CancellationToken);
        if (function is not (ParenthesizedLambdaExpressionSyntax { ExpressionBody: not null } or MethodDeclarationSyntax { ExpressionBody: not null } or LocalFunctionStatementSyntax { ExpressionBody: not null }) || symbol is not IMethodSymbol method)
            return null;

        var isTask = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" };
        var hasResult = method.ReturnType is INamedTypeSymbol { TypeArguments.Length: > 0 };
        var becomesAsync = !method.IsAsync && isTask;
        return new FunctionBody(function, isTask ? hasResult : !method.ReturnsVoid, becomesAsync, method.IsAsync || isTask);
    }

    public bool TryPutBefore(IEnumerable<StatementSyntax> statements, FileEdit edit)
    {
        var inserted = statements.ToList();
        edit.Change(_function, current => current switch
        {
            ParenthesizedLambdaExpressionSyntax lambda => Async(lambda.WithExpressionBody(null).WithArrowToken(lambda.ArrowToken.WithTrailingTrivia(EndOfLine)).WithBlock(Block(lambda.ExpressionBody!, inserted))),
            MethodDeclarationSyntax { ConstraintClauses.Count: 0 } method => Async(method.WithExpressionBody(null).WithSemicolonToken(default).WithParameterList(method.ParameterList.WithTrailingTrivia(EndOfLine))
                .WithBody(Block(method.ExpressionBody!.Expression, inserted).WithTrailingTrivia(method.SemicolonToken.TrailingTrivia))),
            LocalFunctionStatementSyntax { ConstraintClauses.Count: 0 } function => Async(function.WithExpressionBody(null).WithSemicolonToken(default).WithParameterList(function.ParameterList.WithTrailingTrivia(EndOfLine))
                .WithBody(Block(function.ExpressionBody!.Expression, inserted).WithTrailingTrivia(function.SemicolonToken.TrailingTrivia))),
            _ => current,
        });
        return true;
    }

    private SyntaxNode Async(SyntaxNode function)
    {
        if (!_becomesAsync)
            return function;

        var word = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return function switch
        {
            ParenthesizedLambdaExpressionSyntax lambda => lambda.WithoutLeadingTrivia().WithModifiers(lambda.Modifiers.Add(word)).WithLeadingTrivia(lambda.GetLeadingTrivia()),
            MethodDeclarationSyntax method => method.WithModifiers(method.Modifiers.Add(word)),
            LocalFunctionStatementSyntax local => local.WithModifiers(local.Modifiers.Add(word)),
            _ => function,
        };
    }

    private BlockSyntax Block(ExpressionSyntax value, IEnumerable<StatementSyntax> inserted)
    {
        var expression = _becomesAsync && value is not AwaitExpressionSyntax ? CallingFunction.Finish(value, canAwait: true) : value;
        StatementSyntax last = _returns ? SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), expression.WithoutTrivia(), SyntaxFactory.Token(SyntaxKind.SemicolonToken)) : SyntaxFactory.ExpressionStatement(expression.WithoutTrivia());
        var outer = IndentationOf(_function);
        var inner = outer + (outer.Length > 0 && outer[0] == '\t' ? "\t" : "    ");
        return SyntaxFactory.Block(
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(outer)).WithTrailingTrivia(EndOfLine),
            SyntaxFactory.List(inserted.Append(last).Select(statement => statement.WithLeadingTrivia(SyntaxFactory.Whitespace(inner)).WithTrailingTrivia(EndOfLine))),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(outer)));
    }

    private SyntaxTrivia EndOfLine => LineEnd.Of(_function.SyntaxTree.GetRoot());

    /// <summary>Of the line that the function begins on.</summary>
    private static string IndentationOf(SyntaxNode function)
    {
        var text = function.SyntaxTree.GetText();
        var line = text.ToString(text.Lines.GetLineFromPosition(function.SpanStart).Span);
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
