using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>A place where a name stands that can have something to do with endpoints.</summary>
/// <param name="Node">The invocation, creation or assignment.</param>
/// <param name="Name">What is called, created or assigned.</param>
/// <param name="Role">The role that the name can give it.</param>
/// <param name="IsAgent">Whether the name can mean that a model is exposed as it is.</param>
internal readonly record struct EndpointSite(SyntaxNode Node, string Name, Role Role, bool IsAgent = false)
{
    /// <summary>What of the node has a symbol.</summary>
    public SyntaxNode Bound => Node is AssignmentExpressionSyntax assignment ? assignment.Left : Node;
}

/// <summary>The names in one file that map endpoints, keep callers out, or say where the server listens. By name alone.</summary>
internal sealed class EndpointNames
{
    /// <summary>Kept with the catalog and the trees, so that an edit reads only its own file again.</summary>
    private static readonly ConditionalWeakTable<AiCatalog, ConditionalWeakTable<SyntaxTree, EndpointNames>> Catalogs = new();

    /// <summary>Collections to which filters are added: <c>options.Filters.Add(...)</c>, <c>options.Interceptors.Add(...)</c>.</summary>
    private static readonly ImmutableHashSet<string> FilterCollections = ImmutableHashSet.Create("Filters", "Interceptors");

    public ImmutableArray<EndpointSite> Sites { get; private set; } = ImmutableArray<EndpointSite>.Empty;

    /// <summary>Where the program adds an address that the server listens to: <c>app.Urls.Add(...)</c>.</summary>
    public ImmutableArray<InvocationExpressionSyntax> Addresses { get; private set; } = ImmutableArray<InvocationExpressionSyntax>.Empty;

    /// <summary>Where a filter is added for the whole application.</summary>
    public ImmutableArray<InvocationExpressionSyntax> Filters { get; private set; } = ImmutableArray<InvocationExpressionSyntax>.Empty;

    /// <summary>Where the context of a hub is taken, by which other code sends to its callers: <c>IHubContext&lt;ChatHub&gt;</c>.</summary>
    public ImmutableArray<GenericNameSyntax> HubContexts { get; private set; } = ImmutableArray<GenericNameSyntax>.Empty;

    /// <summary>Whether anything here decides for endpoints of other files.</summary>
    public bool SpeaksForOthers { get; private set; }

    /// <summary>Whether anything here maps endpoints, or has a base type or an attribute of what is mapped.</summary>
    public bool MayAnswer { get; private set; }

    public static EndpointNames Of(SyntaxTree tree, AiCatalog catalog, CancellationToken cancellationToken)
    {
        var files = Catalogs.GetValue(catalog, static _ => new());
        if (files.TryGetValue(tree, out var known))
            return known;

        var names = Read(tree.GetRoot(cancellationToken), catalog);
        return files.GetValue(tree, _ => names);
    }

    public static string? NameOf(SyntaxNode? node) => node switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => null,
    };

    private static EndpointNames Read(SyntaxNode root, AiCatalog catalog)
    {
        var names = new EndpointNames();
        var sites = ImmutableArray.CreateBuilder<EndpointSite>();
        var filters = ImmutableArray.CreateBuilder<InvocationExpressionSyntax>();
        var addresses = ImmutableArray.CreateBuilder<InvocationExpressionSyntax>();
        var contexts = ImmutableArray.CreateBuilder<GenericNameSyntax>();
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case InvocationExpressionSyntax invocation:
                    if (NameOf(invocation.Expression) is not { } called)
                        break;
                    if (IsFilter(invocation, called))
                        filters.Add(invocation);
                    else if (called == "Add" && invocation is { Expression: MemberAccessExpressionSyntax { Expression: var list } } && NameOf(list) == "Urls")
                        addresses.Add(invocation);
                    Add(invocation, called, catalog.Index.Members(called));
                    break;
                case ObjectCreationExpressionSyntax creation when NameOf(creation.Type) is { } created:
                    Add(creation, created, catalog.Index.Constructors(created));
                    break;
                case AssignmentExpressionSyntax assignment when NameOf(assignment.Left) is { } assigned:
                    Add(assignment, assigned, catalog.Index.Members(assigned));
                    break;
                case BaseTypeSyntax baseType when !names.MayAnswer:
                    names.MayAnswer = EndpointTypeName.Is(NameOf(baseType.Type), catalog);
                    break;
                case AttributeSyntax attribute when !names.MayAnswer:
                    names.MayAnswer = EndpointTypeName.Is(NameOf(attribute.Name), catalog);
                    break;
                case GenericNameSyntax { TypeArgumentList.Arguments.Count: > 0 } context when IsSender(context, catalog):
                    contexts.Add(context);
                    break;
            }
        }

        names.Sites = sites.ToImmutable();
        names.Filters = filters.ToImmutable();
        names.Addresses = addresses.ToImmutable();
        names.HubContexts = contexts.ToImmutable();
        names.SpeaksForOthers |= filters.Count + addresses.Count > 0;
        return names;

        void Add(SyntaxNode node, string name, ImmutableArray<CatalogRow> rows)
        {
            foreach (var row in rows)
            {
                if (row.Role is not (Role.Endpoint or Role.Authorization or Role.RateLimit or Role.Listen or Role.CrossOrigin) || (row.MemberName == "#ctor") != node is ObjectCreationExpressionSyntax)
                    continue;
                // A limiter holds for whoever comes to it, and is no convention of anything.
                if (row["kind"] == "asked")
                {
                    names.SpeaksForOthers = true;
                    return;
                }

                sites.Add(new EndpointSite(node, name, row.Role, row["kind"] == "agent"));
                names.MayAnswer |= row.Role == Role.Endpoint && row["kind"] != "group";
                names.SpeaksForOthers |= row.Role is not (Role.Endpoint or Role.CrossOrigin) || row["kind"] is "controllers" or "pages" or "hub" or "grpc";
                return;
            }
        }
    }

    private static bool IsSender(GenericNameSyntax type, AiCatalog catalog)
    {
        foreach (var row in catalog.Index.Types(type.Identifier.ValueText))
        {
            if (row.Role == Role.Endpoint && row["kind"] == "sender")
                return true;
        }

        return false;
    }

    private static bool IsFilter(InvocationExpressionSyntax invocation, string name) =>
        name.StartsWith("Add", StringComparison.Ordinal) && invocation.Expression is MemberAccessExpressionSyntax { Expression: var collection } && NameOf(collection) is { } owner && FilterCollections.Contains(owner);
}
