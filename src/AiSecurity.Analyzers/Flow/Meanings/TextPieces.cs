using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>A piece of a text that is put together: constant, or a value that goes in.</summary>
internal readonly record struct TextPiece(string? Text, IOperation? Value);

/// <summary>What a text is put together of: interpolated strings, sums, formats.</summary>
internal static class TextPieces
{
    /// <summary>The pieces in order; the value itself where it is not put together here.</summary>
    public static List<TextPiece> Of(IOperation text)
    {
        var pieces = new List<TextPiece>();
        var pending = new Stack<IOperation>();
        pending.Push(text);
        while (pending.Count > 0)
        {
            var current = Operations.Unwrap(pending.Pop());
            switch (current)
            {
                case { ConstantValue: { HasValue: true, Value: var constant } }:
                    pieces.Add(new TextPiece(constant as string ?? "", null));
                    break;
                case IInterpolatedStringOperation interpolated:
                    foreach (var part in interpolated.Parts.Reverse())
                    {
                        if (part is IInterpolatedStringTextOperation { Text: var literal })
                            pending.Push(literal);
                        else if (part is IInterpolationOperation { Expression: var hole })
                            pending.Push(hole);
                    }

                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                    pending.Push(sum.RightOperand);
                    pending.Push(sum.LeftOperand);
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } format:
                    AddFormat(format, pieces);
                    break;
                default:
                    pieces.Add(new TextPiece(null, current));
                    break;
            }
        }

        return pieces;
    }

    private static void AddFormat(IInvocationOperation call, List<TextPiece> pieces)
    {
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Value.ConstantValue is not { HasValue: true, Value: string format })
        {
            pieces.Add(new TextPiece(null, call));
            return;
        }

        var values = call.Arguments.Where(static argument => argument.Parameter?.Name is not ("format" or "provider")).SelectMany(static argument => Elements(argument.Value)).ToList();
        var start = 0;
        for (var open = format.IndexOf('{'); open >= 0 && format.IndexOf('}', open) is var close and > 0; open = format.IndexOf('{', start))
        {
            pieces.Add(new TextPiece(format.Substring(start, open - start), null));
            var number = format.Substring(open + 1, close - open - 1).Split(',', ':')[0];
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < values.Count)
                pieces.Add(new TextPiece(null, values[index]));
            start = close + 1;
        }

        pieces.Add(new TextPiece(format.Substring(start), null));
    }

    private static IEnumerable<IOperation> Elements(IOperation argument) =>
        Operations.Unwrap(argument) is IArrayCreationOperation { Initializer.ElementValues: var elements } ? elements.Select(Operations.Unwrap) : [Operations.Unwrap(argument)];
}
