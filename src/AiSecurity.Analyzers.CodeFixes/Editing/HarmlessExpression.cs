using System;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Expressions that can go without anybody noticing.</summary>
internal static class HarmlessExpression
{
    /// <summary>Whether an expression only reads: constants, members, settings, a throw when they are missing, a test for emptiness.</summary>
    public static bool Is(ExpressionSyntax expression, SemanticModel model, AiSymbols symbols, CancellationToken cancellationToken)
    {
        foreach (var node in expression.DescendantNodesAndSelf(static node => node is not ThrowExpressionSyntax))
        {
            switch (node)
            {
                case AwaitExpressionSyntax or AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax or BaseObjectCreationExpressionSyntax:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                    return false;
                case DeclarationExpressionSyntax declaration when !IsReadOnlyIn(expression, declaration, model, cancellationToken):
                    return false;
                case InvocationExpressionSyntax invocation when model.GetSymbolInfo(invocation, cancellationToken).Symbol is not { } method || !IsHarmless(method, symbols):
                    return false;
            }
        }

        return true;
    }

    private static bool IsHarmless(ISymbol method, AiSymbols symbols) =>
        method.ContainingType.SpecialType == SpecialType.System_String || IsLookup(method) || symbols.RowsOf(method).Any(static row => row.Role == Role.Setting);

    /// <summary><c>connectionString.TryGetValue("Key", out var key)</c></summary>
    private static bool IsLookup(ISymbol method) => method.Name == "TryGetValue" && method.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal);

    /// <summary>Whether nothing outside of an expression reads the variable that it declares.</summary>
    private static bool IsReadOnlyIn(ExpressionSyntax expression, DeclarationExpressionSyntax declaration, SemanticModel model, CancellationToken cancellationToken) =>
        declaration.Designation is DiscardDesignationSyntax
        || declaration.Designation is SingleVariableDesignationSyntax designation && model.GetDeclaredSymbol(designation, cancellationToken) is { } variable
        && !declaration.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Name
            && !expression.Span.Contains(name.Span) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, variable));
}
