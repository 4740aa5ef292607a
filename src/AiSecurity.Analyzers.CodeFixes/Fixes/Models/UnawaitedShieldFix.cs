using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC205: awaits a shield that nobody waits for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnawaitedShieldFix() : PlaceFix(RuleIds.IgnoredShield, "Await the shield", "await")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (!IgnoredShield.Is(place, "unawaited") || place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            return false;

        // _ = shield.EnsureSafeAsync(text);
        ExpressionSyntax replaced = call.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } discard ? discard : call;
        if (replaced.Parent is not (ExpressionStatementSyntax or EqualsValueClauseSyntax))
            return false;

        edit.Replace(replaced, SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), call.WithoutTrivia()));
        return true;
    }
}
