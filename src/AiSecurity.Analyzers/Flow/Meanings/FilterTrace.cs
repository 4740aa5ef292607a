using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Where the filter of a search comes from, as far as its type shows: the helpers that make its options, and the callers that hand them or the filter over.</summary>
internal static class FilterTrace
{
    /// <summary>Helpers and callers behind one another.</summary>
    private const int MaxDepth = 3;

    /// <summary>Whether options are made without a value for their filter: by every way through a helper, or for one caller at least.</summary>
    public static bool IsUnset(ExpressionSyntax options, string member, int depth = 0)
    {
        if (depth > MaxDepth)
            return false;

        switch (Unwrapped(options))
        {
            case BaseObjectCreationExpressionSyntax creation:
                return ValueIn(creation.Initializer, member) is not { } value || IsNone(value, depth);
            case InvocationExpressionSyntax call when HelperOf(call) is { } helper:
                return ResultsOf(helper).ToList() is { Count: > 0 } results && results.TrueForAll(result => IsUnset(result, member, depth + 1));
            case IdentifierNameSyntax { Identifier.ValueText: var name } use when BodyAround(use) is { } body:
                if (body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(other => other != use && other.Identifier.ValueText == name && MayFill(other, member, use, depth)))
                    return false;
                var declarators = body.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(variable => variable.Identifier.ValueText == name).ToList();
                return declarators.Count == 0
                    ? ArgumentsFor(name, body).Any(given => given is not null && IsUnset(given, member, depth + 1))
                    : declarators.Count == 1 && declarators[0].Initializer?.Value is { } made && Unwrapped(made) is not IdentifierNameSyntax && IsUnset(made, member, depth);
            default:
                return false;
        }
    }

    /// <summary>Whether a filter is always the same, or none for one caller at least.</summary>
    public static bool IsNone(ExpressionSyntax filter, int depth = 0)
    {
        if (filter is LiteralExpressionSyntax or DefaultExpressionSyntax)
            return true;
        if (depth > MaxDepth || filter is not IdentifierNameSyntax { Identifier.ValueText: var name } || BodyAround(filter) is not { } body)
            return false;

        return !body.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } && left.Identifier.ValueText == name)
            && ArgumentsFor(name, body).Any(given => given is null || IsNone(given, depth + 1));
    }

    /// <summary>What the callers in the type give for a parameter of a method; null where one leaves it out.</summary>
    private static IEnumerable<ExpressionSyntax?> ArgumentsFor(string parameter, SyntaxNode body)
    {
        if (body is not MethodDeclarationSyntax method || method.ParameterList.Parameters.FirstOrDefault(candidate => candidate.Identifier.ValueText == parameter) is not { } taken || body.Parent is not TypeDeclarationSyntax type)
            yield break;

        var index = method.ParameterList.Parameters.IndexOf(taken);
        foreach (var call in type.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (SimpleNames.Of(call.Expression) != method.Identifier.ValueText || HelperOf(call) != method)
                continue;
            var arguments = call.ArgumentList.Arguments;
            var named = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter);
            yield return named is not null ? named.Expression : index < arguments.Count && arguments[index].NameColon is null ? arguments[index].Expression : null;
        }
    }

    /// <summary>The one method of the type that a call without another object means.</summary>
    private static MethodDeclarationSyntax? HelperOf(InvocationExpressionSyntax call)
    {
        if (call.Expression is not (SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }) || call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return null;

        var count = call.ArgumentList.Arguments.Count;
        var fitting = type.Members.OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.ValueText == SimpleNames.Of(call.Expression)
            && count <= method.ParameterList.Parameters.Count && count >= method.ParameterList.Parameters.Count(static parameter => parameter.Default is null)).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static IEnumerable<ExpressionSyntax> ResultsOf(MethodDeclarationSyntax method) => method.ExpressionBody is { Expression: var result }
        ? [result]
        : method.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().Select(static statement => statement.Expression).OfType<ExpressionSyntax>();

    /// <summary>Whether a use of the options may give them a filter: by an assignment, or by handing them to somebody else than the search.</summary>
    private static bool MayFill(IdentifierNameSyntax use, string member, SyntaxNode asked, int depth) => use.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Parent: AssignmentExpressionSyntax { Right: var value } assignment } access when assignment.Left == access => name == member && !IsNone(value, depth),
        // options.Select.Add("text") fills a list of its own; options.Restrict(user) may do anything.
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } => true,
        MemberAccessExpressionSyntax => false,
        // The next page of the same search.
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => asked.Parent?.Parent?.Parent is not InvocationExpressionSyntax search || !SyntaxFactory.AreEquivalent(call.Expression, search.Expression),
        _ => true,
    };

    private static ExpressionSyntax? ValueIn(InitializerExpressionSyntax? initializer, string member)
    {
        foreach (var expression in initializer?.Expressions ?? default)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: var value } && name == member)
                return value;
        }

        return null;
    }

    private static ExpressionSyntax Unwrapped(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax { Expression: var awaited } => Unwrapped(awaited),
        ParenthesizedExpressionSyntax { Expression: var inner } => Unwrapped(inner),
        PostfixUnaryExpressionSyntax { Operand: var operand } => Unwrapped(operand),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task } } => Unwrapped(task),
        _ => expression,
    };

    private static SyntaxNode? BodyAround(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is GlobalStatementSyntax { Parent: var file } ? file : node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
}
