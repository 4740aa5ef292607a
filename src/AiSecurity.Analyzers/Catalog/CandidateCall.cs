using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>
/// Calls whose overload the compiler cannot tell, because an argument's type is missing: half-typed code, and repositories that are read
/// without all of their packages or with another version of them.
/// </summary>
/// <remarks>
/// Each of <see cref="Resolve"/>, <see cref="ResolveAlike"/>, <see cref="ResolveKnown"/> and <see cref="ResolveAny"/> lets through what the one
/// before it does, and more: a diagnostic about the call itself needs the overload, a flow only the member, a convention only the name.
/// </remarks>
internal static class CandidateCall
{
    /// <summary>The one candidate that every argument of a known type fits; null when there are several, or the compiler has another reason.</summary>
    public static ISymbol? Resolve(SyntaxNode node, SymbolInfo info, SemanticModel model, CancellationToken cancellationToken)
    {
        var fitting = Fitting(node, info, model, cancellationToken);
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>As <see cref="Resolve"/>, and of several that fit any one, when the catalog says the same about all of them and nothing about the arguments whose types are missing.</summary>
    public static ISymbol? ResolveAlike(SyntaxNode node, SymbolInfo info, AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
    {
        var fitting = Fitting(node, info, model, cancellationToken);
        if (fitting.Count < 2)
            return fitting.FirstOrDefault();

        var rows = symbols.RowsOf(fitting[0]);
        return !rows.IsEmpty && fitting.TrueForAll(method => symbols.RowsOf(method).SequenceEqual(rows)) && ArgumentsOf(node).All(argument => !IsMissing(argument, model, cancellationToken) || IsOfNoConcern(argument))
            ? fitting[0]
            : null;

        bool IsOfNoConcern(ArgumentSyntax argument) => fitting.TrueForAll(method => ParameterOf(argument, method)?.Name is { } name
            && !rows.Any(row => row.Attributes.Values.Any(value => value.Split(',', ':').Contains(name))));
    }

    /// <summary>As <see cref="ResolveAlike"/>, and of several or none that fit, the first that the catalog knows and that has a parameter for each argument.</summary>
    public static ISymbol? ResolveKnown(SyntaxNode node, SymbolInfo info, AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Resolve(node, info, model, cancellationToken) is { } resolved)
            return resolved;

        var known = info.CandidateSymbols.OfType<IMethodSymbol>().Where(method => !symbols.RowsOf(method).IsEmpty).ToList();
        return known.Find(method => ArgumentsOf(node).All(argument => ParameterOf(argument, method) is not null))
            ?? known.Find(method => ArgumentsOf(node).All(argument => ParameterFor(argument, method, model, cancellationToken) is not null));
    }

    /// <summary>As <see cref="Resolve"/>, and of several or none that fit, the first: for names whose overloads all mean the same.</summary>
    public static ISymbol? ResolveAny(SyntaxNode node, SymbolInfo info, SemanticModel model, CancellationToken cancellationToken) =>
        Resolve(node, info, model, cancellationToken) ?? (info.CandidateReason == CandidateReason.OverloadResolutionFailure ? info.CandidateSymbols.FirstOrDefault() : null);

    private static List<IMethodSymbol> Fitting(SyntaxNode node, SymbolInfo info, SemanticModel model, CancellationToken cancellationToken) =>
        info.CandidateReason == CandidateReason.OverloadResolutionFailure ? info.CandidateSymbols.OfType<IMethodSymbol>().Where(method => Fits(node, method, model, cancellationToken)).ToList() : [];

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

    /// <summary>As <see cref="ParameterOf"/>, unless the argument is of a type that does not fit there: then the one parameter that has its type, as another version of the method may order them otherwise.</summary>
    public static IParameterSymbol? ParameterFor(ArgumentSyntax argument, IMethodSymbol method, SemanticModel model, CancellationToken cancellationToken)
    {
        var placed = ParameterOf(argument, method);
        if (IsMissing(argument, model, cancellationToken) || (placed is not null && model.ClassifyConversion(argument.Expression, placed.Type).IsImplicit))
            return placed;

        var type = model.GetTypeInfo(argument.Expression, cancellationToken).Type;
        var typed = method.Parameters.Where(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, type)).ToList();
        return typed.Count == 1 ? typed[0] : placed;
    }

    private static bool Fits(SyntaxNode node, IMethodSymbol method, SemanticModel model, CancellationToken cancellationToken)
    {
        var given = new HashSet<int>();
        foreach (var argument in ArgumentsOf(node))
        {
            if (ParameterOf(argument, method) is not { } parameter || !given.Add(parameter.Ordinal))
                return false;

            if (!IsMissing(argument, model, cancellationToken) && !model.ClassifyConversion(argument.Expression, parameter.Type).IsImplicit)
                return false;
        }

        foreach (var parameter in method.Parameters)
        {
            if (!parameter.IsOptional && !parameter.IsParams && !given.Contains(parameter.Ordinal))
                return false;
        }

        return true;
    }

    private static bool IsMissing(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(argument.Expression, cancellationToken).Type is null or IErrorTypeSymbol;
}
