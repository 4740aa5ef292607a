using System;
using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules;

/// <summary>What a condition says of where the program runs.</summary>
internal sealed class DevelopmentTest(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxDepth = 20;

    private ValueTrace? _trace;

    /// <summary>Whether the program runs on a developer's machine whenever the condition has the value.</summary>
    public bool Implies(ExpressionSyntax? condition, bool value) => Implies(condition, value, 0);

    /// <summary>Whether the program runs on a developer's machine whenever an expression is what a label says.</summary>
    public bool ImpliesMatch(ExpressionSyntax expression, ExpressionSyntax label) => ImpliesEqual(expression, label, true, 0);

    private bool Implies(ExpressionSyntax? condition, bool value, int depth) => depth < MaxDepth && condition switch
    {
        ParenthesizedExpressionSyntax parenthesized => Implies(parenthesized.Expression, value, depth + 1),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Implies(not.Operand, !value, depth + 1),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Implies(sure.Operand, value, depth + 1),
        BinaryExpressionSyntax binary => ImpliesBinary(binary, value, depth + 1),
        IsPatternExpressionSyntax pattern => ImpliesPattern(pattern.Expression, pattern.Pattern, value, depth + 1),
        ConditionalAccessExpressionSyntax access => Implies(access.WhenNotNull, value, depth + 1),
        InvocationExpressionSyntax call => ImpliesCall(call, value, depth + 1),
        IdentifierNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax => ImpliesName(condition, value, depth + 1),
        _ => false,
    };

    private bool ImpliesBinary(BinaryExpressionSyntax binary, bool value, int depth)
    {
        bool Left(bool side) => Implies(binary.Left, side, depth);
        bool Right(bool side) => Implies(binary.Right, side, depth);
        return binary.Kind() switch
        {
            SyntaxKind.LogicalAndExpression => value ? Left(true) || Right(true) : Left(false) && Right(false),
            SyntaxKind.LogicalOrExpression => value ? Left(true) && Right(true) : Left(false) || Right(false),
            SyntaxKind.CoalesceExpression => Left(value),
            SyntaxKind.EqualsExpression => ImpliesEqual(binary.Left, binary.Right, value, depth),
            SyntaxKind.NotEqualsExpression => ImpliesEqual(binary.Left, binary.Right, !value, depth),
            _ => false,
        };
    }

    /// <summary><c>environment.IsDevelopment() == true</c>, <c>environment.EnvironmentName == "Development"</c>.</summary>
    private bool ImpliesEqual(ExpressionSyntax left, ExpressionSyntax right, bool value, int depth)
    {
        if (right.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression)
            return Implies(left, right.IsKind(SyntaxKind.TrueLiteralExpression) == value, depth);
        return (NameOfPlace(right) ?? NameOfPlace(left)) == value;
    }

    private bool ImpliesPattern(ExpressionSyntax expression, PatternSyntax pattern, bool value, int depth) => depth < MaxDepth && pattern switch
    {
        UnaryPatternSyntax not => ImpliesPattern(expression, not.Pattern, !value, depth + 1),
        ParenthesizedPatternSyntax parenthesized => ImpliesPattern(expression, parenthesized.Pattern, value, depth + 1),
        ConstantPatternSyntax constant => ImpliesEqual(expression, constant.Expression, value, depth),
        _ => false,
    };

    private bool ImpliesCall(InvocationExpressionSyntax call, bool value, int depth)
    {
        foreach (var row in EnvironmentRows(call.Expression, call))
        {
            if (row["good"] is { } good)
                return (good == "true") == value;
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (NameOfPlace(argument.Expression) is { } isDevelopment)
                    return isDevelopment == value;
            }
        }

        // "Development".Equals(name), string.Equals(name, "Development", ...).
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Equals) } equals)
        {
            if (NameOfPlace(equals.Expression) is { } isReceiver)
                return isReceiver == value;
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (NameOfPlace(argument.Expression) is { } isDevelopment)
                    return isDevelopment == value;
            }
        }

        return ImpliesSources(call, value, depth);
    }

    private bool ImpliesName(ExpressionSyntax name, bool value, int depth)
    {
        // #if DEBUG: names without a meaning to the semantic model.
        if (name.IsPartOfStructuredTrivia())
            return SimpleNameOf(name) is { } symbol && IsCalled(symbol) == value;

        foreach (var row in EnvironmentRows(name, name))
        {
            if (row["good"] is { } good)
                return (good == "true") == value;
        }

        return ImpliesSources(name, value, depth) || (SimpleNameOf(name) is { } text && IsCalled(text) == value);
    }

    /// <summary>What a variable or method of the project's own remembers of a test.</summary>
    private bool ImpliesSources(ExpressionSyntax expression, bool value, int depth)
    {
        if (model.OperationOf(expression, cancellationToken) is not { } operation)
            return false;

        _trace ??= new ValueTrace(model, cancellationToken);
        var sources = _trace.SourcesOf(operation);
        foreach (var source in sources)
        {
            if (source.ConstantValue is { HasValue: true, Value: bool constant } && constant != value)
                continue;
            if (source.Syntax == expression || source.Syntax is not ExpressionSyntax origin || !Implies(origin, value, depth))
                return false;
        }

        return sources.Length > 0;
    }

    private IEnumerable<CatalogRow> EnvironmentRows(ExpressionSyntax name, ExpressionSyntax whole)
    {
        if (SimpleNameOf(name) is not { } simple)
            yield break;

        var rows = symbols.Catalog.Index.Members(simple);
        foreach (var row in rows)
        {
            if (row.Role != Role.EnvironmentTest)
                continue;
            // Where the compiler does not know the member, its name must do.
            if (model.GetSymbolInfo(whole, cancellationToken).Symbol is not { } member || symbols.RowsOf(member).Contains(row))
                yield return row;
        }
    }

    /// <summary>Whether a text or member is the name of the development environment: true, or of production: false.</summary>
    private bool? NameOfPlace(ExpressionSyntax expression)
    {
        if (expression.IsPartOfStructuredTrivia())
            return null;
        if (model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string text })
            return OfPlace(text);
        return expression is MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var name } && SimpleNameOf(owner) is { } type && type.StartsWith("Environment", StringComparison.Ordinal) ? OfPlace(name) : null;
    }

    private static bool? OfPlace(string name) => name.ToUpperInvariant() switch
    {
        "DEVELOPMENT" or "DEV" or "LOCAL" => true,
        "PRODUCTION" or "PROD" => false,
        _ => null,
    };

    /// <summary>What the name of a value says that comes from elsewhere; the compilation symbol DEBUG too.</summary>
    private static bool? IsCalled(string name) => name.TrimStart('_').ToUpperInvariant() switch
    {
        "DEBUG" or "ISDEVELOPMENT" or "ISDEV" or "ISDEVELOPMENTENVIRONMENT" or "ISDEBUG" or "INDEVELOPMENT" => true,
        "RELEASE" or "ISPRODUCTION" or "ISPROD" => false,
        _ => null,
    };

    private static string? SimpleNameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
