using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>Files that hold data: whoever opens one looks at it, and nothing in it is executed.</summary>
internal static class FileFormats
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".ico", ".mp3", ".wav", ".ogg", ".mp4", ".txt", ".md", ".log", ".csv", ".json", ".jsonl", ".pdf", ".docx", ".xlsx", ".pptx"];

    /// <summary>Whether all that a path can be ends so.</summary>
    public static bool IsData(IOperation path, BodyContext context)
    {
        if (EndsAsData(path))
            return true;
        if (context.Model.GetOperation(path.Syntax, context.CancellationToken) is not { } written)
            return false;

        foreach (var source in new ValueTrace(context.Model, context.CancellationToken).SourcesOf(written))
        {
            if (!EndsAsData(source))
                return false;
        }

        return true;
    }

    private static bool EndsAsData(IOperation path) => EndOf(path) is { } end && Array.Exists(Endings, ending => end.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text at the end of a path as far as it is written down.</summary>
    private static string? EndOf(IOperation? path)
    {
        for (var step = 0; step < 10; step++)
        {
            switch (path)
            {
                case { ConstantValue: { HasValue: true, Value: string text } }:
                    return text;
                case IConversionOperation conversion:
                    path = conversion.Operand;
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                    path = sum.RightOperand;
                    break;
                case IInterpolatedStringOperation { Parts: { Length: > 0 } parts }:
                    path = parts[parts.Length - 1] is IInterpolatedStringTextOperation last ? last.Text : (parts[parts.Length - 1] as IInterpolationOperation)?.Expression;
                    break;
                // Path.Combine(folder, name), Path.ChangeExtension(path, ".png")
                case IInvocationOperation { TargetMethod: { ContainingType.Name: "Path" }, Arguments: { Length: > 1 } arguments }:
                    path = arguments[arguments.Length - 1].Value is IArrayCreationOperation { Initializer.ElementValues: { Length: > 0 } elements } ? elements[elements.Length - 1] : arguments[arguments.Length - 1].Value;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
