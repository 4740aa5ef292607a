using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Bodies;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Whether code asks a person, and tests the answer.</summary>
internal sealed class HumanDecision(ProjectView view)
{
    private static readonly string[] Asking = ["Confirm", "Approv", "Consent", "AskPermission", "RequestPermission", "Elicit", "AskUser", "AskForUser", "PromptUser", "PromptFor", "ReadLine", "ReadKey", "ShowDialog", "MessageBox", "DisplayAlert", "YesNo", "ShowMessage"];
    private static readonly string[] Demanding = ["Ensure", "Require", "Demand", "WaitFor", "Request", "Await"];

    private static readonly string[] Requesting = ["Request", "Ask", "Prompt"];

    private readonly HashSet<SyntaxNode> _open = [];

    public bool IsTakenIn(SyntaxNode body)
    {
        // What asks about itself asks nobody.
        if (!_open.Add(body))
            return false;

        var answers = Answers(body);
        var taken = body.DescendantNodes().Any(node => TestedBy(node) is { } condition ? Asks(condition, answers) : Demands(node));
        _open.Remove(body);
        return taken;
    }

    private static ExpressionSyntax? TestedBy(SyntaxNode node) => node switch
    {
        IfStatementSyntax test => test.Condition,
        WhileStatementSyntax loop => loop.Condition,
        DoStatementSyntax loop => loop.Condition,
        ConditionalExpressionSyntax choice => choice.Condition,
        SwitchStatementSyntax choice => choice.Expression,
        SwitchExpressionSyntax choice => choice.GoverningExpression,
        _ => null,
    };

    /// <summary>Variables that hold what a person said.</summary>
    private HashSet<string> Answers(SyntaxNode body)
    {
        var answers = new HashSet<string>();
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } variable when Asks(value, answers):
                    answers.Add(variable.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment when Asks(assignment.Right, answers):
                    answers.Add(target.Identifier.ValueText);
                    break;
            }
        }

        return answers;
    }

    private bool Asks(ExpressionSyntax expression, HashSet<string> answers)
    {
        foreach (var name in expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            var text = name.Identifier.ValueText;
            if (answers.Contains(text))
                return true;
            // What a model fills in is no answer of a person, and what an object says about itself none about this call.
            if (IsCalled(name) && (Sounds(text) || AsksByName(name) || IsTerminal(text) || (view.Sees(name.SyntaxTree) && OwnAnswer(name))))
                return true;
        }

        return false;
    }

    /// <summary>A question at the other end of a connection, which is called by its name: <c>client.InvokeAsync&lt;bool&gt;("ConfirmOrder", ...)</c>.</summary>
    private static bool AsksByName(SimpleNameSyntax name) =>
        name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } types } && types[0] is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword }
        && name.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.ArgumentList.Arguments.Any(static argument => argument.Expression is LiteralExpressionSyntax { Token.Value: string text } && Sounds(text)) == true;

    /// <summary>A member of the project that asks, whatever it is called.</summary>
    private bool OwnAnswer(SimpleNameSyntax name)
    {
        if (view.SymbolOf(name) is not IMethodSymbol { DeclaringSyntaxReferences: var references } method)
            return false;
        // desk.WaitAsync(slug), where the desk is one of DeskApprovals; permissions.RequestAsync(...), which asks for what HasAsync only looks up.
        if ((Sounds(method.ContainingType.Name) || (method.ContainingType.Name.Contains("Permission") && Requesting.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal)))) && GuardFlow.IsBool(method.ReturnType) && name.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText != method.ContainingType.Name)
            return true;
        if (references.Length != 1 || references[0].GetSyntax(view.CancellationToken) is not { } declaration || !view.Sees(declaration.SyntaxTree) || !_open.Add(declaration))
            return false;

        var asks = declaration.DescendantNodes().OfType<SimpleNameSyntax>().Any(inner => IsCalled(inner) && IsTerminal(inner.Identifier.ValueText));
        _open.Remove(declaration);
        return asks;
    }

    private static bool IsCalled(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax invocation => invocation.Expression == name,
        MemberAccessExpressionSyntax access => (access.Name == name && access.Parent is InvocationExpressionSyntax) || (access.Expression == name && Sounds(name.Identifier.ValueText) && access.Parent is InvocationExpressionSyntax),
        MemberBindingExpressionSyntax binding => binding.Parent is InvocationExpressionSyntax,
        _ => false,
    };

    private static bool Sounds(string name) => Asking.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary><c>await approvals.RequireApprovalAsync(...)</c> throws when nobody agrees.</summary>
    private static bool Demands(SyntaxNode node) => node is InvocationExpressionSyntax { Expression: var called, Parent: ExpressionStatementSyntax or AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } }
        && EndpointNames.NameOf(called) is { } name && Sounds(name) && Demanding.Any(word => name.StartsWith(word, StringComparison.Ordinal));

    private bool IsTerminal(string name) => view.Symbols.Catalog.Index.Members(name).Any(static row => row.Role == Role.Server && row["kind"] == "terminal" && !row.MemberName.StartsWith("Write", StringComparison.Ordinal) && !row.MemberName.StartsWith("Mark", StringComparison.Ordinal));
}
