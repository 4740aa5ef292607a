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
                case AwaitExpressionSyntax or AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax or BaseObjectCreationExpressionSyntax or DeclarationExpressionSyntax:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                    return false;
                case InvocationExpressionSyntax invocation when model.GetSymbolInfo(invocation, cancellationToken).Symbol is not { } method || !IsHarmless(method, symbols):
                    return false;
            }
        }

        return true;
    }

    private static bool IsHarmless(ISymbol method, AiSymbols symbols) =>
        method.ContainingType.SpecialType == SpecialType.System_String || symbols.RowsOf(method).Any(static row => row.Role == Role.Setting);
}
