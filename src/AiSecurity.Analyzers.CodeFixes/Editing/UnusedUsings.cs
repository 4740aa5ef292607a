using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Removes usings that a change has made needless; those that were needless before are the author's.</summary>
internal static class UnusedUsings
{
    private const string Unnecessary = "CS8019";

    public static async Task<Document> RemoveAsync(Document original, Document changed, CancellationToken cancellationToken)
    {
        var before = new HashSet<string>((await FindAsync(original, cancellationToken).ConfigureAwait(false)).Select(static directive => directive.ToString()));
        var needless = (await FindAsync(changed, cancellationToken).ConfigureAwait(false)).Where(directive => !before.Contains(directive.ToString())).ToList();
        if (needless.Count == 0)
            return changed;

        var root = await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return changed.WithSyntaxRoot(StatementRemoval.Remove(root!, needless));
    }

    private static async Task<List<UsingDirectiveSyntax>> FindAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return model!.GetDiagnostics(cancellationToken: cancellationToken)
            .Where(static diagnostic => diagnostic.Id == Unnecessary)
            .SelectMany(diagnostic => root!.DescendantNodes(diagnostic.Location.SourceSpan).OfType<UsingDirectiveSyntax>().Where(directive => diagnostic.Location.SourceSpan.Contains(directive.Span)))
            .Distinct()
            .ToList();
    }
}
