using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>Files that hold data: whoever opens one looks at it, and nothing in it is executed.</summary>
internal static class FileFormats
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".ico", ".mp3", ".wav", ".ogg", ".mp4", ".txt", ".md", ".log", ".csv", ".json", ".jsonl", ".pdf", ".docx", ".xlsx", ".pptx"];

    private const int MaxDepth = 4;

    /// <summary>Whether all that a path can be ends so.</summary>
    public static bool IsData(IOperation path, BodyContext context) => IsData(path, context, 0);

    private static bool IsData(IOperation path, BodyContext context, int depth)
    {
        var end = EndOf(path);
        if (end is { ConstantValue: { HasValue: true, Value: var constant } })
            return constant is string text && Array.Exists(Endings, ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (depth > MaxDepth || context.Model.GetOperation(end.Syntax, context.CancellationToken) is not { } written)
            return false;

        foreach (var source in new ValueTrace(context.Model, context.CancellationToken).SourcesOf(written))
        {
            if (source.Syntax == end.Syntax || !IsData(source, context, depth + 1))
                return false;
        }

        return true;
    }

    /// <summary>What stands at the end of a path.</summary>
    private static IOperation EndOf(IOperation path)
    {
        for (var step = 0; step < 10; step++)
        {
            var end = path switch
            {
                { ConstantValue.HasValue: true } => null,
                IConversionOperation conversion => conversion.Operand,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => sum.RightOperand,
                IInterpolatedStringOperation { Parts: { Length: > 0 } parts } => parts[parts.Length - 1] is IInterpolatedStringTextOperation last ? last.Text : (parts[parts.Length - 1] as IInterpolationOperation)?.Expression,
                // Path.Combine(folder, name), Path.ChangeExtension(path, ".png")
                IInvocationOperation { TargetMethod.ContainingType.Name: "Path", Arguments: { Length: > 1 } arguments } =>
                    arguments[arguments.Length - 1].Value is IArrayCreationOperation { Initializer.ElementValues: { Length: > 0 } elements } ? elements[elements.Length - 1] : arguments[arguments.Length - 1].Value,
                _ => null,
            };
            if (end is null)
                return path;
            path = end;
        }

        return path;
    }
}
