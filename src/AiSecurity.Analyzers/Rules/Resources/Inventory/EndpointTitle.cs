using System.Linq;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>What an endpoint is called: its route, or its type and method.</summary>
internal static class EndpointTitle
{
    public static string Of(ModelEndpoint endpoint)
    {
        if (endpoint.Place.SourceTree is not { } tree)
            return endpoint.Name;

        var named = tree.GetRoot().FindToken(endpoint.Place.SourceSpan.Start).Parent;
        if (named is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } method)
            return type.Identifier.ValueText + "." + method.Identifier.ValueText;

        var call = named?.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault();
        return call?.ArgumentList.Arguments.FirstOrDefault() is { } first && ConstantText.Fold(first.Expression) is { Length: > 0 } route ? route : endpoint.Name;
    }
}
