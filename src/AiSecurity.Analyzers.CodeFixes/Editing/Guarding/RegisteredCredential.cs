using System.Linq;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>The token credential that a project puts into the container.</summary>
internal static class RegisteredCredential
{
    /// <summary>The type in <c>AddSingleton&lt;TokenCredential&gt;(...)</c>; null when there is none.</summary>
    public static async Task<INamedTypeSymbol?> OfAsync(ReportedPlace place)
    {
        foreach (var document in place.Document.Project.Documents)
        {
            var root = await document.GetSyntaxRootAsync(place.CancellationToken).ConfigureAwait(false);
            foreach (var name in root!.DescendantNodes().OfType<GenericNameSyntax>().Where(static name => name is { Identifier.ValueText: "AddSingleton", TypeArgumentList.Arguments.Count: > 0 }))
            {
                var model = await document.GetSemanticModelAsync(place.CancellationToken).ConfigureAwait(false);
                if (model!.GetTypeInfo(name.TypeArgumentList.Arguments[0], place.CancellationToken).Type is INamedTypeSymbol type && place.Symbols.Is(type, Role.Token))
                    return type;
            }
        }

        return null;
    }
}
