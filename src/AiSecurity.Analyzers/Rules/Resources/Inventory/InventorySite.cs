using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>A place where something is made, named or opened that an inventory may list.</summary>
/// <param name="Node">The call, creation or assignment.</param>
/// <param name="Member">What is called or assigned; null where the compiler cannot tell.</param>
/// <param name="Rows">What the catalog says of it; never empty.</param>
internal sealed record InventorySite(SyntaxNode Node, ISymbol? Member, ImmutableArray<CatalogRow> Rows)
{
    /// <summary>Where to report it: its name, so that a chain of calls has a place for each.</summary>
    public SyntaxNode Place => Node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        ObjectCreationExpressionSyntax creation => creation.Type,
        AssignmentExpressionSyntax assignment => assignment.Right,
        _ => Node,
    };

    public CatalogRow? RowOf(Role role)
    {
        foreach (var row in Rows)
        {
            if (row.Role == role)
                return row;
        }

        return null;
    }

    /// <summary>The NuGet package that brings it.</summary>
    public string SdkOf(CatalogRow row) => row.Package.Length > 0 ? row.Package : Member?.ContainingAssembly?.Name ?? "";
}
