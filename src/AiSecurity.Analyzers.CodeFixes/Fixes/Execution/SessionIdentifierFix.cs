using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC308: a new identifier.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SessionIdentifierFix() : PlaceFix(RuleIds.SessionIdentifier, "Use a new GUID", "guid")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        var value = place.Node is ArgumentSyntax { Expression: var expression } ? expression : place.Node as ExpressionSyntax;
        // A URL that is written out holds more than the identifier.
        if (value is null || (value is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax && value.ToString().Contains("identifier=")))
            return false;

        var guid = place.Model.LookupSymbols(value.SpanStart, name: "Guid").IsEmpty ? "System.Guid" : "Guid";
        if (value.Parent is InterpolationSyntax hole)
            edit.Replace(hole, SyntaxFactory.Interpolation(SyntaxFactory.ParseExpression(guid + ".NewGuid()"), null, SyntaxFactory.InterpolationFormatClause(SyntaxFactory.Token(SyntaxKind.ColonToken), SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, "N", "N", default))));
        else
            edit.Replace(value, SyntaxFactory.ParseExpression(guid + ".NewGuid().ToString(\"N\")"));
        return true;
    }
}
