using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Which kernels get a plugin, and which of them a filter: by the functions that make kernels in local variables.</summary>
internal sealed class KernelScopes(ProjectView view)
{
    /// <summary>Whether the functions of a type are given to some kernel that has none of the filters: only where all filters are given to kernels that are made in view.</summary>
    public bool AreLeftOut(string plugin, IReadOnlyCollection<string> filters)
    {
        var filtered = new HashSet<SyntaxNode>();
        var plugged = new List<SyntaxNode>();
        var isGiven = false;
        foreach (var call in view.Trees.SelectMany(tree => tree.GetRoot(view.CancellationToken).DescendantNodes()).OfType<InvocationExpressionSyntax>())
        {
            if (IsGiven(call, filters))
            {
                // A filter that a container hands out, or that is added to the kernel of others, may be everybody's.
                if (KernelOf(call) is not { } kernel)
                    return false;
                filtered.Add(kernel);
                isGiven = true;
            }
            else if (IsPlugin(call) && Mentions(call, plugin) && KernelOf(call) is { } scope)
            {
                plugged.Add(scope);
            }
        }

        return isGiven && plugged.Exists(scope => !filtered.Contains(scope));
    }

    private bool IsPlugin(InvocationExpressionSyntax call) => EndpointNames.NameOf(call.Expression) is { } name && view.Symbols.Catalog.Index.Members(name).Any(static row => row.Role == Role.Plugin);

    private static bool Mentions(InvocationExpressionSyntax call, string type) =>
        TypeArgumentsOf(call).Concat(call.ArgumentList.Arguments.SelectMany(static argument => argument.Expression.DescendantNodesAndSelf().OfType<ObjectCreationExpressionSyntax>()).Select(static creation => creation.Type)).Any(named => EndpointNames.NameOf(named) == type);

    /// <summary>Whether an object of one of the types is an argument, or the type registered for something else.</summary>
    private bool IsGiven(InvocationExpressionSyntax call, IReadOnlyCollection<string> types)
    {
        if (TypeArgumentsOf(call) is { Count: 2 } pair && EndpointNames.NameOf(pair[1]) is { } registered && types.Contains(registered))
            return true;

        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is ObjectCreationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax && view.ModelOf(call).GetTypeInfo(argument.Expression, view.CancellationToken).Type is { Name: var name } && types.Contains(name))
                return true;
        }

        return false;
    }

    private static SeparatedSyntaxList<TypeSyntax> TypeArgumentsOf(InvocationExpressionSyntax call) =>
        ((call.Expression as MemberAccessExpressionSyntax)?.Name ?? call.Expression) is GenericNameSyntax { TypeArgumentList.Arguments: var types } ? types : default;

    /// <summary>The function in which the local variable is made that a chain of calls begins with, if no other function of the project may have added something to it; null otherwise.</summary>
    private SyntaxNode? KernelOf(InvocationExpressionSyntax call)
    {
        SyntaxNode outermost = call;
        foreach (var outer in call.Ancestors().TakeWhile(static node => node is not (StatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax)))
            outermost = outer is InvocationExpressionSyntax ? outer : outermost;
        if (RootOf((ExpressionSyntax)outermost) is not { Identifier.ValueText: var variable } || outermost.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax) is not { } function)
            return null;

        var isMadeHere = function.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(declared => declared.Identifier.ValueText == variable && declared.Initializer is { } initializer && !initializer.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsOwn));
        return isMadeHere && !function.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(other => TakesKernel(other, variable) && IsOwn(other)) ? function : null;
    }

    private static bool TakesKernel(InvocationExpressionSyntax call, string variable) =>
        call.ArgumentList.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var given } && given == variable) || (call.Expression is MemberAccessExpressionSyntax && RootOf(call)?.Identifier.ValueText == variable);

    private bool IsOwn(InvocationExpressionSyntax call) => view.SymbolOf(call.Expression) is { DeclaringSyntaxReferences.IsEmpty: false };

    private static IdentifierNameSyntax? RootOf(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case InvocationExpressionSyntax call: expression = call.Expression; break;
                case MemberAccessExpressionSyntax access: expression = access.Expression; break;
                case ElementAccessExpressionSyntax element: expression = element.Expression; break;
                default: return expression as IdentifierNameSyntax;
            }
        }
    }
}
