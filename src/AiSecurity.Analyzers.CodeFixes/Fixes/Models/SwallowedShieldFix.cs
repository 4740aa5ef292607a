using System.Linq;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC205: a catch that goes on when the shield fails throws again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SwallowedShieldFix() : PlaceFix(RuleIds.IgnoredShield, "Stop when the shield fails", "rethrow")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (!IgnoredShield.Is(place, "failopen") || place.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause)
            return false;

        var statements = clause.Block.Statements;
        if (statements.Count == 0)
        {
            edit.Change(clause.Block, static current => Filled((BlockSyntax)current));
            return true;
        }

        var last = statements[statements.Count - 1];
        return last is not (ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax)
            && StatementInsertion.TryAddAfter(last, Again(), edit);
    }

    private static BlockSyntax Filled(BlockSyntax block)
    {
        // { } on one line, or on lines of their own with a comment between them.
        var close = block.CloseBraceToken;
        var lineEnd = block.OpenBraceToken.TrailingTrivia.LastOrDefault();
        if (!lineEnd.IsKind(SyntaxKind.EndOfLineTrivia))
        {
            return block.WithOpenBraceToken(block.OpenBraceToken.WithTrailingTrivia(block.OpenBraceToken.TrailingTrivia.Any() ? block.OpenBraceToken.TrailingTrivia : SyntaxFactory.TriviaList(SyntaxFactory.Space)))
                .AddStatements(Again().WithTrailingTrivia(SyntaxFactory.Space));
        }

        var outer = close.LeadingTrivia.LastOrDefault();
        var hasIndentation = outer.IsKind(SyntaxKind.WhitespaceTrivia);
        var comments = hasIndentation ? close.LeadingTrivia.RemoveAt(close.LeadingTrivia.Count - 1) : close.LeadingTrivia;
        var inner = SyntaxFactory.Whitespace((hasIndentation ? outer.ToString() : "") + (hasIndentation && outer.ToString()[0] == '\t' ? "\t" : "    "));
        return block
            .WithCloseBraceToken(close.WithLeadingTrivia(hasIndentation ? SyntaxFactory.TriviaList(outer) : default))
            .WithStatements(SyntaxFactory.SingletonList(Again().WithLeadingTrivia(comments.Add(inner)).WithTrailingTrivia(lineEnd)));
    }

    private static StatementSyntax Again() => SyntaxFactory.ThrowStatement();
}
