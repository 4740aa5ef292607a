using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>
/// Pieces that are cut out of a text at constant places: like elements of a collection, what is known of one says nothing about the rest.
/// A piece between places that are computed may be one of many that make up the whole.
/// </summary>
internal static class TextPart
{
    /// <summary>Above it stand the indexes that mean something else.</summary>
    private const int First = -100;

    /// <summary>Below all pieces: elements that are counted from the end.</summary>
    private const int Last = First - 0x1000000;

    /// <summary>The index of the element that <c>words[0]</c> and <c>words[^1]</c> is; null where it is computed.</summary>
    public static int? OfElement(IOperation index) => index switch
    {
        { ConstantValue: { HasValue: true, Value: int position } } => position,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int back and >= 0 } } => Last - back,
        _ => null,
    };

    /// <summary>The index that stands for the piece that <c>text.Substring(0, 10)</c> is; null for other calls.</summary>
    public static int? Of(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "Substring", ContainingType.SpecialType: SpecialType.System_String })
            return null;

        var index = First;
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.ConstantValue is not { HasValue: true, Value: int place })
                return null;
            index = unchecked((index * 31) - place);
        }

        return Below(index);
    }

    /// <summary>The index that stands for the piece that <c>text[..10]</c> is; null for other ranges.</summary>
    public static int? Of(IRangeOperation range)
    {
        if (range.Syntax is not RangeExpressionSyntax syntax || !IsConstant(syntax.LeftOperand) || !IsConstant(syntax.RightOperand))
            return null;

        var index = First;
        foreach (var token in syntax.DescendantTokens())
            index = unchecked((index * 31) - (token.Value is int place ? place : (int)token.Kind()));
        return Below(index);
    }

    private static int Below(int index) => index > First ? unchecked(First - (index & 0xFFFFFF)) : index;

    private static bool IsConstant(ExpressionSyntax? place) =>
        place is null or LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression, Operand: LiteralExpressionSyntax };
}
