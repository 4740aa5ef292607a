using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>
/// Whether code comes to a call of an AI service, at any depth. Names tell which members may; only on their ways anything is bound.
/// </summary>
internal sealed class ModelReach
{
    /// <summary>Calls inside calls.</summary>
    private const int MaxDepth = 40;

    private readonly ProjectView _view;
    private readonly Func<CatalogRow, bool> _isAbout;
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<string, List<BodyNames>> _byName = [];
    private readonly Dictionary<string, bool> _aiNames = [];
    private readonly Dictionary<SyntaxNode, bool> _known = [];
    private readonly Dictionary<SyntaxTree, HashSet<SyntaxNode>> _sites = [];

    public ModelReach(ProjectView view)
        : this(view, AiRequest.IsAbout)
    {
    }

    /// <summary>With what counts as a call of an AI service.</summary>
    public ModelReach(ProjectView view, Func<CatalogRow, bool> isAbout)
    {
        (_view, _isAbout) = (view, isAbout);
        Bodies = Select([.. view.Trees.SelectMany(tree => view.Flow.Names.Of(tree))]);
    }

    /// <summary>The bodies that may come to an AI service, as far as names tell.</summary>
    public HashSet<BodyNames> Bodies { get; }

    /// <summary>Whether code inside a node comes to an AI service.</summary>
    public bool From(SyntaxNode node) => node is IdentifierNameSyntax && _view.SymbolOf(node) is ILocalSymbol or IFieldSymbol
        ? FromDeclaration(_view.SymbolOf(node)!, 0)
        : From(node, 0);

    private HashSet<BodyNames> Select(List<BodyNames> all)
    {
        var users = new Dictionary<string, List<BodyNames>>();
        var chosen = new HashSet<BodyNames>();
        var open = new Stack<BodyNames>();
        foreach (var body in all)
        {
            if (!_byName.TryGetValue(body.Name, out var same))
                _byName.Add(body.Name, same = []);
            same.Add(body);
            foreach (var use in body.Uses)
            {
                if (!users.TryGetValue(use.Name, out var bodies))
                    users.Add(use.Name, bodies = []);
                bodies.Add(body);
                if (IsAi(use.Name) && chosen.Add(body))
                    open.Push(body);
            }
        }

        while (open.Count > 0)
        {
            _view.CancellationToken.ThrowIfCancellationRequested();
            var body = open.Pop();
            foreach (var name in body.LocalFunctions.Append(body.Name))
            {
                if (!_names.Add(name) || !users.TryGetValue(name, out var callers))
                    continue;
                foreach (var caller in callers)
                {
                    if (chosen.Add(caller))
                        open.Push(caller);
                }
            }
        }

        return chosen;
    }

    private bool From(SyntaxNode node, int depth)
    {
        if (depth > MaxDepth || !_view.Sees(node.SyntaxTree))
            return false;
        if (_known.TryGetValue(node, out var known))
            return known;

        _known[node] = false;
        foreach (var inner in node.DescendantNodesAndSelf())
        {
            _view.CancellationToken.ThrowIfCancellationRequested();
            if (inner is SimpleNameSyntax { Identifier.ValueText: var name } used && (_names.Contains(name) || IsAi(name)) && Leads(used, depth))
                return _known[node] = true;
        }

        return false;
    }

    private bool Leads(SimpleNameSyntax name, int depth)
    {
        SyntaxNode called = name;
        if (called.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            called = access;
        else if (called.Parent is MemberBindingExpressionSyntax binding)
            called = binding;
        var site = called.Parent is InvocationExpressionSyntax invocation && invocation.Expression == called ? invocation : called;
        if (_view.SymbolOf(site) is not { } symbol)
            return IsTelling(name.Identifier.ValueText) && IsSite(site);

        if (symbol is IMethodSymbol or IPropertySymbol && AiRequest.Is(symbol, site, _view, _isAbout))
            return true;
        if (symbol is ILocalSymbol { Type.TypeKind: TypeKind.Delegate } local)
            return FromDeclaration(local, depth);
        return symbol is IMethodSymbol or IPropertySymbol && _names.Contains(symbol.Name) && FromMember(symbol.OriginalDefinition, depth);
    }

    /// <summary>Whether a name is one of requests to models and of nothing else: SendAsync is everybody's.</summary>
    private bool IsTelling(string name) => _view.Symbols.Catalog.Index.Members(name).All(static row => AiRequest.IsAbout(row) && row["url"] is null);

    /// <summary>What the compiler cannot bind means what its name means.</summary>
    private bool IsSite(SyntaxNode site)
    {
        if (!_sites.TryGetValue(site.SyntaxTree, out var sites))
        {
            sites = [.. _view.Flow.Names.Of(site.SyntaxTree).SelectMany(static body => body.Sites).Where(static place => (place.Kinds & NameKind.Model) != 0).Select(static place => place.Node)];
            _sites.Add(site.SyntaxTree, sites);
        }

        return sites.Contains(site);
    }

    private bool FromMember(ISymbol member, int depth)
    {
        if (member is IMethodSymbol { ReducedFrom: { } unreduced })
            member = unreduced;
        if (FromDeclaration(member, depth))
            return true;
        if (!member.IsAbstract && !member.IsVirtual && !member.IsOverride && member is not IMethodSymbol { PartialImplementationPart: not null })
            return false;

        foreach (var body in _byName.TryGetValue(member.Name, out var same) ? same : [])
        {
            if (Bodies.Contains(body) && DeclaredBy(body.Node) is { } declared && Contracts.IsMetBy(member, declared) && From(body.Node, depth + 1))
                return true;
        }

        return false;
    }

    private bool FromDeclaration(ISymbol member, int depth)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (From(reference.GetSyntax(_view.CancellationToken), depth + 1))
                return true;
        }

        return false;
    }

    private ISymbol? DeclaredBy(SyntaxNode body)
    {
        var declaration = body is MethodDeclarationSyntax ? body : body.FirstAncestorOrSelf<PropertyDeclarationSyntax>();
        return declaration is null ? null : _view.ModelOf(declaration).GetDeclaredSymbol(declaration, _view.CancellationToken);
    }

    private bool IsAi(string name)
    {
        if (_aiNames.TryGetValue(name, out var known))
            return known;

        return _aiNames[name] = _view.Symbols.Catalog.Index.Members(name).Any(_isAbout);
    }
}
