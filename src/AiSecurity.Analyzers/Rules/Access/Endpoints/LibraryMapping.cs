using System.Linq;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Mappings that a library offers to applications.</summary>
internal static class LibraryMapping
{
    /// <summary>Overloads that call each other.</summary>
    private const int MaxDepth = 6;

    /// <summary>
    /// Whether a public extension method maps on what it is called on and hands back what was mapped, and nothing in the project calls it: who does says who may come in.
    /// </summary>
    public static bool Is(InvocationExpressionSyntax mapping, ProjectView view, CallSites callers) =>
        mapping.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { ParameterList.Parameters: { Count: > 0 } parameters } declaration
        && parameters[0].Modifiers.Any(static modifier => modifier.ValueText == "this")
        && view.ModelOf(declaration).GetDeclaredSymbol(declaration, view.CancellationToken) is IMethodSymbol { IsExtensionMethod: true } method
        && method.Parameters[0].Type.TypeKind == TypeKind.Interface
        && HandsBack(method)
        && IsVisible(method)
        && !IsUsed(mapping, method, callers, 0);

    private static bool IsUsed(SyntaxNode inside, IMethodSymbol method, CallSites callers, int depth) =>
        depth > MaxDepth || callers.Of(inside).Any(call => !IsOffered(call, method) || IsUsed(call, method, callers, depth + 1));

    /// <summary>An overload that only completes the arguments is as much of the library as what it calls.</summary>
    private static bool IsOffered(InvocationExpressionSyntax call, IMethodSymbol method) =>
        call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } around && around.Identifier.ValueText == method.Name && around.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText == method.ContainingType.Name;

    private static bool HandsBack(IMethodSymbol method) =>
        !method.ReturnsVoid && !SymbolEqualityComparer.Default.Equals(method.ReturnType, method.Parameters[0].Type);

    private static bool IsVisible(ISymbol member)
    {
        for (var current = member; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
                return false;
        }

        return true;
    }
}
