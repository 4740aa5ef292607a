using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Puts statements next to one that stands in a block or at the top level.</summary>
internal static class StatementInsertion
{
    /// <summary>Adds the edit; false where only one statement may stand.</summary>
    public static bool TryAddAfter(StatementSyntax statement, StatementSyntax inserted, FileEdit edit)
    {
        switch (statement.Parent)
        {
            case BlockSyntax block:
                var index = block.Statements.IndexOf(statement);
                edit.Change(block, current => ((BlockSyntax)current).WithStatements(((BlockSyntax)current).Statements.Insert(index + 1, AsNeighbour(inserted, statement))));
                return true;
            case SwitchSectionSyntax section:
                var place = section.Statements.IndexOf(statement);
                edit.Change(section, current => ((SwitchSectionSyntax)current).WithStatements(((SwitchSectionSyntax)current).Statements.Insert(place + 1, AsNeighbour(inserted, statement))));
                return true;
            case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global:
                var position = unit.Members.IndexOf(global);
                edit.Change(unit, current => ((CompilationUnitSyntax)current).WithMembers(
                    ((CompilationUnitSyntax)current).Members.Insert(position + 1, SyntaxFactory.GlobalStatement(AsNeighbour(inserted, statement)))));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The indentation and the line end of a statement, without its comments.</summary>
    private static StatementSyntax AsNeighbour(StatementSyntax inserted, StatementSyntax neighbour)
    {
        var indentation = neighbour.GetLeadingTrivia().LastOrDefault();
        var lineEnd = neighbour.GetTrailingTrivia().LastOrDefault();
        return inserted
            .WithLeadingTrivia(indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indentation) : default)
            .WithTrailingTrivia(lineEnd.IsKind(SyntaxKind.EndOfLineTrivia) || lineEnd.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(lineEnd) : default);
    }
}
