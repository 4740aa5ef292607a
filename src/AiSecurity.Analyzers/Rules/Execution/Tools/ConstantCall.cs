using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Whether a call does what was written down, and nothing that changes something.</summary>
internal sealed class ConstantCall(ProjectView view)
{
    private static readonly string[] Changing = ["rm ", "del ", "rmdir", "delete", "remove", "kill", "shutdown", "reboot", "restart", "format", "push", "commit", "apply", "install", "deploy", "create", "update", "reset", "stop", "start ", "set "];

    public bool Is(SyntaxNode call)
    {
        var arguments = CandidateCall.ArgumentsOf(call).ToList();
        return arguments.Count > 0 && IsText(arguments[0].Expression);
    }

    /// <summary>The program and its arguments: of the call itself, and of what describes it in the same member.</summary>
    public bool IsProcess(SyntaxNode call, SyntaxNode member)
    {
        var given = CandidateCall.ArgumentsOf(call).Select(static argument => argument.Expression).ToList();
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case BaseObjectCreationExpressionSyntax { ArgumentList: { } list } creation when DescribesProcess(creation):
                    given.AddRange(list.Arguments.Select(static argument => argument.Expression));
                    break;
                case AssignmentExpressionSyntax { Left: var target, Right: var value } when EndpointNames.NameOf(target) is "FileName" or "Arguments":
                    given.Add(value);
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver, Name.Identifier.ValueText: "Add" } } add when EndpointNames.NameOf(receiver) == "ArgumentList":
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wrap" or "WithArguments" } } wrap:
                    given.AddRange(CandidateCall.ArgumentsOf(node).Select(static argument => argument.Expression));
                    break;
            }
        }

        // A description of a program is looked at by what it was made of.
        given.RemoveAll(expression => view.ModelOf(expression).GetTypeInfo(expression, view.CancellationToken).Type is { SpecialType: not SpecialType.System_String } type && type.Name.EndsWith("StartInfo", StringComparison.Ordinal));
        return given.Count > 0 && given.All(IsText) && !given.Any(ChangesSomething);
    }

    /// <summary>Whether the code of a tool hands nothing but constants to the methods of the project, one of which starts the program with them: <c>Run("git", "status")</c>.</summary>
    public bool IsProcessBehind(SyntaxNode handler)
    {
        var code = handler is ExpressionSyntax and not AnonymousFunctionExpressionSyntax ? (view.SymbolOf(handler) as IMethodSymbol)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(view.CancellationToken) : handler;
        if (code is null || !view.Sees(code.SyntaxTree))
            return false;

        var isGiven = false;
        foreach (var node in code.DescendantNodes())
        {
            if (node is BaseObjectCreationExpressionSyntax creation && DescribesProcess(creation))
                return false;
            if (node is not InvocationExpressionSyntax call || view.SymbolOf(call) is not IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false })
                continue;
            foreach (var argument in call.ArgumentList.Arguments)
            {
                var isText = IsText(argument.Expression);
                if (isText ? ChangesSomething(argument.Expression) : view.ModelOf(call).GetTypeInfo(argument.Expression, view.CancellationToken).Type is not { } type || !CleanTypes.Is(type))
                    return false;
                isGiven |= isText;
            }
        }

        return isGiven;
    }

    private bool DescribesProcess(BaseObjectCreationExpressionSyntax creation) =>
        view.ModelOf(creation).GetTypeInfo(creation, view.CancellationToken).Type is { } type && view.Symbols.Catalog.Index.Constructors(type.Name).Any(static row => row["program"] is not null);

    private bool IsText(ExpressionSyntax expression) => IsConstant(expression)
        || (expression is CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax && expression.DescendantNodes().OfType<ExpressionSyntax>().All(element => element is LiteralExpressionSyntax or InitializerExpressionSyntax));

    /// <summary>Also a choice of constants, in a variable or not.</summary>
    private bool IsConstant(ExpressionSyntax expression)
    {
        var model = view.ModelOf(expression);
        if (model.GetConstantValue(expression, view.CancellationToken).HasValue)
            return true;

        return model.OperationOf(expression, view.CancellationToken) is { } operation
            && new ValueTrace(model, view.CancellationToken).SourcesOf(operation).All(static source => source.ConstantValue.HasValue || source is IThrowOperation);
    }

    private bool ChangesSomething(ExpressionSyntax expression)
    {
        var text = view.ModelOf(expression).GetConstantValue(expression, view.CancellationToken).Value as string
            ?? (expression is CollectionExpressionSyntax or ImplicitArrayCreationExpressionSyntax ? string.Join(" ", expression.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(static token => token.ValueText)) : expression.ToString());
        return Changing.Any(word => (text + " ").IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
