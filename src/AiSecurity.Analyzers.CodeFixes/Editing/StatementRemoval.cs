using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Takes statements and members out, and leaves comments and blank lines as their author would.</summary>
internal static class StatementRemoval
{
    public static SyntaxNode Remove(SyntaxNode root, IEnumerable<SyntaxNode> nodes)
    {
        var list = nodes.ToList();
        root = root.TrackNodes(list);
        foreach (var node in list)
        {
            // Each removal moves trivia to the next token, which may be another removed node's.
            if (root.GetCurrentNode(node) is not { } current)
                continue;

            var next = current.GetLastToken().GetNextToken(includeZeroWidth: true);
            if (!next.IsKind(SyntaxKind.None))
                root = root.ReplaceToken(next, next.WithLeadingTrivia(Joined(current, next)));
            root = root.RemoveNode(root.GetCurrentNode(node)!, SyntaxRemoveOptions.KeepUnbalancedDirectives) ?? root;
        }

        return root;
    }

    /// <summary>What stands in front of the next token when a node before it goes.</summary>
    public static SyntaxTriviaList Joined(SyntaxNode removed, SyntaxToken next)
    {
        var kept = KeptComments(removed);
        var following = next.LeadingTrivia;
        if (kept.Count > 0)
            return kept.AddRange(following);
        if (IsFirst(removed) || next.IsKind(SyntaxKind.CloseBraceToken))
            return WithoutBlankLines(following);

        var gap = BlankLines(removed.GetLeadingTrivia());
        return BlankLines(following).Count > 0 ? following : gap.AddRange(following);
    }

    /// <summary>The comments above a node that speak of more than the key: those set off by a blank line, and those that do not name it.</summary>
    public static SyntaxTriviaList KeptComments(SyntaxNode removed)
    {
        var leading = removed.GetLeadingTrivia();
        var attached = leading.Count;
        // The node's own line is not.
        var lineIsBlank = false;
        // Backwards to the blank line that ends the comment directly above.
        for (var i = leading.Count - 1; i >= 0; i--)
        {
            if (leading[i].IsKind(SyntaxKind.EndOfLineTrivia))
            {
                if (lineIsBlank)
                    break;
                lineIsBlank = true;
                continue;
            }

            if (leading[i].IsKind(SyntaxKind.WhitespaceTrivia))
                continue;
            lineIsBlank = false;
            attached = i;
        }

        var start = attached;
        while (start > 0 && leading[start - 1].IsKind(SyntaxKind.WhitespaceTrivia))
            start--;
        var mentions = leading.Skip(attached).Any(trivia => Mentions(trivia, removed));
        var kept = SyntaxFactory.TriviaList(mentions || attached == leading.Count ? leading.Take(start) : leading.Take(LastLineStart(leading)));
        return kept.Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? kept : default;
    }

    /// <summary>Where the indentation of the node itself begins.</summary>
    private static int LastLineStart(SyntaxTriviaList leading)
    {
        var end = leading.Count;
        while (end > 0 && leading[end - 1].IsKind(SyntaxKind.WhitespaceTrivia))
            end--;
        return end;
    }

    private static bool Mentions(SyntaxTrivia comment, SyntaxNode removed)
    {
        var text = comment.ToString();
        var names = removed.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);
        return !comment.IsKind(SyntaxKind.WhitespaceTrivia) && (text.IndexOf("key", StringComparison.OrdinalIgnoreCase) >= 0 || names.Any(name => name.Length > 2 && text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0));
    }

    private static bool IsFirst(SyntaxNode removed) => removed.GetFirstToken().GetPreviousToken() is var previous && (previous.IsKind(SyntaxKind.None) || previous.IsKind(SyntaxKind.OpenBraceToken));

    private static SyntaxTriviaList BlankLines(SyntaxTriviaList leading) => SyntaxFactory.TriviaList(leading.TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));

    private static SyntaxTriviaList WithoutBlankLines(SyntaxTriviaList leading) => SyntaxFactory.TriviaList(leading.SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
}
