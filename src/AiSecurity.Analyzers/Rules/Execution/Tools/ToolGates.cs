using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>What stands between models and all tools of a project: filters and middleware that do not let every call through, and calls that the application makes itself.</summary>
internal sealed class ToolGates
{
    private readonly ProjectView _view;
    private readonly HashSet<string> _gated = [];

    /// <summary>Chains that make an agent with its tools and with middleware that stops calls of these.</summary>
    private readonly List<ExpressionSyntax> _agents = [];

    /// <summary>Types of filters, which hold for the kernels that they are given to.</summary>
    private readonly HashSet<string> _filters = [];

    /// <summary>The functions that filters stop by their names, and no others.</summary>
    private readonly HashSet<string> _named = new(System.StringComparer.OrdinalIgnoreCase);
    private readonly GatedPlugins _plugins;
    private readonly KernelScopes? _scopes;
    private bool _isManual;
    private bool _isAutomatic;

    public ToolGates(ProjectView view)
    {
        (_view, _plugins) = (view, new GatedPlugins(view));
        foreach (var tree in view.Trees)
        {
            view.CancellationToken.ThrowIfCancellationRequested();
            foreach (var node in tree.GetRoot(view.CancellationToken).DescendantNodes())
                Look(node);
        }

        if (_filters.Count > 0)
            _scopes = new KernelScopes(view, _filters);
    }

    public bool Guard(ToolSite tool) => _gated.Contains(tool.Caller) || (_named.Count > 0 && _named.Contains(tool.CalledAs)) || (!_plugins.IsEmpty && IsOfGatedPlugin(tool)) || (tool.Caller is "kernel" or "function" && (_gated.Contains("kernel") || _gated.Contains("function") || (_scopes is not null && !IsLeftOut(tool)))) || (tool.Caller == "kernel" && _isManual && !_isAutomatic) || (_agents.Count > 0 && IsOfGatedAgent(tool));

    /// <summary>A tool that is no call may be given to any agent.</summary>
    private bool IsOfGatedAgent(ToolSite tool) => tool.Node is not InvocationExpressionSyntax || _agents.Exists(chain => chain.SyntaxTree == tool.Node.SyntaxTree && chain.Span.Contains(tool.Node.Span));

    private bool IsOfGatedPlugin(ToolSite tool) => tool.Node is AttributeSyntax attribute && attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Identifier.ValueText: var type } && _plugins.Cover(type);

    private bool IsLeftOut(ToolSite tool) => tool.Node is AttributeSyntax attribute && attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && _scopes!.AreLeftOut(type.Identifier.ValueText);

    private void Look(SyntaxNode node)
    {
        switch (node)
        {
            case ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: > 0 } parameters, Body: var body }:
                LookAt(node, TypesOf(parameters), body);
                break;
            case SimpleLambdaExpressionSyntax { Parameter: var single, Body: BlockSyntax block }:
                LookAt(node, TypesOf([single]), block);
                break;
            case MethodDeclarationSyntax { ParameterList.Parameters: { Count: > 0 } parameters } method when NamesContext(parameters):
                LookAt(node, TypesOf(parameters), method.Body ?? (SyntaxNode?)method.ExpressionBody, method.FirstAncestorOrSelf<TypeDeclarationSyntax>());
                break;
            case LocalFunctionStatementSyntax { ParameterList.Parameters: { Count: > 0 } parameters } function when NamesContext(parameters):
                LookAt(node, TypesOf(parameters), function.Body ?? (SyntaxNode?)function.ExpressionBody);
                break;
            case SimpleNameSyntax { Identifier.ValueText: var name } used:
                LookAtChoice(used, name);
                break;
        }
    }

    /// <summary>Bound only where the body can stop a call.</summary>
    private IEnumerable<ITypeSymbol?> TypesOf(IEnumerable<ParameterSyntax> parameters) =>
        parameters.Select(parameter => _view.ModelOf(parameter).GetDeclaredSymbol(parameter, _view.CancellationToken)?.Type);

    private bool NamesContext(SeparatedSyntaxList<ParameterSyntax> parameters) =>
        parameters.Any(parameter => EndpointNames.NameOf(parameter.Type) is { } name && _view.Symbols.Catalog.Index.Types(name).Any(static row => row.Role == Role.ToolContext));

    private void LookAt(SyntaxNode function, IEnumerable<ITypeSymbol?> parameters, SyntaxNode? body, TypeDeclarationSyntax? filter = null)
    {
        if (body is null || !MayStop(body, []))
            return;

        foreach (var type in parameters)
        {
            if (_view.Symbols.RowOf(type, Role.ToolContext) is not { } row || !MayStop(body, row["rounds"]?.Split(',') ?? []))
                continue;
            if (NamedGate.NamesIn(body, row["name"], IsNext) is { } names)
                _named.UnionWith(names);
            else if (NamedGate.NamesIn(body, row["plugin"], IsNext) is { } plugins)
                _plugins.Add(plugins);
            else if (filter is { BaseList: not null } && row["kind"] == "kernel")
                _filters.Add(filter.Identifier.ValueText);
            else if (AgentGate.ChainsOf(function, _view.Symbols) is { } chains)
                _agents.AddRange(chains);
            else
                _gated.Add(row["kind"]!);
        }
    }

    /// <summary>Whether a filter does not always call the next one: by a test around that call, or one that leaves before it. A test of the rounds alone only says how many there are.</summary>
    private static bool MayStop(SyntaxNode body, string[] rounds)
    {
        var calls = body.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsNext).ToList();
        if (calls.Count == 0)
            return false;

        if (calls.TrueForAll(call => call.Ancestors().TakeWhile(outer => outer != body.Parent).Any(outer => outer is IfStatementSyntax test ? !RoundTest.Is(test.Condition, rounds) : outer is ConditionalExpressionSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax)))
            return true;

        var last = calls[calls.Count - 1].SpanStart;
        return body.DescendantNodes().Any(node => node is IfStatementSyntax test && test.SpanStart < last && !RoundTest.Is(test.Condition, rounds) && test.DescendantNodes().Any(static inner => inner is ReturnStatementSyntax or ThrowStatementSyntax));
    }

    private static bool IsNext(InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: "next" or "inner" or "proceed" } => true,
        MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } => true,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "next" }, Name.Identifier.ValueText: "Invoke" } => true,
        MemberAccessExpressionSyntax { Expression: var function, Name.Identifier.ValueText: "InvokeAsync" } => EndpointNames.NameOf(function) == "Function",
        _ => false,
    };

    private void LookAtChoice(SimpleNameSyntax used, string name)
    {
        foreach (var row in _view.Symbols.Catalog.Index.Members(name))
        {
            if (row.Role != Role.ManualTools)
                continue;
            if (row["name"] is not { } parameter)
                Choose(row["good"] != "false");
            else if (used.Parent is MemberAccessExpressionSyntax { Expression: var type, Parent: InvocationExpressionSyntax call } && EndpointNames.NameOf(type) == row.SimpleTypeName)
                Choose(call.ArgumentList.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == parameter && argument.Expression.IsKind(SyntaxKind.FalseLiteralExpression)));
        }
    }

    private void Choose(bool isManual)
    {
        _isManual |= isManual;
        _isAutomatic |= !isManual;
    }
}
