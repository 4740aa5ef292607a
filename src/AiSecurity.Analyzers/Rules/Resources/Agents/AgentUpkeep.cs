using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Agents;

/// <summary>Whether code around a place deletes agents, looks for one that is there already, or keeps the one that it gets.</summary>
internal sealed class AgentUpkeep(ProjectView view)
{
    /// <summary>Members by which a value is put into a collection or a cache.</summary>
    private static readonly string[] Stores = ["Add", "TryAdd", "AddOrUpdate", "Set", "SetAsync", "TryUpdate"];

    /// <summary>Whether the type around a place deletes agents or looks for them.</summary>
    public bool IsInTypeOf(SyntaxNode place)
    {
        var scope = (SyntaxNode?)place.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? place.SyntaxTree.GetRoot(view.CancellationToken);
        foreach (var node in scope.DescendantNodes())
        {
            if (node is SimpleNameSyntax name && IsUpkeep(name))
                return true;
        }

        return false;
    }

    /// <summary>Whether what a call gives is put where it outlives the method.</summary>
    public bool IsKept(SyntaxNode call)
    {
        var value = call;
        while (value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax
               || value.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression) || value.Parent.IsKind(SyntaxKind.CoalesceExpression) || IsCalledOn(value))
            value = value.Parent!;

        return value.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Right == value => Outlives(assignment.Left) || (assignment.Left is IdentifierNameSyntax name && LocalIsKept(name.Identifier.ValueText, call)),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Parent?.Parent is FieldDeclarationSyntax || LocalIsKept(variable.Identifier.ValueText, call),
            ArgumentSyntax argument => IsStored(argument),
            _ => false,
        };
    }

    private bool LocalIsKept(string local, SyntaxNode inside)
    {
        var scope = inside.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? inside.SyntaxTree.GetRoot(view.CancellationToken);
        foreach (var node in scope.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != local)
                continue;

            SyntaxNode value = name;
            while (value.Parent is MemberAccessExpressionSyntax access && access.Expression == value)
                value = value.Parent;
            if ((value.Parent is AssignmentExpressionSyntax assignment && assignment.Right == value && Outlives(assignment.Left)) || (value.Parent is ArgumentSyntax argument && IsStored(argument)))
                return true;
        }

        return false;
    }

    private bool Outlives(ExpressionSyntax target) => target is ElementAccessExpressionSyntax || view.SymbolOf(target) is IFieldSymbol or IPropertySymbol;

    private bool IsStored(ArgumentSyntax argument) =>
        argument.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var holder } }
        && Array.IndexOf(Stores, name) >= 0 && view.SymbolOf(holder) is IFieldSymbol or IPropertySymbol or IParameterSymbol;

    private static bool IsCalledOn(SyntaxNode value) => value is MemberAccessExpressionSyntax && value.Parent is InvocationExpressionSyntax call && call.Expression == value;

    private bool IsUpkeep(SimpleNameSyntax name)
    {
        foreach (var row in view.Symbols.Catalog.Index.Members(name.Identifier.ValueText))
        {
            if (row.Role == Role.AgentUpkeep)
                return IsUpkeep(view.SymbolOf(CodeReach.SiteOf(name)));
        }

        return false;
    }

    /// <summary>What does not bind is what its name says.</summary>
    private bool IsUpkeep(ISymbol? called)
    {
        if (called is null)
            return true;

        foreach (var row in view.Symbols.RowsOf(called))
        {
            if (row.Role == Role.AgentUpkeep)
                return true;
        }

        return false;
    }
}
