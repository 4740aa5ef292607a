using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Bodies;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Calls by which something is asked of an AI service.</summary>
internal static class AiRequest
{
    public static bool IsAbout(CatalogRow row) => row.Role == Role.AiCall || NameKinds.KindOf(row) is NameKind.Model or NameKind.Request;

    public static bool Is(ISymbol symbol, SyntaxNode site, ProjectView view, Func<CatalogRow, bool> isAbout)
    {
        foreach (var row in view.Symbols.RowsOf(symbol))
        {
            if (isAbout(row) && (row["url"] is null || (!Reads(site) && (NamesModelPath(site, view.Symbols.Catalog) || (!NamesOtherPath(site) && view.Requests.AreAround(site))))) && !IsAnsweredHere(site, view))
                return true;
        }

        return false;
    }

    /// <summary>A request by HTTP is one where the member, or the type's fields and properties, hold a path of a model's operation.</summary>
    private static bool NamesModelPath(SyntaxNode site, AiCatalog catalog)
    {
        var member = site.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is null)
            return false;
        if (Names(member, catalog))
            return true;

        foreach (var other in (member.Parent as TypeDeclarationSyntax)?.Members ?? default)
        {
            if (other is FieldDeclarationSyntax or PropertyDeclarationSyntax && Names(other, catalog))
                return true;
        }

        return false;
    }

    private static bool Names(SyntaxNode node, AiCatalog catalog)
    {
        foreach (var token in node.DescendantTokens())
        {
            if ((token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)) && ModelPath.IsIn(token.ValueText, catalog))
                return true;
        }

        return false;
    }

    /// <summary>Whether a request is made with GET: it asks for what is there already.</summary>
    private static bool Reads(SyntaxNode site)
    {
        foreach (var argument in (site.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.ArgumentList.Arguments) ?? default)
        {
            var request = argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var name }
                ? site.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => variable.Identifier.ValueText == name)?.Initializer?.Value
                : argument.Expression;
            if (request is BaseObjectCreationExpressionSyntax && request.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(static verb => verb is { Name.Identifier.ValueText: "Get", Expression: IdentifierNameSyntax { Identifier.ValueText: "HttpMethod" } }))
                return true;
        }

        return false;
    }

    private static bool NamesOtherPath(SyntaxNode site)
    {
        foreach (var argument in (site.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.ArgumentList.Arguments) ?? default)
        {
            if (argument.Expression is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax && argument.DescendantTokens().Any(static token => ModelPath.IsAny(token.ValueText)))
                return true;
        }

        return false;
    }

    private static bool IsAnsweredHere(SyntaxNode site, ProjectView view) =>
        view.ModelOf(site).OperationOf(site, view.CancellationToken) is { } operation && OwnAgents.AnswersItself(operation, view.Flow);
}
