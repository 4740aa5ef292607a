using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Puts a node into a list with commas, on a line of its own where its neighbour has one.</summary>
internal static class SeparatedInsertion
{
    public static SeparatedSyntaxList<T> After<T>(SeparatedSyntaxList<T> list, int index, T inserted)
        where T : SyntaxNode
    {
        var items = list.GetWithSeparators().ToList();
        var before = (T)items[index * 2].AsNode()!;
        var newLine = LineEndOf(list, index);
        var leading = newLine is null ? default : SyntaxFactory.TriviaList(before.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        var gap = newLine is null ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : SyntaxFactory.TriviaList(SyntaxFactory.EndOfLine(newLine));
        inserted = inserted.WithLeadingTrivia(leading);

        if (index * 2 + 1 < items.Count)
        {
            // The comment behind the comma belongs to the item before it.
            items.InsertRange(index * 2 + 2, [inserted.WithTrailingTrivia(), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(gap)]);
            return SyntaxFactory.SeparatedList<T>(new SyntaxNodeOrTokenList().AddRange(items));
        }

        var trailing = before.GetTrailingTrivia();
        // A comment within the line is about the item in front of it.
        if (newLine is null && trailing.Any(SyntaxKind.MultiLineCommentTrivia) && !trailing.Any(SyntaxKind.EndOfLineTrivia))
        {
            items.AddRange([SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(gap), inserted.WithTrailingTrivia()]);
            return SyntaxFactory.SeparatedList<T>(new SyntaxNodeOrTokenList().AddRange(items));
        }

        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(newLine is null || !trailing.Any(SyntaxKind.EndOfLineTrivia) ? gap : trailing);
        items[index * 2] = before.WithTrailingTrivia();
        items.AddRange([comma, inserted.WithTrailingTrivia(newLine is null ? trailing : LineEnd(trailing))]);
        return SyntaxFactory.SeparatedList<T>(new SyntaxNodeOrTokenList().AddRange(items));
    }

    /// <summary>The line break in front of an item that begins a line; null when it shares one.</summary>
    private static string? LineEndOf<T>(SeparatedSyntaxList<T> list, int index)
        where T : SyntaxNode
    {
        var previous = list[index].GetFirstToken().GetPreviousToken();
        var end = previous.TrailingTrivia.LastOrDefault();
        return end.IsKind(SyntaxKind.EndOfLineTrivia) ? end.ToString() : null;
    }

    private static SyntaxTriviaList LineEnd(SyntaxTriviaList trailing) =>
        SyntaxFactory.TriviaList(trailing.Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
}
