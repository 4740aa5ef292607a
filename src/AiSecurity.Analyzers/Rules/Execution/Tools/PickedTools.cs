using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>What an application picks by the name of a function that a model calls, and runs through a contract of its own: <c>tools[call.Name].RunAsync(arguments)</c>.</summary>
internal sealed class PickedTools(AiFile file)
{
    /// <summary>The methods that implement what is run on the object which an expression with the name picks.</summary>
    public IEnumerable<ToolSite> By(SyntaxNode name, CatalogRow row, IReadOnlyList<SyntaxNode> around)
    {
        if (!file.Model.Compilation.ContainsSyntaxTree(name.SyntaxTree))
            yield break;

        var model = name.SyntaxTree == file.Model.SyntaxTree ? file.Model : file.Model.Compilation.LateModelOf(name.SyntaxTree);
        var shared = FlowFactStore.For(file.Compilation, file.Model.Compilation, file.CancellationToken).Shared;
        foreach (var method in RunBy(name, model).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default))
        {
            foreach (var body in shared.Uses.Named(method.Name))
            {
                if (body.Node is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax and not InterfaceDeclarationSyntax } run && (run.Body is not null || run.ExpressionBody is not null)
                    && run.ParameterList.Parameters.Count == method.Parameters.Length && shared.Families.Of(method.ContainingType.Name).Contains(body.Type))
                    yield return new ToolSite(run, body.Type, row, run, null) { Around = around };
            }
        }
    }

    private IEnumerable<IMethodSymbol> RunBy(SyntaxNode name, SemanticModel model)
    {
        foreach (var node in name.AncestorsAndSelf().TakeWhile(static node => node is not (StatementSyntax or MemberDeclarationSyntax)))
        {
            // tools.TryGetValue(call.Name, out var tool)
            foreach (var argument in (node as InvocationExpressionSyntax)?.ArgumentList.Arguments ?? default)
            {
                if (argument.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax { Identifier.ValueText: var variable } } declaration && IsContract(model.GetTypeInfo(declaration, file.CancellationToken).Type))
                    return UsesOf(variable, node, model);
            }

            if (node is InvocationExpressionSyntax or ElementAccessExpressionSyntax && IsContract(model.GetTypeInfo(node, file.CancellationToken).Type))
                return Runs((ExpressionSyntax)node, model);
        }

        return [];
    }

    private IEnumerable<IMethodSymbol> Runs(ExpressionSyntax picked, SemanticModel model)
    {
        while (picked.Parent is ParenthesizedExpressionSyntax or AwaitExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
            picked = (ExpressionSyntax)picked.Parent;
        return picked.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var variable } } ? UsesOf(variable, picked, model)
            : RunOn(picked, model) is { } method ? [method] : [];
    }

    private IEnumerable<IMethodSymbol> UsesOf(string variable, SyntaxNode node, SemanticModel model) =>
        (node.Ancestors().FirstOrDefault(static outer => outer is BlockSyntax or CompilationUnitSyntax) ?? node).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == variable).Select(use => RunOn(use, model)).OfType<IMethodSymbol>();

    /// <summary>The method that is called on an expression, as far as the application declares it for others to implement.</summary>
    private IMethodSymbol? RunOn(ExpressionSyntax receiver, SemanticModel model)
    {
        var call = receiver.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } access when access.Expression == receiver => invocation,
            ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax } invocation } access when access.Expression == receiver => invocation,
            PostfixUnaryExpressionSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } } => invocation,
            _ => null,
        };
        return call is not null && model.GetSymbolInfo(call, file.CancellationToken).Symbol is IMethodSymbol method && IsContract(method.ContainingType) ? method.OriginalDefinition : null;
    }

    private static bool IsContract(ITypeSymbol? type) => type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } named && (named.TypeKind == TypeKind.Interface || named.IsAbstract);
}
