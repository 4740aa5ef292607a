using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Assignments;

/// <summary>Finds the powerful roles in what a role assignment is given: in texts, constants and members of SDKs, and in the locals and fields that hold them.</summary>
internal sealed class AssignedRoles(AiFile file)
{
    private const int MaxNodes = 400;

    private readonly AzureRoles _roles = new(file.Compilation.Symbols.Catalog[Role.AzureRole]);

    public IEnumerable<(SyntaxNode Place, CatalogRow Role)> At(CallSite site, CatalogRow row)
    {
        if (site.Node is AssignmentExpressionSyntax assignment)
            return In(assignment.Right);

        var found = new List<(SyntaxNode, CatalogRow)>();
        foreach (var argument in CandidateCall.ArgumentsOf(site.Node))
        {
            if (site.Member is IMethodSymbol method && ParameterOf(argument, method)?.Name == row["value"])
                found.AddRange(In(argument.Expression));
        }

        return found;
    }

    /// <summary>Also for the second and later values of a list of parameters.</summary>
    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, IMethodSymbol method) =>
        CandidateCall.ParameterOf(argument, method) ?? (method.Parameters.Length > 0 && method.Parameters[method.Parameters.Length - 1] is { IsParams: true } list ? list : null);

    private IEnumerable<(SyntaxNode Place, CatalogRow Role)> In(ExpressionSyntax value)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var places = new HashSet<SyntaxNode>();
        var pending = new Stack<SyntaxNode>();
        pending.Push(value);
        for (var count = 0; pending.Count > 0;)
        {
            foreach (var node in pending.Pop().DescendantNodesAndSelf())
            {
                if (++count > MaxNodes)
                    yield break;
                if (RoleAt(node) is { } role)
                {
                    if (places.Add(node))
                        yield return (node, role);
                }
                else if (node is IdentifierNameSyntax && file.Model.GetSymbolInfo(node, file.CancellationToken).Symbol is { } symbol && seen.Add(symbol) && ValueOf(symbol) is { } held)
                {
                    pending.Push(held);
                }
            }
        }
    }

    private CatalogRow? RoleAt(SyntaxNode node)
    {
        switch (node)
        {
            case InterpolatedStringTextSyntax text:
                return _roles.PowerfulIn(text.TextToken.ValueText);
            case LiteralExpressionSyntax { Token.Value: string text }:
                return _roles.PowerfulIn(text);
            // Only members that stand for a role: a variable may have any name, and its value is looked at.
            case MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access
                when file.Model.GetSymbolInfo(access, file.CancellationToken).Symbol is IPropertySymbol { IsStatic: true } or IFieldSymbol { IsStatic: true, IsConst: false } or IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } or null:
                return _roles.PowerfulIn(name.Identifier.ValueText);
            default:
                return null;
        }
    }

    /// <summary>What a local, field or property of this file is declared with.</summary>
    private ExpressionSyntax? ValueOf(ISymbol symbol)
    {
        if (symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol) || symbol.DeclaringSyntaxReferences is not { Length: 1 } declarations || declarations[0].SyntaxTree != file.Model.SyntaxTree)
            return null;

        return declarations[0].GetSyntax(file.CancellationToken) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        };
    }
}
