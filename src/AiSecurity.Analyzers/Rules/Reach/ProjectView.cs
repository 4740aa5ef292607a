using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Reach;

/// <summary>The files that a look at endpoints may see: one while it is typed, all at the end of the compilation.</summary>
internal sealed class ProjectView(AiCompilation compilation, FlowCompilation flow, Func<SyntaxTree, SemanticModel> modelOf, IReadOnlyCollection<SyntaxTree> trees, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxTree, DevelopmentGuard> _guards = new();
    private BodyUses? _uses;
    private ModelRequestNames? _requests;

    /// <summary>One file, while it is typed.</summary>
    public static ProjectView OfFile(AiCompilation compilation, SemanticModelAnalysisContext file) =>
        new(compilation, FlowFactStore.For(compilation, file.SemanticModel.Compilation, file.CancellationToken).Shared, _ => file.SemanticModel, [file.SemanticModel.SyntaxTree], file.CancellationToken);

    /// <summary>Files at the end of the compilation.</summary>
    public static ProjectView OfFiles(AiCompilation compilation, Compilation whole, IReadOnlyCollection<SyntaxTree> trees, CancellationToken cancellationToken, BoundNames? bound = null) =>
        new(compilation, FlowFactStore.For(compilation, whole, cancellationToken).Shared, whole.LateModelOf, trees, cancellationToken) { Bound = bound };

    /// <summary>Files at the end of the compilation, from which calls are followed into other projects.</summary>
    public static ProjectView OfSolution(AiCompilation compilation, Compilation whole, IReadOnlyCollection<SyntaxTree> trees, CancellationToken cancellationToken, BoundNames? bound = null) =>
        new(compilation, FlowFactStore.For(compilation, whole, cancellationToken).Shared, whole.LateModelOf, trees, cancellationToken)
        {
            Bound = bound,
            Others = ReferencedSources.Of(compilation, whole),
        };

    public AiCompilation Compilation { get; } = compilation;

    public FlowCompilation Flow { get; } = flow;

    public AiSymbols Symbols => Compilation.Symbols;

    public HashSet<SyntaxTree> Trees { get; } = [.. trees];

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public SemanticModel ModelOf(SyntaxNode node) => _models.GetOrAdd(node.SyntaxTree, tree => Others?.Contains(tree) == true ? Others.ModelOf(tree) : modelOf(tree));

    public EndpointNames NamesOf(SyntaxTree tree) => EndpointNames.Of(tree, Symbols.Catalog, CancellationToken);

    /// <summary>The bodies of the files by name; with several files, of all that there are.</summary>
    public BodyUses Uses => _uses ??= Others is { Trees.Count: > 0 } others ? new BodyUses(Flow.Names.All.Concat(others.Bodies(CancellationToken)))
        : Trees.Count > 1 ? Flow.Uses : new BodyUses(Trees.SelectMany(tree => Flow.Names.Of(tree)));

    /// <summary>Whether any file names the path of a model's operation, or writes what is sent to one.</summary>
    public bool NamesModelRequest => Flow.Names.NamesModelRequest || Others?.NameModelRequest(CancellationToken) == true;

    /// <summary>Requests whose address nothing is known of, also those of other projects.</summary>
    public ModelRequestNames Requests => _requests ??= Others is { Trees.Count: > 0 } ? new ModelRequestNames(() => NamesModelRequest, () => Uses, Symbols.Catalog) : Flow.Requests;

    /// <summary>The sources of other projects, into which calls are followed; null where a look ends at the project's border.</summary>
    public ReferencedSources? Others { get; init; }

    public bool Sees(SyntaxTree tree) => Trees.Contains(tree) || Others?.Contains(tree) == true;

    /// <summary>What was bound before; null when nothing was.</summary>
    public BoundNames? Bound { get; init; }

    /// <summary>The symbol behind a node, also where an argument's type is missing.</summary>
    public ISymbol? SymbolOf(SyntaxNode node) => Bound is not null && Bound.TryGet(node, out var known) ? known : BoundNames.Resolve(node, ModelOf(node), CancellationToken);

    /// <summary>The row that gives a site a role; null where the symbol behind the name has none.</summary>
    public CatalogRow? RowOf(EndpointSite site, Role role)
    {
        var symbol = SymbolOf(site.Bound);
        if (symbol is not null)
        {
            foreach (var row in Symbols.RowsOf(symbol))
            {
                if (row.Role == role)
                    return row;
            }

            // Hosting libraries move their extensions about: what a library calls MapMcp maps a server.
            if (!symbol.DeclaringSyntaxReferences.IsEmpty)
                return null;
        }

        return role == Role.Endpoint ? AgentRow(site.Name) : symbol is null ? ConventionRow(site.Name, role) : null;
    }

    /// <summary>The row that gives a type a role; a type that is missing is taken for what its name says.</summary>
    public CatalogRow? RowOf(INamedTypeSymbol? type, Role role)
    {
        if (type is not IErrorTypeSymbol)
            return Symbols.RowOf(type, role);

        foreach (var row in Symbols.Catalog.Index.Types(type.Name).AddRange(Symbols.Catalog.Index.Types(type.Name + nameof(Attribute))))
        {
            if (row.Role == role)
                return row;
        }

        return null;
    }

    public bool IsDevelopment(SyntaxNode node) => Trees.Contains(node.SyntaxTree)
        && _guards.GetOrAdd(node.SyntaxTree, _ => new DevelopmentGuard(Symbols, ModelOf(node), CancellationToken)).Covers(node);

    /// <summary>On what a missing library maps, nothing binds: a convention is what its name says.</summary>
    private CatalogRow? ConventionRow(string name, Role role)
    {
        foreach (var row in Symbols.Catalog.Index.Members(name))
        {
            if (row.Role == role && row["kind"] is null && row["value"] is null)
                return row;
        }

        return null;
    }

    private CatalogRow? AgentRow(string name)
    {
        foreach (var row in Symbols.Catalog.Index.Members(name))
        {
            if (row.Role == Role.Endpoint && row["kind"] == "agent")
                return row;
        }

        return null;
    }
}
