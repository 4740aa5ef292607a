using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC209: verifies the file on its way to the loader, where the run-time guards are referenced. The digest is a placeholder, which nothing passes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnverifiedModelFix() : PlaceFix(RuleIds.UnverifiedModel, "Verify the SHA-256 digest of the file", "verify")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (place.Node is not ExpressionSyntax path || place.Model.GetTypeInfo(path, place.CancellationToken).Type?.SpecialType != SpecialType.System_String || !TakesFile(path, place))
            return false;

        foreach (var row in place.Symbols.Catalog[Role.ModelCheck])
        {
            if (row["kind"] == "path" && place.Symbols.FindType(row.TypeName) is { } type)
            {
                edit.Replace(path, place.Generator.InvocationExpression(place.Types.Member(type, row.MemberName), path.WithoutTrivia(), place.Generator.LiteralExpression("<sha-256>")));
                return true;
            }
        }

        return false;
    }

    /// <summary>Some loaders take the path of a folder, which has no digest.</summary>
    private static bool TakesFile(ExpressionSyntax path, ReportedPlace place) =>
        path.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is { } call
        && place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is { } member
        && place.Symbols.RowsOf(member).Any(static row => row.Role == Role.ModelLoad && row["kind"] != "folder");
}
