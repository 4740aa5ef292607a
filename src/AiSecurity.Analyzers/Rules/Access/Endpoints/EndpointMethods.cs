using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>A method that answers requests because of its type or its attributes.</summary>
internal sealed record EndpointMethod(MethodDeclarationSyntax Declaration, IMethodSymbol Method, string Kind);

/// <summary>The actions, page handlers, hub and gRPC methods and open functions that come to an AI service.</summary>
internal sealed class EndpointMethods(ProjectView view, ModelReach reach)
{
    public IEnumerable<EndpointMethod> Find()
    {
        foreach (var body in reach.Bodies.OrderBy(static body => body.Node.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static body => body.Node.SpanStart))
        {
            if (body.Node is MethodDeclarationSyntax declaration && MayAnswer(declaration)
                && view.ModelOf(declaration).GetDeclaredSymbol(declaration, view.CancellationToken) is { } method
                && KindOf(method) is { } kind && reach.From(declaration))
                yield return new EndpointMethod(declaration, method, kind);
        }
    }

    /// <summary>The name in a call, which is what is reported.</summary>
    public static SimpleNameSyntax NameIn(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax simple => simple,
        _ => SyntaxFactory.IdentifierName(""),
    };

    private static bool MayAnswer(MethodDeclarationSyntax method) => method.Modifiers.Any(SyntaxKind.PublicKeyword) && method.Parent is ClassDeclarationSyntax or RecordDeclarationSyntax
        && !((TypeDeclarationSyntax)method.Parent).Modifiers.Any(SyntaxKind.AbstractKeyword);

    private string? KindOf(IMethodSymbol method)
    {
        foreach (var attribute in method.Parameters.SelectMany(static parameter => parameter.GetAttributes()))
        {
            if (view.RowOf(attribute.AttributeClass, Role.Endpoint) is { } row)
                return row["kind"] == "function" && IsOpen(attribute, row["bad"]) ? "function" : null;
        }

        if (method.IsStatic || method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "NonActionAttribute"))
            return null;

        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            var row = view.RowOf(type, Role.Endpoint) ?? type.GetAttributes().Select(attribute => view.RowOf(attribute.AttributeClass, Role.Endpoint)).FirstOrDefault(static found => found is not null);
            switch (row?["kind"])
            {
                case null:
                    continue;
                case "page":
                    return method.Name.StartsWith("On", StringComparison.Ordinal) ? "page" : null;
                case "grpc":
                    return method.IsOverride ? "grpc" : null;
                case "hub":
                    return method.IsOverride ? null : "hub";
                case var kind:
                    return kind;
            }
        }

        return null;
    }

    /// <summary>Whether a function's trigger asks for no key; one that says nothing does.</summary>
    private bool IsOpen(AttributeData attribute, string? level) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(view.CancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments }
        && arguments.Any(argument => EndpointNames.NameOf(argument.Expression) == level);
}
