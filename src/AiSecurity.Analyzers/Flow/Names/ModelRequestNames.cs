using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>Whether code that posts to an address which it does not know asks a model: by what it sends, by what its helpers say, or by what its callers do. Safe for concurrent use.</summary>
/// <param name="isAnyNamed">Whether any file names the path of a model's operation.</param>
/// <param name="uses">All bodies that may say so.</param>
/// <param name="catalog">The paths.</param>
internal sealed class ModelRequestNames(Func<bool> isAnyNamed, Func<BodyUses> uses, AiCatalog catalog)
{
    /// <summary>Methods that hand the address on.</summary>
    private const int MaxDepth = 2;

    private readonly ConcurrentDictionary<SyntaxNode, bool> _known = new();

    /// <summary>Whether the code around a request writes a conversation, or is called with the path of a model's operation.</summary>
    public bool AreAround(SyntaxNode request) => isAnyNamed() && Scope(request) is { } scope && _known.GetOrAdd(scope, node => IsOne(node));

    /// <summary>Whether a method of the project, or one that implements it, hands back the response of a model.</summary>
    public bool AreIn(IMethodSymbol sender)
    {
        if (!isAnyNamed())
            return false;

        var senders = sender.MethodKind == MethodKind.LocalFunction ? sender.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()) : uses().Named(sender.Name).Select(static body => body.Node);
        return senders.Any(node => Brings(node, "HttpResponseMessage") && _known.GetOrAdd(node, scope => NamesPath(scope) || IsOne(scope)));
    }

    private bool IsOne(SyntaxNode scope)
    {
        if (ModelBody.IsIn(scope, catalog))
            return true;
        if (scope is not MethodDeclarationSyntax method)
            return false;

        var helpers = new List<MethodDeclarationSyntax>();
        AddHelpers(method, helpers, 0);
        // What is nearest to the request knows best: Messages() + "/count_tokens".
        if (helpers.Find(helper => NamesPath(helper) || NamesOtherPath(helper)) is { } address)
            return NamesPath(address);
        return PropertiesIn(method).Any(NamesPath) || helpers.Exists(helper => ModelBody.IsIn(helper, catalog)) || IsMadeForModel(method) || IsSaidByCallers(method, 0);
    }

    /// <summary>The properties of the type that a method reads, and what derived types make of them.</summary>
    private IEnumerable<SyntaxNode> PropertiesIn(MethodDeclarationSyntax method)
    {
        var read = new HashSet<string>(method.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText));
        foreach (var member in (method.Parent as TypeDeclarationSyntax)?.Members ?? default)
        {
            if (member is not PropertyDeclarationSyntax property || !read.Contains(property.Identifier.ValueText))
                continue;
            yield return property;
            foreach (var body in IsLeftToDerived(property) ? uses().Named(property.Identifier.ValueText) : [])
            {
                if (body.Node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } other && other.Modifiers.Any(SyntaxKind.OverrideKeyword))
                    yield return other;
            }
        }
    }

    private static bool IsLeftToDerived(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.AbstractKeyword) || member.Modifiers.Any(SyntaxKind.VirtualKeyword);

    /// <summary>Whether another type makes the request: <c>provider.CreateRequest(settings, query)</c>.</summary>
    private bool IsMadeForModel(MethodDeclarationSyntax method)
    {
        foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && uses().Named(name).Any(body => Brings(body.Node, "HttpRequestMessage") && NamesPath(body.Node)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a method hands back a request or response, also as a task.</summary>
    private static bool Brings(SyntaxNode method, string type) =>
        ((method as MethodDeclarationSyntax)?.ReturnType ?? (method as LocalFunctionStatementSyntax)?.ReturnType)?.DescendantNodesAndSelf().Any(node => node is IdentifierNameSyntax name && name.Identifier.ValueText == type) == true;

    /// <summary>The methods of the type that it calls: for the request, its address or its body.</summary>
    private void AddHelpers(MethodDeclarationSyntax method, List<MethodDeclarationSyntax> helpers, int depth)
    {
        foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not SimpleNameSyntax { Identifier.ValueText: var name })
                continue;
            foreach (var member in (method.Parent as TypeDeclarationSyntax)?.Members ?? default)
            {
                if (member is not MethodDeclarationSyntax helper || helper == method || helper.Identifier.ValueText != name || helpers.Contains(helper))
                    continue;
                helpers.Add(helper);
                if (depth < MaxDepth)
                    AddHelpers(helper, helpers, depth + 1);
                if (IsLeftToDerived(helper))
                    helpers.AddRange(uses().Named(name).Select(static body => body.Node).OfType<MethodDeclarationSyntax>().Where(other => other.Modifiers.Any(SyntaxKind.OverrideKeyword) && !helpers.Contains(other)));
            }
        }
    }

    private bool IsSaidByCallers(MethodDeclarationSyntax method, int depth)
    {
        if (method.ParameterList.Parameters.Count == 0)
            return false;

        foreach (var user in uses().UsersOf(method.Identifier.ValueText))
        {
            if (user.Node == method)
                continue;
            var isOfType = user.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText == method.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;
            foreach (var call in user.Node.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (SimpleNames.Of(call.Expression) != method.Identifier.ValueText || call.ArgumentList.Arguments.Count > method.ParameterList.Parameters.Count)
                    continue;
                if (call.ArgumentList.Arguments.Any(argument => NamesPath(argument) || IsNamedPath(argument.Expression)) || (isOfType && Scope(call) is { } scope && ModelBody.IsIn(scope, catalog)))
                    return true;
                if (depth < MaxDepth && Scope(call) is MethodDeclarationSyntax outer && HandsOn(call, outer) && IsSaidByCallers(outer, depth + 1))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether what is handed on was given to the method.</summary>
    private static bool HandsOn(InvocationExpressionSyntax call, MethodDeclarationSyntax method) =>
        call.ArgumentList.Arguments.Any(argument => argument.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText)));

    /// <summary>A constant of the type that holds the path.</summary>
    private bool IsNamedPath(ExpressionSyntax argument) => argument is IdentifierNameSyntax name && argument.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && type.Members.Any(member => member is FieldDeclarationSyntax field && field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name.Identifier.ValueText && NamesPath(variable)));

    private static bool NamesOtherPath(SyntaxNode code) => code.DescendantTokens().Any(static token => (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)) && ModelPath.IsAny(token.ValueText));

    private bool NamesPath(SyntaxNode code) => code.DescendantTokens().Any(token => (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)) && ModelPath.IsIn(token.ValueText, catalog));

    /// <summary>The member; among top-level statements the outermost lambda, or all of them.</summary>
    private static SyntaxNode? Scope(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        GlobalStatementSyntax statement => node.Ancestors().TakeWhile(outer => outer != statement).OfType<AnonymousFunctionExpressionSyntax>().LastOrDefault() ?? statement.Parent,
        { } member => member,
        null => null,
    };
}
