using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>A filter that stops the functions of a list, and lets all others through.</summary>
internal static class NamedGate
{
    /// <summary>The names that a filter's body stops; null where it is no filter of this kind, or where nobody can tell.</summary>
    /// <param name="body">The body of the filter.</param>
    /// <param name="member">Where what the filter is given holds the function's name, <c>Function.Name</c>; null where nobody knows.</param>
    /// <param name="isNext">Whether a call goes on to the function.</param>
    public static HashSet<string>? NamesIn(SyntaxNode body, string? member, Func<InvocationExpressionSyntax, bool> isNext)
    {
        if (member is null || body is not BlockSyntax { Statements: var statements })
            return null;

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var statement in statements)
        {
            if (statement is not IfStatementSyntax choice)
                continue;
            if (Listed(choice.Condition, member, out var isListed) is not { } listed)
                return null;

            names.UnionWith(listed);
            // What is not in the list leaves here for the function; the rest is about the list.
            if (!isListed)
                return choice.Else is null && GoesOn(choice.Statement, isNext) && Leaves(choice.Statement) ? names : null;
            if (GoesOn(choice.Statement, isNext))
                return null;
            if (choice.Else is { Statement: var other })
                return GoesOn(other, isNext) ? names : null;
        }

        return names.Count > 0 && statements.Any(statement => statement is not IfStatementSyntax && statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(isNext)) ? names : null;
    }

    /// <summary>Whether the function is called whatever else holds.</summary>
    private static bool GoesOn(StatementSyntax branch, Func<InvocationExpressionSyntax, bool> isNext) =>
        branch.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => isNext(call) && !call.Ancestors().TakeWhile(outer => outer != branch).Any(static outer => outer is IfStatementSyntax or ConditionalExpressionSyntax or SwitchSectionSyntax));

    private static bool Leaves(StatementSyntax branch) => branch.DescendantNodesAndSelf().Any(static node => node is ReturnStatementSyntax);

    /// <summary>The constant names that a condition compares the function's with; for <c>list.Contains(name) &amp;&amp; !await AskAsync()</c>, of its first part.</summary>
    private static IEnumerable<string>? Listed(ExpressionSyntax condition, string member, out bool isListed)
    {
        isListed = true;
        while (true)
        {
            switch (condition)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    condition = parenthesized.Expression;
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } negation:
                    (condition, isListed) = (negation.Operand, !isListed);
                    break;
                // context.Function.PluginName is { } plugin && Asked.Contains(plugin)
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression, Left: IsPatternExpressionSyntax { Expression: var named, Pattern: RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax } }, Right: var about } when isListed && IsName(named, member):
                    condition = about;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when isListed:
                    condition = both.Left;
                    break;
                // name != "Buy" || isRead: what is not named, and some of what is.
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression, Left: var first } when isListed && Listed(first, member, out var isFirstListed) is { } others && !isFirstListed:
                    isListed = false;
                    return others;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality when IsName(equality.Left, member):
                    isListed ^= equality.IsKind(SyntaxKind.NotEqualsExpression);
                    return Constants(equality.Right);
                case IsPatternExpressionSyntax { Expression: var tested, Pattern: var pattern } when IsName(tested, member):
                    isListed ^= pattern is UnaryPatternSyntax;
                    return Constants(pattern);
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains", Expression: IdentifierNameSyntax list }, ArgumentList.Arguments: { Count: > 0 } arguments } when IsName(arguments[0].Expression, member):
                    return Values(list) is { } values ? Constants(values) : null;
                default:
                    return null;
            }
        }
    }

    /// <summary><c>context.Function.Name</c>, or a local variable that holds it.</summary>
    private static bool IsName(ExpressionSyntax expression, string member) => expression switch
    {
        MemberAccessExpressionSyntax access => access.ToString().EndsWith("." + member, StringComparison.Ordinal),
        IdentifierNameSyntax { Identifier.ValueText: var local } => expression.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.DescendantNodes().Any(node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText == local && variable.Initializer is { Value: MemberAccessExpressionSyntax value } && IsName(value, member),
            IsPatternExpressionSyntax { Expression: MemberAccessExpressionSyntax value, Pattern: RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax bound } } => bound.Identifier.ValueText == local && IsName(value, member),
            _ => false,
        }) == true,
        _ => false,
    };

    /// <summary>What a list of the type, or of the body, is made of.</summary>
    private static SyntaxNode? Values(IdentifierNameSyntax list) => list.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.DescendantNodes().OfType<VariableDeclaratorSyntax>()
        .Where(variable => variable.Identifier.ValueText == list.Identifier.ValueText).Select(static variable => variable.Initializer?.Value).FirstOrDefault() switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer,
        ImplicitArrayCreationExpressionSyntax { Initializer: var initializer } => initializer,
        CollectionExpressionSyntax collection => collection,
        _ => null,
    };

    /// <summary>Literals and names of members; null where something else stands among them.</summary>
    private static IEnumerable<string>? Constants(SyntaxNode values)
    {
        var names = new List<string>();
        foreach (var node in values.DescendantNodesAndSelf(static node => node is not InvocationExpressionSyntax))
        {
            switch (node)
            {
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: var text }:
                    names.Add(text);
                    break;
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments } when Flow.Names.SimpleNames.Of(arguments[0].Expression) is { } member:
                    names.Add(CalledAs(member));
                    break;
                case InitializerExpressionSyntax or CollectionExpressionSyntax or ExpressionElementSyntax or PatternSyntax:
                    break;
                default:
                    return null;
            }
        }

        return names.Count > 0 ? names : null;
    }

    /// <summary>The name under which a model knows a method.</summary>
    public static string CalledAs(string method) => method.Length > 5 && method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - 5) : method;
}
