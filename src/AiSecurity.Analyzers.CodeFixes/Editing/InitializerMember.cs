using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Takes one member out of an object initializer or a <c>with</c> expression.</summary>
internal static class InitializerMember
{
    public static void Remove(InitializerExpressionSyntax initializer, ExpressionSyntax member, FileEdit edit)
    {
        var index = initializer.Expressions.IndexOf(member);
        if (initializer.Expressions.Count == 1 && initializer.Parent is BaseObjectCreationExpressionSyntax creation && HoldsNoOtherComment(initializer, member))
            edit.Change(creation, static current => WithoutInitializer((BaseObjectCreationExpressionSyntax)current));
        else if (initializer is { Expressions.Count: 1, Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax outer } emptied } && HoldsNoOtherComment(initializer, member))
            Remove(outer, emptied, edit);
        else
            edit.Change(initializer, current => Without((InitializerExpressionSyntax)current, index));
    }

    /// <summary><c>new C { A = 1 }</c> becomes <c>new C()</c>.</summary>
    private static ExpressionSyntax WithoutInitializer(BaseObjectCreationExpressionSyntax creation)
    {
        var trailing = creation.GetTrailingTrivia();
        var arguments = creation.ArgumentList?.WithTrailingTrivia() ?? SyntaxFactory.ArgumentList();
        ExpressionSyntax bare = creation is ObjectCreationExpressionSyntax named
            ? named.WithType(named.ArgumentList is null ? named.Type.WithTrailingTrivia() : named.Type).WithArgumentList(arguments).WithInitializer(null)
            : creation.WithArgumentList(arguments).WithInitializer(null);
        return bare.WithTrailingTrivia(trailing);
    }

    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, int index)
    {
        var members = initializer.Expressions;
        var separators = members.GetSeparators().ToList();
        var removed = members[index];
        var before = index > 0 ? separators[index - 1] : initializer.OpenBraceToken;
        var after = index < separators.Count ? separators[index] : removed.GetLastToken();
        var next = after.GetNextToken();

        var leading = StatementRemoval.Joined(removed, next);
        // The last member's line break moves to the one before it.
        var trailing = EndsLine(after.TrailingTrivia) && !EndsLine(before.TrailingTrivia) ? after.TrailingTrivia : before.TrailingTrivia;
        var isLast = index == members.Count - 1;
        if (isLast && index < separators.Count)
            // The comma behind the last member: the one before it takes its place.
            isLast = false;

        var kept = initializer.ReplaceTokens([before, next], (original, _) => original == before ? before.WithTrailingTrivia(trailing) : next.WithLeadingTrivia(leading));
        var list = kept.Expressions.GetWithSeparators();
        if (!isLast)
            return kept.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(RemoveAt(list, index * 2, Count(list, index * 2))));
        if (index == 0)
            return kept.WithExpressions(default);

        // Without a comma behind it, the comma in front goes too, and leaves its comment and line break to the member before.
        var comma = list[index * 2 - 1].AsToken();
        var shorter = list.RemoveAt(index * 2).RemoveAt(index * 2 - 1);
        var previous = shorter[index * 2 - 2].AsNode()!;
        shorter = shorter.Replace(shorter[index * 2 - 2], previous.WithTrailingTrivia(previous.GetTrailingTrivia().AddRange(comma.TrailingTrivia)));
        return kept.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(shorter));
    }

    private static int Count(SyntaxNodeOrTokenList list, int start) => start + 1 < list.Count ? 2 : 1;

    private static SyntaxNodeOrTokenList RemoveAt(SyntaxNodeOrTokenList list, int start, int count)
    {
        for (; count > 0; count--)
            list = list.RemoveAt(start);
        return list;
    }

    private static bool EndsLine(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);

    private static bool HoldsNoOtherComment(InitializerExpressionSyntax initializer, ExpressionSyntax member) =>
        StatementRemoval.KeptComments(member).Count == 0
        && !initializer.OpenBraceToken.GetPreviousToken().TrailingTrivia.Concat(initializer.OpenBraceToken.GetAllTrivia()).Concat(initializer.CloseBraceToken.LeadingTrivia)
            .Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
