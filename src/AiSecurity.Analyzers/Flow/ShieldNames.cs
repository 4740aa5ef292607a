using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow;

/// <summary>
/// The project's own methods that ask a prompt shield: by a member of the catalog, by the service's path in a string, or by an attribute of
/// the user. What calls one of them is taken to shield its arguments as well. Found by name: where that is too generous, a report is missing.
/// </summary>
internal sealed class ShieldNames
{
    private const int MaxDistance = 3;

    private readonly HashSet<string> _names = [];

    private ShieldNames(bool isInPipeline) => IsInPipeline = isInPipeline;

    /// <summary>Whether a filter, middleware or delegating client asks a shield: then it sees what is sent through it, whoever calls.</summary>
    public bool IsInPipeline { get; private set; }

    public bool Contains(string method) => _names.Contains(method);

    public static ShieldNames Of(Compilation compilation, AiCatalog catalog, CancellationToken cancellationToken)
    {
        var shields = new ShieldNames(false);
        var bodies = new List<BodyNames>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bodies.AddRange(BodyNames.Of(tree, catalog, cancellationToken));
        }

        var front = bodies.FindAll(body => Asks(body, catalog));
        for (var distance = 0; distance < MaxDistance && front.Count > 0; distance++)
        {
            var added = new HashSet<string>();
            foreach (var body in front)
            {
                shields.IsInPipeline |= IsPipelineType(body.Node);
                // A constructor or the program itself is nothing that others call to have a text looked at.
                if (body.Node is MethodDeclarationSyntax && shields._names.Add(body.Name))
                    added.Add(body.Name);
            }

            front = bodies.FindAll(body => body.Node is MethodDeclarationSyntax && !shields._names.Contains(body.Name) && !body.IsAnchor && UsesOneOf(body.Uses, added));
        }

        shields.IsInPipeline |= bodies.Exists(body => IsPipelineType(body.Node) && UsesOneOf(body.Uses, shields._names));
        return shields;
    }

    private static bool Asks(BodyNames body, AiCatalog catalog)
    {
        if (body.Node is MethodDeclarationSyntax { AttributeLists: { Count: > 0 } lists } && HasAttribute(lists))
            return true;

        foreach (var use in body.Uses)
        {
            foreach (var row in catalog.Index.Members(use.Name))
            {
                if (row.Role == Role.Shield)
                    return true;
            }
        }

        return body.CallsShieldService;
    }

    private static bool HasAttribute(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (attribute.Name.ToString().IndexOf("PromptShield", StringComparison.Ordinal) >= 0)
                    return true;
            }
        }

        return false;
    }

    private static bool UsesOneOf(ImmutableHashSet<NameUse> uses, HashSet<string> names)
    {
        foreach (var use in uses)
        {
            if (names.Contains(use.Name))
                return true;
        }

        return false;
    }

    /// <summary>Filters of Semantic Kernel, delegating clients and handlers, and middleware, by the names of their base types.</summary>
    private static bool IsPipelineType(SyntaxNode body)
    {
        foreach (var type in body.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.BaseList?.Types ?? default)
        {
            var name = type.Type.ToString();
            if (name.IndexOf("Filter", StringComparison.Ordinal) >= 0 || name.IndexOf("Delegating", StringComparison.Ordinal) >= 0 || name.IndexOf("Middleware", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
