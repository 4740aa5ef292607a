using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Functions that an application keeps by their names and calls by the one that a model wants: <c>handlers[call.Name](arguments)</c>.</summary>
/// <param name="file">The file.</param>
/// <param name="nameIn">The text of a constant; null where it is none.</param>
internal sealed class HandlerTable(AiFile file, Func<ExpressionSyntax, string?> nameIn)
{
    /// <summary>The functions of the table that an expression with the name looks into.</summary>
    public IEnumerable<ToolSite> By(SyntaxNode name, CatalogRow row, IReadOnlyList<SyntaxNode> around)
    {
        if (!file.Model.Compilation.ContainsSyntaxTree(name.SyntaxTree))
            yield break;

        var model = name.SyntaxTree == file.Model.SyntaxTree ? file.Model : file.Model.Compilation.LateModelOf(name.SyntaxTree);
        if (TableOf(name, model) is not { } table || model.GetSymbolInfo(table, file.CancellationToken).Symbol is not { } kept || kept is not (IFieldSymbol or IPropertySymbol or ILocalSymbol))
            yield break;

        foreach (var reference in (kept is ILocalSymbol ? kept.ContainingSymbol : kept.ContainingType).DeclaringSyntaxReferences)
        {
            var scope = reference.GetSyntax(file.CancellationToken);
            var written = scope.SyntaxTree == model.SyntaxTree ? model : file.Model.Compilation.LateModelOf(scope.SyntaxTree);
            foreach (var node in scope.DescendantNodes())
            {
                if (EntryOf(node, kept.Name) is var (key, value) && nameIn(key) is { } called && HandlerOf(value, written) is { } handler)
                    yield return new ToolSite(key, called, row, handler, null) { Around = around };
            }
        }
    }

    /// <summary>The table: what is looked into by the name, and holds delegates of which one is called.</summary>
    private ExpressionSyntax? TableOf(SyntaxNode name, SemanticModel model) => name.Parent?.Parent?.Parent switch
    {
        ElementAccessExpressionSyntax { Expression: var table } picked when IsDelegate(model.GetTypeInfo(picked, file.CancellationToken).Type) => table,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var table, Name.Identifier.ValueText: "TryGetValue" or "GetValueOrDefault" }, ArgumentList.Arguments: { Count: > 0 } arguments } found
            when IsDelegate(arguments.Count == 1 ? model.GetTypeInfo(found, file.CancellationToken).Type : (model.GetTypeInfo(table, file.CancellationToken).Type as INamedTypeSymbol)?.TypeArguments.LastOrDefault()) => table,
        _ => null,
    };

    private static bool IsDelegate(ITypeSymbol? type) => type?.TypeKind == TypeKind.Delegate;

    /// <summary>A name and what stands under it, where that table is made or filled.</summary>
    private static (ExpressionSyntax Key, ExpressionSyntax Value)? EntryOf(SyntaxNode node, string table) => node switch
    {
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } key }, Right: var value } when IsMadeFor(node.Parent, table) => (key[0].Expression, value),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: { Count: 2 } pair } when IsMadeFor(node.Parent, table) => (pair[0], pair[1]),
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: var filled, ArgumentList.Arguments: { Count: 1 } key }, Right: var value } when SimpleNames.Of(filled) == table => (key[0].Expression, value),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var filled, Name.Identifier.ValueText: "Add" or "TryAdd" }, ArgumentList.Arguments: { Count: 2 } pair } when SimpleNames.Of(filled) == table => (pair[0].Expression, pair[1].Expression),
        _ => null,
    };

    /// <summary>Whether an initializer is the one of the object that a variable or member is given.</summary>
    private static bool IsMadeFor(SyntaxNode? initializer, string table) => initializer?.Parent?.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var variable } } => variable == table,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: var property } } => property == table,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax { Identifier.ValueText: var property } } => property == table,
        AssignmentExpressionSyntax { Left: var target } => SimpleNames.Of(target) == table,
        _ => false,
    };

    /// <summary>The code that runs: a lambda, or the method of the project that is named.</summary>
    private SyntaxNode? HandlerOf(ExpressionSyntax value, SemanticModel model) => value is AnonymousFunctionExpressionSyntax
        ? value
        : model.GetSymbolInfo(value, file.CancellationToken) is var found && (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method && method.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
            ? reference.GetSyntax(file.CancellationToken)
            : null;
}
