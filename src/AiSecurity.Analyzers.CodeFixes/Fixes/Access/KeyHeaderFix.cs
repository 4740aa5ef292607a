using System.Linq;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC103: puts a token of Microsoft Entra ID where the key is sent.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class KeyHeaderFix() : PlaceFix(RuleIds.KeyHeader, "Send a Microsoft Entra ID token", "token")
{
    private const string Authorization = "Authorization";

    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (!place.Diagnostic.Properties.TryGetValue(KeyHeaderAnalyzer.ScopeProperty, out var scope) || scope is null || TokenRequest.Create(place, scope) is not { } token)
            return false;

        switch (place.Node)
        {
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments }:
                edit.Replace(arguments[1].Expression, token);
                UnusedCode.Mark(arguments[1].Expression, place.Model, edit, place.CancellationToken);
                return true;
            case InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Expression: var headers }, ArgumentList.Arguments: { Count: 2 } arguments } call
                when SettableType(headers, place) is { } type:
                var value = place.Generator.ObjectCreationExpression(place.Types.To(type), place.Generator.LiteralExpression("Bearer"), token);
                edit.Replace(call, place.Generator.AssignmentStatement(place.Generator.MemberAccessExpression(headers, Authorization), value));
                UnusedCode.Mark(arguments[1].Expression, place.Model, edit, place.CancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The type of a collection's own property for this header; null when it has none.</summary>
    private static INamedTypeSymbol? SettableType(ExpressionSyntax headers, ReportedPlace place)
    {
        for (var type = place.Model.GetTypeInfo(headers, place.CancellationToken).Type; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(Authorization).FirstOrDefault() is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public, Type: INamedTypeSymbol property })
                return (INamedTypeSymbol)property.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        }

        return null;
    }
}
