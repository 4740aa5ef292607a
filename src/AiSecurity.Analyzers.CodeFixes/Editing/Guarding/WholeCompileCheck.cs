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
        foreach (var project in original.Project.Solution.Projects)
        {
            if (project.Id != original.Project.Id && !project.ProjectReferences.Any(reference => reference.ProjectId == original.Project.Id))
                continue;
            foreach (var document in project.Documents)
            {
                if (document.Id == original.Id || changed.Project.Solution.GetDocument(document.Id) is not { } other)
                    continue;
                var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root!.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == type.Name)
                    && !(await CompileCheck.NewErrorsAsync(document, other, cancellationToken).ConfigureAwait(false)).IsEmpty)
                    return true;
            }
        }

        return false;
    }
}
