using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>What stands between models and all tools of a project: filters and middleware that do not let every call through, and calls that the application makes itself.</summary>
internal sealed class ToolGates
{
    private readonly ProjectView _view;
    private readonly HashSet<string> _gated = [];
    private bool _isManual;
    private bool _isAutomatic;

    public ToolGates(ProjectView view)
    {
        _view = view;
        foreach (var tree in view.Trees)
        {
            view.CancellationToken.ThrowIfCancellationRequested();
            foreach (var node in tree.GetRoot(view.CancellationToken).DescendantNodes())
                Look(node);
        }
    }

    public bool Guard(string caller) => _gated.Contains(caller) || (caller is "kernel" or "function" && (_gated.Contains("kernel") || _gated.Contains("function"))) || (caller == "kernel" && _isManual && !_isAutomatic);

    private void Look(SyntaxNode node)
    {
        switch (node)
        {
            case ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: > 0 } parameters, Body: var body }:
                LookAt(parameters.Select(parameter => _view.ModelOf(parameter).GetDeclaredSymbol(parameter, _view.CancellationToken)?.Type), body);
                break;
            case SimpleLambdaExpressionSyntax { Parameter: var single, Body: BlockSyntax block }:
                LookAt([_view.ModelOf(single).GetDeclaredSymbol(single, _view.CancellationToken)?.Type], block);
                break;
            case MethodDeclarationSyntax { ParameterList.Parameters: { Count: > 0 } parameters } method when NamesContext(parameters):
                LookAt(parameters.Select(parameter => _view.ModelOf(parameter).GetDeclaredSymbol(parameter, _view.CancellationToken)?.Type), method.Body ?? (SyntaxNode?)method.ExpressionBody);
                break;
            case LocalFunctionStatementSyntax { ParameterList.Parameters: { Count: > 0 } parameters } function when NamesContext(parameters):
                LookAt(parameters.Select(parameter => _view.ModelOf(parameter).GetDeclaredSymbol(parameter, _view.CancellationToken)?.Type), function.Body ?? (SyntaxNode?)function.ExpressionBody);
                break;
            case SimpleNameSyntax { Identifier.ValueText: var name } used:
                LookAtChoice(used, name);
                break;
        }
    }

    private bool NamesContext(SeparatedSyntaxList<ParameterSyntax> parameters) =>
        parameters.Any(parameter => EndpointNames.NameOf(parameter.Type) is { } name && _view.Symbols.Catalog.Index.Types(name).Any(static row => row.Role == Role.ToolContext));

    private void LookAt(IEnumerable<ITypeSymbol?> parameters, SyntaxNode? body)
    {
        if (body is null || !MayStop(body))
            return;

        foreach (var type in parameters)
        {
            if (_view.Symbols.RowOf(type, Role.ToolContext) is { } row)
                _gated.Add(row["kind"]!);
        }
    }

    /// <summary>Whether a filter does not always call the next one: by a test around that call, or one that leaves before it.</summary>
    private static bool MayStop(SyntaxNode body)
    {
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case IfStatementSyntax test when Stops(test.Statement) || Calls(test.Statement) || (test.Else is not null && (Calls(test.Else) || Stops(test.Else))):
                case ConditionalExpressionSyntax choice when Calls(choice):
                case SwitchStatementSyntax or SwitchExpressionSyntax when Calls(node):
                    return true;
            }
        }

        return false;
    }

    private static bool Stops(SyntaxNode node) => node.DescendantNodesAndSelf().Any(static inner => inner is ReturnStatementSyntax or ThrowStatementSyntax);

    private static bool Calls(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
        .Any(static call => EndpointNames.NameOf(call.Expression) is { } name && (name is "next" or "inner" || name.StartsWith("Invoke", System.StringComparison.Ordinal)));

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
