using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC208: the id of the signed-in user, where something in scope knows it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EndUserContextFix() : PlaceFix(RuleIds.EndUserContext, "Send the id of the signed-in user", "user")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (!place.Diagnostic.Properties.TryGetValue("member", out var member) || member is null
            || place.Node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation || SignedInUser.IdAt(place) is not { } id)
            return false;

        InitializerInsertion.Add(creation, member + " = " + id.NormalizeWhitespace(), edit);
        return true;
    }
}
