using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Which kernels get a plugin, and which of them a filter: by the functions that make kernels in local variables.</summary>
internal sealed class KernelScopes
{
    private readonly ProjectView _view;
    private readonly IReadOnlyCollection<string> _filters;
    private readonly HashSet<SyntaxNode> _filtered = [];
    private readonly List<(InvocationExpressionSyntax Call, SyntaxNode Kernel)> _plugins = [];

    /// <summary>Whether a filter may be everybody's: one that a container hands out, or that is added to the kernel of others.</summary>
    private readonly bool _isShared;

    public KernelScopes(ProjectView view, IReadOnlyCollection<string> filters)
    {
        (_view, _filters) = (view, filters);
        foreach (var call in view.Trees.SelectMany(tree => tree.GetRoot(view.CancellationToken).DescendantNodes()).OfType<InvocationExpressionSyntax>())
        {
            view.CancellationToken.ThrowIfCancellationRequested();
            if (IsPlugin(call) && KernelOf(call) is { } kernel)
                _plugins.Add((call, kernel));
            else if (!IsGiven(call))
                continue;
            else if (KernelOf(call) is { } filtered)
                _filtered.Add(filtered);
            else
                _isShared = true;
        }
    }

    /// <summary>Whether the functions of a type are given to some kernel that has none of the filters: only where all filters are given to kernels that are made in view.</summary>
    public bool AreLeftOut(string plugin) => !_isShared && _filtered.Count > 0 && _plugins.Exists(given => !_filtered.Contains(given.Kernel) && Mentions(given.Call, plugin));

    /// <summary>Whether a call asks a kernel that is made in view without any of the filters, while others have one.</summary>
    public bool IsLeftOut(InvocationExpressionSyntax call) => !_isShared && _filtered.Count > 0 && KernelOf(call) is { } kernel && !_filtered.Contains(kernel);

    private bool IsPlugin(InvocationExpressionSyntax call) => EndpointNames.NameOf(call.Expression) is { } name && _view.Symbols.Catalog.Index.Members(name).Any(static row => row.Role == Role.Plugin);

    private static bool Mentions(InvocationExpressionSyntax call, string type) =>
        TypeArgumentsOf(call).Concat(call.ArgumentList.Arguments.SelectMany(static argument => argument.Expression.DescendantNodesAndSelf()).SelectMany(static node => node switch
        {
            ObjectCreationExpressionSyntax creation => [creation.Type],
            // services.GetRequiredService<MailPlugin>()
            InvocationExpressionSyntax found => TypeArgumentsOf(found).AsEnumerable(),
            _ => [],
        })).Any(named => EndpointNames.NameOf(named) == type);

    /// <summary>Whether a filter is an argument, or its type is registered for something else.</summary>
    private bool IsGiven(InvocationExpressionSyntax call)
    {
        if (TypeArgumentsOf(call) is { Count: 2 } pair && EndpointNames.NameOf(pair[1]) is { } registered && _filters.Contains(registered))
            return true;
        if (call.ArgumentList.Arguments.Any(argument => argument.Expression is ObjectCreationExpressionSyntax { Type: var type } && EndpointNames.NameOf(type) is { } made && _filters.Contains(made)))
            return true;

        // kernel.FunctionInvocationFilters.Add(filter): what a short call on a member is given is asked for its type.
        return call is { Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax }, ArgumentList.Arguments: { Count: 1 or 2 } arguments }
            && arguments[arguments.Count - 1].Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            && _view.ModelOf(call).GetTypeInfo(arguments[arguments.Count - 1].Expression, _view.CancellationToken).Type is { Name: var name } && _filters.Contains(name);
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

    private bool IsOwn(InvocationExpressionSyntax call) => _view.SymbolOf(call.Expression) is { DeclaringSyntaxReferences.IsEmpty: false };

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
