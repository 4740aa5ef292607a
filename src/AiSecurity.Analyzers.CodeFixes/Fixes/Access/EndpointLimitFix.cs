using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC112: a rate limit by the policy of that name, which the application has to add.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EndpointLimitFix() : PlaceFix(RuleIds.UnlimitedEndpoint, "Require the rate limit \"ai\"", "limit")
{
    private const string Policy = "ai";

    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        var policy = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Policy));
        var change = new EndpointEdit(place, edit, Role.RateLimit, SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(policy))));
        // Calls of hubs and of gRPC services are limited where they are mapped.
        return change.TryAdd((kind, method) => kind == "action" && change.TryAddAttribute(method));
    }
}
