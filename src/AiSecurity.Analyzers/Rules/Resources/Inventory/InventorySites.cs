using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>
/// The places of one file that an inventory may list. A walk of its own: the shared one leaves out the names that only an inventory asks for,
/// and what the compiler cannot bind is here what its name says.
/// </summary>
internal sealed class InventorySites(AiFile file)
{
    private readonly Dictionary<SyntaxNode, InventorySite> _sites = [];
    private readonly AiSymbols _symbols = file.Compilation.Symbols;
    private List<string>? _usings;

    public IReadOnlyCollection<InventorySite> All => _sites.Values;

    public static InventorySites Of(AiFile file)
    {
        var sites = new InventorySites(file);
        foreach (var node in file.Model.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes(static node => node is not TypeSyntax))
            sites.Look(node);
        return sites;
    }

    public InventorySite? At(SyntaxNode node) => _sites.TryGetValue(node, out var site) ? site : null;

    /// <summary>What the functions set that a call is given.</summary>
    public IEnumerable<InventorySite> SetIn(SyntaxNode call) => CandidateCall.ArgumentsOf(call)
        .Where(static argument => argument.Expression is AnonymousFunctionExpressionSyntax)
        .SelectMany(static argument => argument.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        .Select(At).OfType<InventorySite>();

    private void Look(SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax invocation when EndpointNames.NameOf(invocation.Expression) is { } name && Listed(_symbols.Catalog.Index.Members(name)) is { IsEmpty: false } rows:
                Add(node, node, rows);
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: var left } when EndpointNames.NameOf(left) is { } name && Listed(_symbols.Catalog.Index.Members(name)) is { IsEmpty: false } rows:
                Add(node, left, rows.RemoveAll(static row => row.Member[0] != 'P'));
                break;
            case ObjectCreationExpressionSyntax creation:
                AddCreation(creation, EndpointNames.NameOf(creation.Type));
                break;
            case ImplicitObjectCreationExpressionSyntax creation:
                AddCreation(creation, null);
                break;
        }
    }

    private void Add(SyntaxNode node, SyntaxNode bound, ImmutableArray<CatalogRow> named)
    {
        var symbol = SymbolOf(node, bound, out var isMissing);
        var rows = symbol is not null ? Listed(_symbols.RowsOf(symbol)) : isMissing ? named.RemoveAll(row => !IsUsed(row) || !IsCalledOn(node, row)) : ImmutableArray<CatalogRow>.Empty;
        if (!rows.IsEmpty)
            _sites[node] = new InventorySite(node, symbol, rows);
    }

    private void AddCreation(BaseObjectCreationExpressionSyntax creation, string? name)
    {
        var symbol = SymbolOf(creation, creation, out _);
        var type = symbol?.ContainingType ?? file.Model.GetTypeInfo(creation, file.CancellationToken).Type;
        var rows = symbol is null ? ImmutableArray<CatalogRow>.Empty : Listed(_symbols.RowsOf(symbol));
        if (type is null or IErrorTypeSymbol)
        {
            name ??= type?.Name;
            if (name is not null)
                rows = Listed(_symbols.Catalog.Index.Constructors(name).AddRange(_symbols.Catalog.Index.Types(name))).RemoveAll(row => !IsUsed(row));
        }
        else if (!rows.Any(static row => row.Role is Role.Inventory or Role.Agent) && !IsWrapper(type, symbol) && _symbols.RowOf(type, Role.Inventory) is { } row)
        {
            rows = rows.Add(row);
        }

        if (!rows.IsEmpty)
            _sites[creation] = new InventorySite(creation, symbol, rows);
    }

    /// <summary>An agent around an agent, or a function around a function, is the same one; what makes the inner one by itself is another.</summary>
    private bool IsWrapper(ITypeSymbol type, ISymbol? constructor) =>
        (_symbols.Is(type, Role.PipelineType) || _symbols.Is(type, Role.ApprovalWrapper)) && (constructor is not IMethodSymbol method || method.Parameters.Any(parameter => _symbols.RowOf(parameter.Type, Role.Inventory) is not null));

    private ISymbol? SymbolOf(SyntaxNode node, SyntaxNode bound, out bool isMissing)
    {
        var info = file.Model.GetSymbolInfo(bound, file.CancellationToken);
        isMissing = info is { Symbol: null, CandidateSymbols.IsEmpty: true };
        return info.Symbol ?? CandidateCall.ResolveKnown(node, info, _symbols, file.Model, file.CancellationToken);
    }

    /// <summary>Whether the file names the library that a row is about.</summary>
    private bool IsUsed(CatalogRow row)
    {
        _usings ??= [.. file.Model.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>().Select(static directive => directive.Name?.ToString() ?? "")];
        var dot = row.TypeName.LastIndexOf('.');
        return dot > 0 && _usings.Exists(name => name == row.TypeName.Substring(0, dot) || name == row.Package || name.StartsWith(row.Package + ".", StringComparison.Ordinal));
    }

    /// <summary>Whether a call can be one of the row's member: what looks like a type in front of it must be the row's.</summary>
    private static bool IsCalledOn(SyntaxNode node, CatalogRow row)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var receiver } } } || receiver.Length == 0 || !char.IsUpper(receiver[0]))
            return true;

        return receiver == row.SimpleTypeName || row.SimpleTypeName.EndsWith("Extensions", StringComparison.Ordinal);
    }

    private static ImmutableArray<CatalogRow> Listed(ImmutableArray<CatalogRow> rows) =>
        rows.RemoveAll(static row => row.Role is not (Role.Inventory or Role.Agent or Role.McpServer or Role.ModelName or Role.ModelLoad or Role.Key or Role.TokenUse or Role.PipelineShield or Role.PipelineStart or Role.Approval or Role.Source) || (row.Role == Role.Source && row["filter"] is null));
}
