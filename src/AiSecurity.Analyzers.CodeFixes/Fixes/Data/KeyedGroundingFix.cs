using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Data;

/// <summary>AISEC401: opens the data source with the managed identity of the model's service.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class KeyedGroundingFix() : PlaceFix(RuleIds.KeyedGrounding, "Use the managed identity of the model's service", "identity")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (place.Node is not InvocationExpressionSyntax call || place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is not { } method)
            return false;

        foreach (var row in place.Symbols.Catalog[Role.Grounding])
        {
            // The way without a key is a member of the same type.
            var entra = row["entra"]!.Substring(2);
            var dot = entra.LastIndexOf('.');
            if (place.Symbols.FindNestedType(entra.Substring(0, dot)) is not { } type || !SymbolEqualityComparer.Default.Equals(type, method.ContainingType) || type.GetMembers(entra.Substring(dot + 1)).IsEmpty)
                continue;

            edit.Replace(call, place.Generator.InvocationExpression(place.Types.Member(type, entra.Substring(dot + 1))));
            UnusedCode.Mark(call, place.Model, edit, place.CancellationToken);
            return true;
        }

        return false;
    }
}
