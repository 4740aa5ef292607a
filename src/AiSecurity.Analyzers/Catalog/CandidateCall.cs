using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>
/// Calls whose overload the compiler cannot tell, because an argument's type is missing: half-typed code, and repositories that are read
/// without all of their packages.
/// </summary>
internal static class CandidateCall
{
    /// <summary>The one candidate that every argument of a known type fits; null when there are several, or the compiler has another reason.</summary>
    public static ISymbol? Resolve(SyntaxNode node, SymbolInfo info, SemanticModel model, CancellationToken cancellationToken)
    {
        if (info.CandidateReason != CandidateReason.OverloadResolutionFailure)
            return null;

        ISymbol? fitting = null;
        foreach (var candidate in info.CandidateSymbols)
        {
            if (candidate is not IMethodSymbol method || !Fits(node, method, model, cancellationToken))
                continue;
            if (fitting is not null)
                return null;
            fitting = method;
        }

        return fitting;
    }

    public static IEnumerable<ArgumentSyntax> ArgumentsOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList.Arguments,
        BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
        ConstructorInitializerSyntax initializer => initializer.ArgumentList.Arguments,
        _ => [],
    };

    /// <summary>The parameter that an argument is for, by its name or its place; null when the method has none there.</summary>
    public static IParameterSymbol? ParameterOf(ArgumentSyntax argument, IMethodSymbol method)
    {
        if (argument.NameColon is { } colon)
        {
            foreach (var parameter in method.Parameters)
            {
                if (parameter.Name == colon.Name.Identifier.ValueText)
                    return parameter;
            }

            return null;
        }

        var index = ((BaseArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index] : null;
    }

    private static bool Fits(SyntaxNode node, IMethodSymbol method, SemanticModel model, CancellationToken cancellationToken)
    {
        var given = new HashSet<int>();
        foreach (var argument in ArgumentsOf(node))
        {
            if (ParameterOf(argument, method) is not { } parameter || !given.Add(parameter.Ordinal))
                return false;

            var type = model.GetTypeInfo(argument.Expression, cancellationToken).Type;
            if (type is not null and not IErrorTypeSymbol && !model.ClassifyConversion(argument.Expression, parameter.Type).IsImplicit)
                return false;
        }

        foreach (var parameter in method.Parameters)
        {
            if (!parameter.IsOptional && !parameter.IsParams && !given.Contains(parameter.Ordinal))
                return false;
        }

        return true;
    }
}
