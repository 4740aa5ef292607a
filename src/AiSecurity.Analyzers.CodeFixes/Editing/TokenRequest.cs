using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Writes <c>(await credential.GetTokenAsync(new(scopes), cancellationToken)).Token</c>.</summary>
internal static class TokenRequest
{
    /// <summary>The expression; null where nothing can be awaited, or the types are not there.</summary>
    public static ExpressionSyntax? Create(ReportedPlace place, string scope)
    {
        if (!CallingFunction.CanAwait(place.Node) || Credential(place) is not { } credential || Method(credential.Type, place.Symbols) is not { } method
            || method.Parameters.FirstOrDefault()?.Type is not INamedTypeSymbol context || TokenOf(method, place.Symbols) is not { } token)
            return null;

        var generator = place.Generator;
        var scopes = SyntaxFactory.ParseExpression("new[] { " + SymbolDisplay.FormatLiteral(scope, quote: true) + " }");
        var call = generator.InvocationExpression(
            generator.MemberAccessExpression(credential.Expression, method.Name), generator.ObjectCreationExpression(place.Types.To(context), scopes), CallingFunction.Cancellation(place) ?? SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression));
        return (ExpressionSyntax)generator.MemberAccessExpression(SyntaxFactory.ParenthesizedExpression((ExpressionSyntax)generator.AwaitExpression(call)), token);
    }

    /// <summary>A credential in scope before a new one.</summary>
    private static EntraCredential? Credential(ReportedPlace place)
    {
        var preferred = AiOptions.Credential.Read(place.Document.Project.AnalyzerOptions, place.Model.SyntaxTree, RuleIds.KeyHeader);
        var offered = EntraCredential.At(place.Node.SpanStart, preferred, place.Symbols, place.Model, place.Generator, place.CancellationToken);
        return offered.FirstOrDefault(static credential => credential.Id == EntraCredential.InScope) ?? offered.FirstOrDefault();
    }

    private static IMethodSymbol? Method(ITypeSymbol credential, AiSymbols symbols)
    {
        for (ITypeSymbol? type = credential; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                // What gives a secret and can be awaited.
                if (method.Name.EndsWith("Async", StringComparison.Ordinal) && symbols.RowsOf(method).Any(static row => row is { Role: Role.Source } && row["origin"] == "secret"))
                    return method;
            }
        }

        return null;
    }

    /// <summary>The name of the property that holds the text of the token.</summary>
    private static string? TokenOf(IMethodSymbol method, AiSymbols symbols)
    {
        var answer = method.ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0] : method.ReturnType;
        return answer.GetMembers().FirstOrDefault(member => member is IPropertySymbol && symbols.RowsOf(member).Any(static row => row.Role == Role.Source))?.Name;
    }
}
