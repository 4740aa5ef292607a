using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Models;

/// <summary>Loaders of libraries that are missing: in files that use their namespace, what does not bind is what its name says.</summary>
internal sealed class MissingModels
{
    private readonly ImmutableArray<CatalogRow> _rows;
    private readonly ImmutableHashSet<string> _everywhere;

    private MissingModels(AiFile file)
    {
        var symbols = file.Compilation.Symbols;
        _rows = symbols.Catalog[Role.ModelLoad].RemoveAll(row => symbols.FindNestedType(row.TypeName) is not null);
        _everywhere = _rows.IsEmpty ? ImmutableHashSet<string>.Empty : file.Model.Compilation.SyntaxTrees.SelectMany(static tree => Usings(tree, isGlobal: true)).ToImmutableHashSet();
    }

    /// <summary>The arguments that hold a model, with the name of what loads it.</summary>
    public static IEnumerable<(ArgumentSyntax Model, string Loader)> In(AiFile file)
    {
        var missing = file.Compilation.Once(() => new MissingModels(file));
        if (missing._rows.IsEmpty)
            yield break;

        var used = missing._everywhere.Union(Usings(file.Model.SyntaxTree, isGlobal: false));
        var rows = missing._rows.RemoveAll(row => !used.Contains(Namespace(row)));
        if (rows.IsEmpty)
            yield break;

        foreach (var node in file.Model.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes())
        {
            if (node is (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) && rows.FirstOrDefault(row => Loads(node, row, file)) is { } loader && ModelOf(node, loader, file) is { } model)
                yield return (model, loader.MemberName == "#ctor" ? loader.SimpleTypeName : loader.MemberName);
        }
    }

    private static bool Loads(SyntaxNode node, CatalogRow row, AiFile file) => node switch
    {
        ObjectCreationExpressionSyntax creation => row.MemberName == "#ctor" && EndpointNames.NameOf(creation.Type) == row.SimpleTypeName && IsMissing(file.Model.GetTypeInfo(creation, file.CancellationToken).Type, row),
        ImplicitObjectCreationExpressionSyntax creation => row.MemberName == "#ctor" && creation.ArgumentList.Arguments.Count > 0 && IsMissing(file.Model.GetTypeInfo(creation, file.CancellationToken).Type, row),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var owner } } =>
            name == row.MemberName && IsMissing(file.Model.GetTypeInfo(owner, file.CancellationToken).Type ?? file.Model.GetSymbolInfo(owner, file.CancellationToken).Symbol as ITypeSymbol, row, EndpointNames.NameOf(owner)),
        _ => false,
    };

    private static bool IsMissing(ITypeSymbol? type, CatalogRow row, string? written = null) =>
        type is null ? written == row.SimpleTypeName : type is IErrorTypeSymbol && (type.Name == row.SimpleTypeName || (type.Name.Length == 0 && written == row.SimpleTypeName));

    /// <summary>The argument that its name or its place tells; null for one that is a model which was loaded already.</summary>
    private static ArgumentSyntax? ModelOf(SyntaxNode node, CatalogRow row, AiFile file)
    {
        var names = row["value"]!.Split(',');
        var arguments = CandidateCall.ArgumentsOf(node).ToList();
        var model = arguments.Find(argument => argument.NameColon is { } colon && names.Contains(colon.Name.Identifier.ValueText)) ?? arguments.Find(static argument => argument.NameColon is null);
        if (model is null)
            return null;

        var type = file.Model.GetTypeInfo(model.Expression, file.CancellationToken).Type;
        return type is IErrorTypeSymbol && file.Compilation.Symbols.Catalog[Role.ModelLoad].Any(other => other.MemberName == "#ctor" && other.SimpleTypeName == type.Name) ? null : model;
    }

    private static string Namespace(CatalogRow row) => row.TypeName.Substring(0, Math.Max(0, row.TypeName.LastIndexOf('.')));

    private static IEnumerable<string> Usings(SyntaxTree tree, bool isGlobal)
    {
        if (tree.GetRoot() is not CompilationUnitSyntax root)
            return [];

        var all = isGlobal ? root.Usings : root.Usings.Concat(root.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(static inner => inner.Usings));
        return all.Where(directive => directive.Name is not null && (!isGlobal || directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))).Select(static directive => directive.Name!.ToString());
    }
}
