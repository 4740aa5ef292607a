using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Lets new code use members that their library marks as experimental, by a pragma around the statement alone.</summary>
internal static class ExperimentalCode
{
    /// <summary>Whether all errors come from <c>[Experimental]</c> members: those have ids of their library.</summary>
    public static bool Explains(ImmutableArray<Diagnostic> errors) =>
        !errors.IsEmpty && errors.All(static error => !error.Id.StartsWith("CS", System.StringComparison.Ordinal));

    public static async Task<Document> AllowAsync(Document document, ImmutableArray<Diagnostic> errors, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var idsByStatement = new Dictionary<SyntaxNode, SortedSet<string>>();
        foreach (var error in errors)
        {
            var statement = root!.FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<SyntaxNode>(IsLineOwner);
            if (statement is null)
                return document;
            if (!idsByStatement.TryGetValue(statement, out var ids))
                idsByStatement.Add(statement, ids = []);
            ids.Add(error.Id);
        }

        var changed = root!.ReplaceNodes(idsByStatement.Keys, (original, current) => WithPragma(current, string.Join(", ", idsByStatement[original])));
        return document.WithSyntaxRoot(changed);
    }

    private static bool IsLineOwner(SyntaxNode node) =>
        (node is StatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax } and not BlockSyntax) || node is MemberDeclarationSyntax and not GlobalStatementSyntax;

    private static SyntaxNode WithPragma(SyntaxNode statement, string ids)
    {
        var endOfLine = statement.GetTrailingTrivia().Concat(statement.DescendantTrivia()).FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var newLine = endOfLine.IsKind(SyntaxKind.EndOfLineTrivia) ? endOfLine.ToString() : "\n";
        var leading = statement.GetLeadingTrivia();
        // Comments above the statement stay directly above it: the pragma goes before the last run of blanks.
        var indentation = leading.LastOrDefault();
        var hasIndentation = indentation.IsKind(SyntaxKind.WhitespaceTrivia);
        var head = hasIndentation ? leading.RemoveAt(leading.Count - 1) : leading;
        var disable = SyntaxFactory.ParseLeadingTrivia($"#pragma warning disable {ids}{newLine}");
        var restore = SyntaxFactory.ParseLeadingTrivia($"#pragma warning restore {ids}{newLine}");
        var trailing = statement.GetTrailingTrivia();
        if (!trailing.Any(SyntaxKind.EndOfLineTrivia))
            trailing = trailing.Add(SyntaxFactory.EndOfLine(newLine));
        return statement
            .WithLeadingTrivia(hasIndentation ? head.AddRange(disable).Add(indentation) : head.AddRange(disable))
            .WithTrailingTrivia(trailing.AddRange(restore));
    }
}
