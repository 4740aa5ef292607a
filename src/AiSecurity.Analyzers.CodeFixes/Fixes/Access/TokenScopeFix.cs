using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC108: the service's own scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TokenScopeFix() : PlaceFix(RuleIds.TokenScope, "Ask for the AI service's own scope", "scope")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (place.Node is not ExpressionSyntax written || !place.Diagnostic.Properties.TryGetValue(TokenScopeAnalyzer.ScopeProperty, out var scope) || scope is null)
            return false;

        edit.Replace(written, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(scope)));
        UnusedCode.Mark(written, place.Model, edit, place.CancellationToken);
        return true;
    }
}
