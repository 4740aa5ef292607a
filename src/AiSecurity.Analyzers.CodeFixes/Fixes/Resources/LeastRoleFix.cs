using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Resources;
using AiSecurity.Analyzers.Rules.Resources.Assignments;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Resources;

/// <summary>AISEC503: the role for users of the resource, written as the other one was.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class LeastRoleFix() : PlaceFix(RuleIds.LeastRole, "Assign the role for users", "role")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (RoleOf(place, LeastRoleAnalyzer.AssignedProperty) is not { } assigned || RoleOf(place, LeastRoleAnalyzer.EnoughProperty) is not { } enough)
            return false;

        switch (place.Node)
        {
            case IdentifierNameSyntax name:
                edit.Replace(name, SyntaxFactory.IdentifierName(AzureRoles.IdentifierOf(enough)));
                return true;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal when Replaced(literal.Token.ValueText, assigned, enough) is { } value && Replaced(literal.Token.Text, assigned, enough) is { } text:
                edit.Replace(literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Token(default, literal.Token.Kind(), text, value, default)));
                return true;
            case InterpolatedStringTextSyntax part when Replaced(part.TextToken.ValueText, assigned, enough) is { } value && Replaced(part.TextToken.Text, assigned, enough) is { } text:
                edit.Replace(part, SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, text, value, default)));
                return true;
            default:
                return false;
        }
    }

    private static CatalogRow? RoleOf(ReportedPlace place, string property) =>
        place.Diagnostic.Properties.TryGetValue(property, out var name) && name is not null ? new AzureRoles(place.Symbols.Catalog[Role.AzureRole]).Named(name) : null;

    private static string? Replaced(string text, CatalogRow assigned, CatalogRow enough)
    {
        foreach (var (old, wanted) in Forms(assigned, enough))
        {
            if (text.IndexOf(old, StringComparison.OrdinalIgnoreCase) is var start and >= 0)
                return text.Remove(start, old.Length).Insert(start, wanted);
        }

        return null;
    }

    private static IEnumerable<(string Old, string Wanted)> Forms(CatalogRow assigned, CatalogRow enough)
    {
        yield return (assigned.Member, enough.Member);
        foreach (var name in AzureRoles.NamesOf(assigned))
        {
            yield return (name.Replace('_', ' '), AzureRoles.TitleOf(enough));
            yield return (name.Replace("_", ""), AzureRoles.IdentifierOf(enough));
        }
    }
}
