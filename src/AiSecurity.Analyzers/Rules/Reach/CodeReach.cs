using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Reach;

/// <summary>
/// Whether code comes to a call that matters, at any depth. Names tell which members may; only on their ways anything is bound.
/// </summary>
internal abstract class CodeReach
{
    /// <summary>Calls inside calls.</summary>
    private const int MaxDepth = 40;

    private readonly HashSet<string> _names = [];

    /// <summary>Files are looked at side by side by these names alone.</summary>
    private readonly ConcurrentDictionary<string, bool> _telling = new();
    private readonly Dictionary<SyntaxNode, SyntaxNode?> _known = [];
    private readonly Lazy<HashSet<BodyNames>> _bodies;
    private readonly Handlers _handlers;
    private readonly ConcurrentDictionary<string, bool> _dispatching = new();

    protected CodeReach(ProjectView view)
    {
        View = view;
        _handlers = new Handlers(view);
        _bodies = new Lazy<HashSet<BodyNames>>(Select);
    }

    /// <summary>The bodies that may come to such a call, as far as names tell.</summary>
    public HashSet<BodyNames> Bodies => _bodies.Value;

    protected ProjectView View { get; }

    /// <summary>Whether a name can be that of a call that matters, or of a member on the way to one. Safe for concurrent use.</summary>
    public bool MayLead(SimpleNameSyntax name) => Bodies.Count > 0 && (_names.Contains(name.Identifier.ValueText) || IsTelling(name.Identifier.ValueText) || IsDispatching(name.Identifier.ValueText));

    /// <summary>The call that code inside a node comes to; null when it comes to none.</summary>
    protected SyntaxNode? SiteFrom(SyntaxNode node)
    {
        _ = Bodies;
        return node is IdentifierNameSyntax && View.SymbolOf(node) is ILocalSymbol or IFieldSymbol
            ? FromDeclaration(View.SymbolOf(node)!, 0)
            : From(node, 0);
    }

    /// <summary>Whether a member or a type that is created can be one that matters, by its name.</summary>
    protected abstract bool MayMatter(string name);

    /// <summary>Whether a call is one that matters.</summary>
    protected abstract bool Matters(ISymbol called, SyntaxNode site);

    /// <summary>The same of a call that does not bind.</summary>
    protected virtual bool MattersUnbound(SimpleNameSyntax name, SyntaxNode site) => false;

    /// <summary>Whether the code in a declaration counts.</summary>
    protected virtual bool Counts(SyntaxNode declaration) => true;

    private HashSet<BodyNames> Select()
    {
        var chosen = new HashSet<BodyNames>();
        var open = new Stack<BodyNames>();
        foreach (var name in View.Uses.Names)
        {
            if (IsTelling(name))
                Choose(name);
        }

        while (open.Count > 0)
        {
            View.CancellationToken.ThrowIfCancellationRequested();
            var body = open.Pop();
            foreach (var name in body.LocalFunctions.Append(body.Name))
            {
                if (_names.Add(name))
                    Choose(name);
            }
        }

        return chosen;

        void Choose(string name)
        {
            foreach (var user in View.Uses.UsersOf(name))
            {
                if (chosen.Add(user))
                    open.Push(user);
            }
        }
    }

    private SyntaxNode? From(SyntaxNode node, int depth)
    {
        if (depth > MaxDepth || !View.Sees(node.SyntaxTree))
            return null;
        if (_known.TryGetValue(node, out var known))
            return known;

        _known[node] = null;
        if (!Counts(node))
            return null;

        foreach (var inner in node.DescendantNodesAndSelf())
        {
            View.CancellationToken.ThrowIfCancellationRequested();
            if (inner is SimpleNameSyntax name && MayLead(name) && Follow(name, depth) is { } site)
                return _known[node] = site;
        }

        return null;
    }

    private SyntaxNode? Follow(SimpleNameSyntax name, int depth)
    {
        var site = SiteOf(name);
        if (View.SymbolOf(site) is not { } symbol)
            return IsTelling(name.Identifier.ValueText) && MattersUnbound(name, site) ? site : null;

        if (symbol is IMethodSymbol or IPropertySymbol && Matters(symbol, site))
            return site;
        if (symbol is ILocalSymbol { Type.TypeKind: TypeKind.Delegate } local)
            return FromDeclaration(local, depth);
        if (symbol is IMethodSymbol && IsDispatching(symbol.Name) && FromHandlers(symbol, site, depth) is { } handled)
            return handled;
        return symbol is IMethodSymbol or IPropertySymbol && _names.Contains(symbol.Name) ? FromMember(symbol.OriginalDefinition, depth) : null;
    }

    /// <summary>The call, the creation or the member access that a name stands in.</summary>
    public static SyntaxNode SiteOf(SimpleNameSyntax name)
    {
        SyntaxNode called = name;
        if (called.Parent is MemberAccessExpressionSyntax access && access.Name == name)
            called = access;
        else if (called.Parent is MemberBindingExpressionSyntax binding)
            called = binding;
        else if (called.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
            called = qualified;
        return called.Parent switch
        {
            InvocationExpressionSyntax invocation when invocation.Expression == called => invocation,
            ObjectCreationExpressionSyntax creation when creation.Type == called => creation,
            _ => called,
        };
    }

    private SyntaxNode? FromMember(ISymbol member, int depth)
    {
        if (member is IMethodSymbol { ReducedFrom: { } unreduced })
            member = unreduced;
        if (FromDeclaration(member, depth) is { } own)
            return own;
        if (!member.IsAbstract && !member.IsVirtual && !member.IsOverride && member is not IMethodSymbol { PartialImplementationPart: not null })
            return null;

        foreach (var body in View.Uses.Named(member.Name))
        {
            if (Bodies.Contains(body) && DeclaredBy(body.Node) is { } declared && Contracts.IsMetBy(member, declared) && From(body.Node, depth + 1) is { } site)
                return site;
        }

        return null;
    }

    private SyntaxNode? FromHandlers(ISymbol called, SyntaxNode site, int depth)
    {
        foreach (var body in _handlers.Of(called, site))
        {
            if (Bodies.Contains(body) && From(body.Node, depth + 1) is { } handled)
                return handled;
        }

        return null;
    }

    private SyntaxNode? FromDeclaration(ISymbol member, int depth)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (From(reference.GetSyntax(View.CancellationToken), depth + 1) is { } site)
                return site;
        }

        return null;
    }

    private ISymbol? DeclaredBy(SyntaxNode body)
    {
        var declaration = body is MethodDeclarationSyntax ? body : body.FirstAncestorOrSelf<PropertyDeclarationSyntax>();
        return declaration is null ? null : View.ModelOf(declaration).GetDeclaredSymbol(declaration, View.CancellationToken);
    }

    private bool IsDispatching(string name) => _dispatching.GetOrAdd(name, candidate => _handlers.MayLead(candidate, _names));

    private bool IsTelling(string name) => _telling.GetOrAdd(name, MayMatter);
}
