using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Whether a request changes something: its verb decides, and a POST may only ask.</summary>
internal static class HttpVerbs
{
    private static readonly string[] Changing = ["Put", "Delete", "Patch"];

    public static bool Change(string method, SyntaxNode member, ProjectView view)
    {
        if (Changing.Any(verb => method.IndexOf(verb, StringComparison.Ordinal) >= 0))
            return true;
        if (method.IndexOf("Post", StringComparison.Ordinal) < 0)
        {
            var verbs = member.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(static access => EndpointNames.NameOf(access.Expression) == "HttpMethod").Select(static access => access.Name.Identifier.ValueText).ToList();
            if (verbs.Any(verb => Array.IndexOf(Changing, verb) >= 0))
                return true;
            if (!verbs.Contains("Post"))
                return verbs.Count == 0 && TakesVerb(member, view);
        }

        return !OnlyAsks(member, view.Symbols.Catalog);
    }

    /// <summary>Whether a call gives a method of the project the verb of a request that changes something: <c>SendAsync(HttpMethod.Put, path)</c>.</summary>
    public static bool AreGiven(ISymbol called, SyntaxNode site, ProjectView view)
    {
        if (called is not IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } method || site is not InvocationExpressionSyntax call || method.Parameters.FirstOrDefault(static parameter => parameter.Type.Name == "HttpMethod") is not { } taken)
            return false;

        var given = call.ArgumentList.Arguments.FirstOrDefault(argument => CandidateCall.ParameterOf(argument, method)?.Name == taken.Name)?.Expression;
        return given is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var verb } access && EndpointNames.NameOf(access.Expression) == "HttpMethod"
            && (Array.IndexOf(Changing, verb) >= 0 || (verb == "Post" && !OnlyAsks((SyntaxNode?)site.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? site, view.Symbols.Catalog)));
    }

    /// <summary><c>new HttpMethod(verb)</c>: whoever calls says what it does.</summary>
    private static bool TakesVerb(SyntaxNode member, ProjectView view) => member.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        .Any(creation => EndpointNames.NameOf(creation.Type) == "HttpMethod" && creation.ArgumentList is { Arguments: { Count: 1 } verbs } && !view.ModelOf(creation).GetConstantValue(verbs[0].Expression, view.CancellationToken).HasValue);

    /// <summary>Fields, properties and methods of the type that a member names, and what its constructors write to them: an address often stands there.</summary>
    private static IEnumerable<SyntaxNode> NamedIn(SyntaxNode member)
    {
        if (member.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            yield break;

        var names = new HashSet<string>(member.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText));
        foreach (var declared in type.Members)
        {
            switch (declared)
            {
                case FieldDeclarationSyntax { Declaration.Variables: { Count: 1 } variables } when names.Contains(variables[0].Identifier.ValueText):
                case PropertyDeclarationSyntax property when names.Contains(property.Identifier.ValueText):
                case MethodDeclarationSyntax { ExpressionBody: not null } method when names.Contains(method.Identifier.ValueText):
                    yield return declared;
                    break;
                case ConstructorDeclarationSyntax constructor:
                    foreach (var assignment in constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
                    {
                        if (EndpointNames.NameOf(assignment.Left) is { } target && names.Contains(target))
                            yield return assignment.Right;
                    }

                    break;
            }
        }
    }

    private static bool OnlyAsks(SyntaxNode member, AiCatalog catalog)
    {
        foreach (var token in member.DescendantTokens().Concat(NamedIn(member).SelectMany(static node => node.DescendantTokens())))
        {
            if (!token.IsKind(SyntaxKind.StringLiteralToken) && !token.IsKind(SyntaxKind.InterpolatedStringTextToken))
                continue;
            // A path, and not a sentence.
            if (token.ValueText.Contains(" ") || (!token.ValueText.Contains("/") && !token.ValueText.Contains("?")))
                continue;
            if (catalog[Role.ReadPath].Concat(catalog[Role.ModelPath]).Any(row => token.ValueText.IndexOf(row.Member, StringComparison.OrdinalIgnoreCase) >= 0))
                return true;
        }

        return false;
    }
}
