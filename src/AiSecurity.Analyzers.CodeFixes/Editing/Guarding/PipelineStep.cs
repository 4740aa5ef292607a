using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Adds a step to a pipeline: <c>.UseContentSafety()</c>, on a line of its own where the others are.</summary>
internal static class PipelineStep
{
    public static void Add(ClientPipeline pipeline, GuardMember guard, string method, ExpressionSyntax? argument, FileEdit edit)
    {
        var arguments = argument is null ? SyntaxFactory.ArgumentList() : SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(argument)));
        Add(Before(pipeline, ExtensionName.Of(guard.Row["inside"])?.Method), method, arguments, edit);
    }

    public static void Add(ExpressionSyntax before, string method, ArgumentListSyntax arguments, FileEdit edit)
    {
        var dot = before.Parent is MemberAccessExpressionSyntax next && next.Expression == before ? next.OperatorToken : (before as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax own ? own.OperatorToken : default;
        var isOnOwnLine = dot.RawKind != 0 && dot.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var lineEnd = LineEnd.Of(before.SyntaxTree.GetRoot());
        var indentation = dot.LeadingTrivia.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        edit.Change(before, current => Call((ExpressionSyntax)current));

        ExpressionSyntax Call(ExpressionSyntax current)
        {
            var trailing = current.GetTrailingTrivia();
            var (receiver, point) = (current.WithoutTrailingTrivia(), SyntaxFactory.Token(SyntaxKind.DotToken));
            var isLast = !trailing.Any(SyntaxKind.EndOfLineTrivia);
            if (isOnOwnLine)
            {
                receiver = current.WithTrailingTrivia(isLast ? SyntaxFactory.TriviaList(lineEnd) : trailing);
                point = point.WithLeadingTrivia(indentation);
                trailing = isLast ? trailing : SyntaxFactory.TriviaList(lineEnd);
            }

            return SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, point, SyntaxFactory.IdentifierName(method)), arguments)
                .WithTrailingTrivia(trailing);
        }
    }

    /// <summary>What the step stands behind: the beginning; or the step that it must see the inside of, and the last one of the expression where that is missing.</summary>
    private static ExpressionSyntax Before(ClientPipeline pipeline, string? inside)
    {
        if (inside is null)
            return pipeline.Start;
        // A step in a branch is no place for one that always has to be there.
        if (pipeline.Step(inside) is { } step && BlockOf(step) == BlockOf(pipeline.Start))
            return step;

        return LastOf(pipeline.Start);
    }

    /// <summary>The last step of an expression that begins a pipeline, before it is built.</summary>
    public static ExpressionSyntax LastOf(ExpressionSyntax start)
    {
        var last = start;
        while (last.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call, Name.Identifier.ValueText: not "Build" } access && access.Expression == last)
            last = call;
        return last;
    }

    private static SyntaxNode? BlockOf(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>()?.Parent switch
    {
        GlobalStatementSyntax global => global.Parent,
        var parent => parent,
    };
}
