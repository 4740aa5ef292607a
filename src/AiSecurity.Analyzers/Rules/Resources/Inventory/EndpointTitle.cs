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
        var texts = call?.ArgumentList.Arguments.Select(static argument => ConstantText.Fold(argument.Expression)).Where(static text => text is { Length: > 0 }).ToArray();
        // An agent or its name may stand before the route.
        return texts is null ? endpoint.Name : texts.FirstOrDefault(static text => text![0] == '/') ?? texts.FirstOrDefault() ?? endpoint.Name;
    }
}
