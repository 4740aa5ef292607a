using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>The operation behind an expression.</summary>
internal static class ValueOperation
{
    /// <summary><c>x!</c> and <c>(x)</c> have the operation of <c>x</c>, and none of their own.</summary>
    public static IOperation? Of(ExpressionSyntax value, AiFile file) => file.Model.OperationOf(Bare(value), file.CancellationToken);

    public static ExpressionSyntax Bare(ExpressionSyntax value)
    {
        while (true)
        {
            switch (value)
            {
                case ParenthesizedExpressionSyntax parenthesized: value = parenthesized.Expression; break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed: value = suppressed.Operand; break;
                default: return value;
            }
        }
    }
}
