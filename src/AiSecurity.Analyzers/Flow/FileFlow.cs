using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>The facts of the bodies of one file that are worth a graph.</summary>
internal static class FileFlow
{
    public static ImmutableArray<FlowFacts> Of(AiCompilation compilation, SemanticModel model, CancellationToken cancellationToken) =>
        compilation.PerFile(model.SyntaxTree, () => Find(compilation, model, cancellationToken));

    public static FlowCompilation Shared(AiCompilation compilation, Compilation whole, CancellationToken cancellationToken) =>
        compilation.Once(() => new FlowCompilation(whole, compilation.Symbols, AreUntrusted(compilation, whole), cancellationToken));

    /// <summary>Whether any file says that the parameters of its public methods are untrusted.</summary>
    private static bool AreUntrusted(AiCompilation compilation, Compilation whole)
    {
        foreach (var tree in whole.SyntaxTrees)
        {
            if (AiOptions.PublicParameters.Read(compilation.Options, tree, RuleIds.UnshieldedInput) == "untrusted")
                return true;
        }

        return false;
    }

    private static ImmutableArray<FlowFacts> Find(AiCompilation compilation, SemanticModel model, CancellationToken cancellationToken)
    {
        var shared = Shared(compilation, model.Compilation, cancellationToken);
        var facts = ImmutableArray.CreateBuilder<FlowFacts>();
        foreach (var body in shared.Names.Of(model.SyntaxTree))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!shared.Selection.Contains(body) || OwnerOf(body.Node, model, cancellationToken) is not { } owner)
                continue;
            if (!shared.Selection.IsOnWay(body) && !HelperBodies.HandsOn(owner, shared.DataTypes))
                continue;
            if (GraphOf(body.Node, model, cancellationToken) is { } graph)
                facts.AddRange(BodyFlow.Analyze(graph, owner, shared, model, body.CallsShieldService, cancellationToken));
        }

        return facts.ToImmutable();
    }

    private static ControlFlowGraph? GraphOf(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken) => model.GetOperation(body is PrimaryConstructorBaseTypeSyntax ? body.Parent!.Parent! : body, cancellationToken) switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellationToken),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellationToken),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancellationToken),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancellationToken),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancellationToken),
        _ => null,
    };

    private static ISymbol? OwnerOf(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken) => body switch
    {
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => (model.GetDeclaredSymbol(property, cancellationToken) as IPropertySymbol)?.GetMethod,
        ArrowExpressionClauseSyntax { Parent: IndexerDeclarationSyntax indexer } => (model.GetDeclaredSymbol(indexer, cancellationToken) as IPropertySymbol)?.GetMethod,
        PrimaryConstructorBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax type } => PrimaryConstructorOf(model.GetDeclaredSymbol(type, cancellationToken) as INamedTypeSymbol, cancellationToken),
        EqualsValueClauseSyntax { Parent: { } declaration } => model.GetDeclaredSymbol(declaration, cancellationToken),
        _ => model.GetDeclaredSymbol(body, cancellationToken) as IMethodSymbol,
    };

    private static IMethodSymbol? PrimaryConstructorOf(INamedTypeSymbol? type, CancellationToken cancellationToken)
    {
        foreach (var constructor in type?.InstanceConstructors ?? ImmutableArray<IMethodSymbol>.Empty)
        {
            if (constructor.DeclaringSyntaxReferences is { Length: > 0 } references && references[0].GetSyntax(cancellationToken) is TypeDeclarationSyntax)
                return constructor;
        }

        return null;
    }
}
