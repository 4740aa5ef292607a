using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC109: RequireAuthorization on what is mapped, [Authorize] on a method, a key for a function.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EndpointAuthorizationFix() : PlaceFix(RuleIds.OpenEndpoint, "Require authorization", "authorize")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        var change = new EndpointEdit(place, edit, Role.Authorization, null);
        return change.TryAdd((kind, method) => kind == "function" ? TryAskForKey(method, place, edit) : change.TryAddAttribute(method));
    }

    private static bool TryAskForKey(MethodDeclarationSyntax method, ReportedPlace place, FileEdit edit)
    {
        foreach (var name in method.ParameterList.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.FirstAncestorOrSelf<AttributeSyntax>() is null)
                continue;
            if (place.Symbols.Catalog[Role.Endpoint].FirstOrDefault(row => row["bad"] == name.Identifier.ValueText)?["as"] is not { } level)
                continue;
            edit.Replace(name, SyntaxFactory.IdentifierName(level));
            return true;
        }

        return false;
    }
}
