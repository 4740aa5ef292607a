using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Tools of libraries that are missing: what does not bind is what its name says, where no other library has such a name.</summary>
internal static class MissingTools
{
    public static CatalogRow? RowOf(string attribute, AiFile file)
    {
        var index = file.Compilation.Symbols.Catalog.Index;
        var rows = index.Types(attribute).AddRange(index.Types(attribute + "Attribute"));
        var tool = rows.FirstOrDefault(static row => row.Role == Role.Tool && row["as"] is null);
        return tool is null || rows.All(row => row.TypeName == tool.TypeName) || IsNear(tool, rows, file) ? tool : null;
    }

    /// <summary>Whether a file uses the tool's library, or is a part of it, and uses no other one that has the name.</summary>
    private static bool IsNear(CatalogRow tool, ImmutableArray<CatalogRow> rows, AiFile file)
    {
        var root = file.Model.SyntaxTree.GetRoot(file.CancellationToken);
        var used = root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(static node => ((node as UsingDirectiveSyntax)?.Name ?? (node as BaseNamespaceDeclarationSyntax)?.Name)?.ToString()).OfType<string>().ToList();
        return used.Exists(name => name.Split('.')[0] == tool.TypeName.Split('.')[0]) && !rows.Any(row => row.TypeName != tool.TypeName && used.Exists(name => row.TypeName.StartsWith(name + ".", System.StringComparison.Ordinal)));
    }

    public static IEnumerable<(SyntaxNode Node, CatalogRow Row)> In(AiFile file)
    {
        var index = file.Compilation.Symbols.Catalog.Index;
        foreach (var body in FlowFactStore.For(file.Compilation, file.Model.Compilation, file.CancellationToken).Shared.Names.Of(file.Model.SyntaxTree))
        {
            if (!body.Uses.Any(use => index.Members(use.Name).Any(Brings) || index.Constructors(use.Name).Any(Brings)))
                continue;

            foreach (var node in body.Node.DescendantNodes())
            {
                var rows = node switch
                {
                    InvocationExpressionSyntax invocation when EndpointNames.NameOf(invocation.Expression) is { } name => index.Members(name),
                    ObjectCreationExpressionSyntax { Parent: ArgumentSyntax } creation when EndpointNames.NameOf(creation.Type) is { } name => index.Constructors(name),
                    _ => ImmutableArray<CatalogRow>.Empty,
                };
                if (rows.FirstOrDefault(Brings) is { } row && row["unless"]?.Split(',').Any(choice => body.Node.ToString().Contains(choice)) != true && file.Model.GetSymbolInfo(node, file.CancellationToken) is { Symbol: null, CandidateSymbols.IsEmpty: true })
                    yield return (node, row);
            }
        }
    }

    private static bool Brings(CatalogRow row) => row.Role == Role.Tool && row["as"] is not (null or "type") && row["when"] is null && row.Member[0] == 'M';
}
