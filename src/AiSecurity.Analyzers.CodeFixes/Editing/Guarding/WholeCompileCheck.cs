using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Tells whether other files still compile when a constructor has got a parameter.</summary>
internal static class WholeCompileCheck
{
    public static async Task<bool> BreaksAsync(Document original, Document changed, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var document in await FilesThatNameAsync(original, type, cancellationToken).ConfigureAwait(false))
        {
            if (!(await CompileCheck.NewErrorsAsync(document, changed.Project.Solution.GetDocument(document.Id)!, cancellationToken).ConfigureAwait(false)).IsEmpty)
                return true;
        }

        return false;
    }

    /// <summary>The other files, of this project and of those that refer to it, in which the name of a type stands.</summary>
    public static async Task<IReadOnlyList<Document>> FilesThatNameAsync(Document original, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var files = new List<Document>();
        foreach (var project in original.Project.Solution.Projects)
        {
            if (project.Id != original.Project.Id && !project.ProjectReferences.Any(reference => reference.ProjectId == original.Project.Id))
                continue;
            foreach (var document in project.Documents.Where(document => document.Id != original.Id))
            {
                var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root!.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == type.Name))
                    files.Add(document);
            }
        }

        return files;
    }
}
