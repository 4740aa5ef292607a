using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Assignments;

/// <summary>The code that says on which resource a role is assigned, with the locals in it.</summary>
internal sealed class AssignmentTarget(AiFile file)
{
    private const int MaxNodes = 400;

    public IEnumerable<SyntaxNode> Of(CallSite site, CatalogRow row)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<SyntaxNode>();
        if ((row["scope"] is { } scope ? BesideIn(site, scope) : CallWith(site.Node)?.Expression) is { } target)
            pending.Push(target);

        for (var count = 0; pending.Count > 0;)
        {
            foreach (var node in pending.Pop().DescendantNodesAndSelf())
            {
                if (++count > MaxNodes)
                    yield break;
                yield return node;
                if (node is IdentifierNameSyntax && SymbolOf(node) is ILocalSymbol local && seen.Add(local) && InitialOf(local) is { } initial)
                    pending.Push(initial);
            }
        }
    }

    /// <summary>What the property beside the role is set to.</summary>
    private static ExpressionSyntax? BesideIn(CallSite site, string scope)
    {
        foreach (var sibling in (site.Node.Parent as InitializerExpressionSyntax)?.Expressions ?? default)
        {
            if (sibling is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment && name.Identifier.ValueText == scope)
                return assignment.Right;
        }

        return null;
    }

    /// <summary>The call that takes a description of the assignment, as it is written there or from a local.</summary>
    private InvocationExpressionSyntax? CallWith(SyntaxNode description)
    {
        if (description.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax direct })
            return direct;
        if (description.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } || file.Model.GetDeclaredSymbol(declarator, file.CancellationToken) is not { } local)
            return null;

        var scope = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? declarator.SyntaxTree.GetRoot(file.CancellationToken);
        foreach (var node in scope.DescendantNodes())
        {
            if (node is ArgumentSyntax { Expression: IdentifierNameSyntax name, Parent.Parent: InvocationExpressionSyntax call }
                && name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(SymbolOf(name), local))
                return call;
        }

        return null;
    }

    private ExpressionSyntax? InitialOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is { Length: 1 } declarations && declarations[0].GetSyntax(file.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value } ? value : null;

    private ISymbol? SymbolOf(SyntaxNode node) => file.Model.GetSymbolInfo(node, file.CancellationToken).Symbol;
}
