using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Puts statements next to one that stands in a block or at the top level.</summary>
internal static class StatementInsertion
{
    /// <summary>Adds the edit; false where only one statement may stand.</summary>
    public static bool TryAddAfter(StatementSyntax statement, StatementSyntax inserted, FileEdit edit) => TryAddAfter(statement, [inserted], edit);

    /// <summary>Adds the edit; false where only one statement may stand.</summary>
    public static bool TryAddAfter(StatementSyntax statement, IReadOnlyList<StatementSyntax> inserted, FileEdit edit) => TryAdd(statement, offset: 1, inserted, edit);

    /// <summary>Adds the edit; false where only one statement may stand.</summary>
    public static bool TryAddBefore(StatementSyntax statement, IReadOnlyList<StatementSyntax> inserted, FileEdit edit) => TryAdd(statement, offset: 0, inserted, edit);

    private static bool TryAdd(StatementSyntax statement, int offset, IReadOnlyList<StatementSyntax> inserted, FileEdit edit)
    {
        var neighbours = inserted.Select(added => AsNeighbour(added, statement, offset)).ToList();
        // Blank lines before the statement stand before what now precedes it.
        var blank = offset == 0 && neighbours.Count > 0 ? statement.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToList() : [];
        if (blank.Count > 0)
        {
            neighbours[0] = neighbours[0].WithLeadingTrivia(blank.Concat(neighbours[0].GetLeadingTrivia()));
            edit.Change(statement, current => current.WithLeadingTrivia(current.GetLeadingTrivia().Skip(current.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Count())));
        }

        switch (statement.Parent)
        {
            case BlockSyntax block:
                var index = block.Statements.IndexOf(statement) + offset;
                edit.Change(block, current => ((BlockSyntax)current).WithStatements(((BlockSyntax)current).Statements.InsertRange(index, neighbours)));
                return true;
            case SwitchSectionSyntax section:
                var place = section.Statements.IndexOf(statement) + offset;
                edit.Change(section, current => ((SwitchSectionSyntax)current).WithStatements(((SwitchSectionSyntax)current).Statements.InsertRange(place, neighbours)));
                return true;
            case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global:
                var position = unit.Members.IndexOf(global) + offset;
                edit.Change(unit, current => ((CompilationUnitSyntax)current).WithMembers(
                    ((CompilationUnitSyntax)current).Members.InsertRange(position, neighbours.Select(static neighbour => SyntaxFactory.GlobalStatement(neighbour)))));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The indentation and the line end of a statement, without its comments.</summary>
    private static StatementSyntax AsNeighbour(StatementSyntax inserted, StatementSyntax neighbour, int offset)
    {
        var indentation = neighbour.GetLeadingTrivia().LastOrDefault();
        var leading = indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indentation) : default;
        var end = neighbour.GetTrailingTrivia().LastOrDefault();
        var trailing = end.IsKind(SyntaxKind.EndOfLineTrivia) || end.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(end) : default;
        if (!end.IsKind(SyntaxKind.EndOfLineTrivia) && IsLastLine(neighbour))
        {
            var lineEnd = LineEnd.Of(neighbour.SyntaxTree.GetRoot());
            (leading, trailing) = offset == 0 ? (leading, SyntaxFactory.TriviaList(lineEnd)) : (leading.Insert(0, lineEnd), default);
        }

        return WithFirmEnds(inserted).WithLeadingTrivia(leading).WithTrailingTrivia(trailing);
    }

    /// <summary>Whether a statement has a line of its own at the end of a file that ends without a line break.</summary>
    private static bool IsLastLine(StatementSyntax statement) =>
        statement.GetLastToken().GetNextToken(includeZeroWidth: true).IsKind(SyntaxKind.EndOfFileToken)
        && statement.GetFirstToken().GetPreviousToken() is var previous && (previous.IsKind(SyntaxKind.None) || previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia));

    /// <summary>Without elastic trivia at its ends, which would have the lines around it formatted anew.</summary>
    private static StatementSyntax WithFirmEnds(StatementSyntax inserted)
    {
        var last = inserted.GetLastToken();
        inserted = inserted.ReplaceToken(last, last.WithLeadingTrivia(Firm(last.LeadingTrivia)));
        var first = inserted.GetFirstToken();
        // The name in front of a dot or parenthesis; a keyword needs the space that elastic trivia becomes.
        return first.IsKind(SyntaxKind.IdentifierToken) && SyntaxFacts.IsPunctuation(first.GetNextToken().Kind())
            ? inserted.ReplaceToken(first, first.WithTrailingTrivia(Firm(first.TrailingTrivia)))
            : inserted;
    }

    private static IEnumerable<SyntaxTrivia> Firm(SyntaxTriviaList trivia) => trivia.Where(static part => !part.HasAnnotation(SyntaxAnnotation.ElasticAnnotation));
}
