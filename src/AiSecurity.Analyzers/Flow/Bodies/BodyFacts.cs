using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>The facts of one body, from its declaration.</summary>
internal static class BodyFacts
{
    /// <summary>The facts of a body and the functions in it; null for one that is on no way and hands nothing on.</summary>
    public static ImmutableArray<FlowFacts>? Of(BodyNames body, bool isOnWay, FlowCompilation compilation, SemanticModel model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (OwnerOf(body.Node, model, cancellationToken) is not { } owner)
            return ImmutableArray<FlowFacts>.Empty;
        if (!isOnWay && !HelperBodies.HandsOn(owner, compilation.DataTypes))
            return null;
        var isOther = !SymbolEqualityComparer.Default.Equals(model.Compilation.Assembly, compilation.Assembly);
        if ((isOther ? SharedGraphs.Of(body.Node, model.Compilation, () => GraphOf(body.Node, model, cancellationToken)) : GraphOf(body.Node, model, cancellationToken)) is not { } graph)
            return ImmutableArray<FlowFacts>.Empty;

        compilation.CountGraph();
        return BodyFlow.Analyze(graph, owner, compilation, model, body.CallsShieldService, cancellationToken);
    }

    private static ControlFlowGraph? GraphOf(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken) => model.OperationOf(body is PrimaryConstructorBaseTypeSyntax ? body.Parent!.Parent! : body, cancellationToken) switch
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
