using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>The operation behind an expression.</summary>
internal static class ValueOperation
{
    /// <summary><c>x!</c> has the operation of <c>x</c>, and none of its own.</summary>
    public static IOperation? Of(ExpressionSyntax value, AiFile file)
    {
        while (value.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            value = ((PostfixUnaryExpressionSyntax)value).Operand;
        return file.Model.GetOperation(value, file.CancellationToken);
    }
}
