using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Gateways;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC111: the gateway's host, when there is one only.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class GatewayFix() : PlaceFix(RuleIds.Gateway, "Use the gateway's host", "gateway")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (place.Node is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            || !place.Diagnostic.Properties.TryGetValue(GatewayHosts.Property, out var gateway) || gateway is null)
            return false;

        var host = AiHosts.HostOf(literal.Token.ValueText);
        var value = Replaced(literal.Token.ValueText, host, gateway);
        var text = Replaced(literal.Token.Text, host, gateway);
        if (value is null || text is null)
            return false;

        edit.Replace(literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Token(default, literal.Token.Kind(), text, value, default)));
        return true;
    }

    private static string? Replaced(string text, string host, string gateway) =>
        host.Length > 0 && text.IndexOf(host, StringComparison.OrdinalIgnoreCase) is var start and >= 0 ? text.Remove(start, host.Length).Insert(start, gateway) : null;
}
