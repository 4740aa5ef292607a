using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>The test for development that can be written at a place: <c>builder.Environment.IsDevelopment()</c>.</summary>
internal static class HostEnvironment
{
    /// <summary>The test, by what is in scope; null when nothing there knows the environment, or the extension method is not imported.</summary>
    public static ExpressionSyntax? TestAt(ReportedPlace place)
    {
        foreach (var row in place.Symbols.Catalog[Role.EnvironmentTest])
        {
            if (row["good"] != "true" || place.Symbols.FindType(row.TypeName)?.GetMembers(row.MemberName).OfType<IMethodSymbol>().FirstOrDefault() is not { IsExtensionMethod: true, Parameters: { Length: 1 } parameters })
                continue;

            var environment = parameters[0].Type;
            if (EnvironmentAt(place, environment) is { } found
                && place.Model.LookupSymbols(place.Node.SpanStart, environment, row.MemberName, includeReducedExtensionMethods: true).Any())
                return (ExpressionSyntax)place.Generator.InvocationExpression(place.Generator.MemberAccessExpression(found, row.MemberName));
        }

        return null;
    }

    private static ExpressionSyntax? EnvironmentAt(ReportedPlace place, ITypeSymbol environment)
    {
        ExpressionSyntax? best = null;
        foreach (var symbol in place.Model.LookupSymbols(place.Node.SpanStart))
        {
            if (ScopedSymbols.TypeOf(symbol) is not { } type || ScopedSymbols.MayBeNull(symbol, type, place.Model, place.CancellationToken) || !ScopedSymbols.IsUsable(symbol, place.Node.SpanStart, place.Model, place.CancellationToken))
                continue;
            if (Is(type, environment))
                return SyntaxFactory.IdentifierName(symbol.Name);
            if (best is null && PropertyOf(type, environment) is { } property)
                best = (ExpressionSyntax)place.Generator.MemberAccessExpression(SyntaxFactory.IdentifierName(symbol.Name), property.Name);
        }

        return best;
    }

    private static IPropertySymbol? PropertyOf(ITypeSymbol type, ITypeSymbol environment)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Parameters.IsEmpty: true } && Is(property.Type, environment)) is { } found)
                return found;
        }

        return type.AllInterfaces.SelectMany(static contract => contract.GetMembers()).OfType<IPropertySymbol>().FirstOrDefault(property => property.Parameters.IsEmpty && Is(property.Type, environment));
    }

    private static bool Is(ITypeSymbol type, ITypeSymbol environment) =>
        SymbolEqualityComparer.Default.Equals(type.WithNullableAnnotation(NullableAnnotation.None), environment.WithNullableAnnotation(NullableAnnotation.None)) || type.AllInterfaces.Contains(environment, SymbolEqualityComparer.Default);
}
