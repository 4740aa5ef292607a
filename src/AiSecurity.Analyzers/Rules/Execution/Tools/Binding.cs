using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Members of the application's own that bind somebody, by their names: payments, orders, approvals.</summary>
internal static class Binding
{
    public static CatalogRow? RowOf(string name, AiCatalog catalog)
    {
        foreach (var row in catalog[Role.SideEffectWord])
        {
            if (name.StartsWith(row.Member, StringComparison.Ordinal) && (name.Length == row.Member.Length || char.IsUpper(name[row.Member.Length])))
                return row;
        }

        return null;
    }

    /// <summary>A name alone is none: the member does it elsewhere, or changes what is kept.</summary>
    public static bool Does(IMethodSymbol method, CatalogRow row, ProjectView view)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty)
            return false;

        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(view.CancellationToken);
            // Who implements it, is called: an interface of which nothing is known here is a service's.
            if (declaration is MethodDeclarationSyntax { Body: null, ExpressionBody: null } declared)
                return !view.Flow.Names.All.Any(body => body.Name == declared.Identifier.ValueText);
            if (row["unless"] is null && view.Sees(declaration.SyntaxTree) && declaration.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => IsKept(assignment.Left, view)))
                return true;
        }

        return false;
    }

    private static bool IsKept(ExpressionSyntax target, ProjectView view) => target switch
    {
        MemberAccessExpressionSyntax or IdentifierNameSyntax => view.SymbolOf(target) is IFieldSymbol or IPropertySymbol && !target.Parent!.Parent!.IsInitializer(),
        ElementAccessExpressionSyntax element => view.SymbolOf(element.Expression) is IFieldSymbol or IPropertySymbol,
        _ => false,
    };

    private static bool IsInitializer(this SyntaxNode node) => node is InitializerExpressionSyntax;
}
