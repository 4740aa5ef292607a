using System;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Files that are looked at and not executed, by the constant end of their names: opening one starts its viewer.</summary>
internal sealed class ViewedFile(BodyContext context)
{
    /// <summary>Calls and variables inside each other that make up a path.</summary>
    private const int MaxDepth = 6;

    private static readonly ImmutableHashSet<string> Extensions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".ico", ".mp3", ".wav", ".ogg", ".flac", ".m4a", ".mp4", ".webm", ".mov", ".avi", ".mkv",
        ".pdf", ".md", ".txt", ".csv", ".json", ".jsonl", ".log", ".docx", ".xlsx", ".pptx", ".html", ".htm");

    private readonly ValueTrace _trace = new(context.Model, context.CancellationToken);

    /// <summary>Whether every path that the expression can hold is one of such a file.</summary>
    public bool IsAt(IOperation path) => context.Model.OperationOf(path.Syntax, context.CancellationToken) is { } written && Ends(written, 0);

    private bool Ends(IOperation value, int depth)
    {
        if (depth > MaxDepth)
            return false;

        foreach (var source in _trace.SourcesOf(value))
        {
            if (source.ConstantValue is { HasValue: true, Value: string text } ? !IsViewed(text) : !EndsInside(source, depth + 1))
                return false;
        }

        return true;
    }

    private bool EndsInside(IOperation source, int depth) => source switch
    {
        IInterpolatedStringOperation { Parts: { IsEmpty: false } parts } => parts[parts.Length - 1] switch
        {
            IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text } => IsViewed(text),
            IInterpolationOperation { Expression: var inner } => Ends(inner, depth),
            _ => false,
        },
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Ends(sum.RightOperand, depth),
        // Path.Combine, Join, ChangeExtension, GetFullPath, GetFileName, GetExtension and string.Concat end with their last argument.
        IInvocationOperation { TargetMethod: { ContainingType: { } type, Name: "Combine" or "Join" or "ChangeExtension" or "GetFullPath" or "GetFileName" or "GetExtension" or "Concat" }, Arguments: { IsEmpty: false } arguments }
            when type.SpecialType == SpecialType.System_String || type.Name == "Path" => Ends(Last(arguments), depth),
        _ => false,
    };

    private static IOperation Last(ImmutableArray<IArgumentOperation> arguments) => arguments[arguments.Length - 1] switch
    {
        { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer.ElementValues: { IsEmpty: false } elements } } => elements[elements.Length - 1],
        var last => last.Value,
    };

    private static bool IsViewed(string end) => end.LastIndexOf('.') is >= 0 and var dot && Extensions.Contains(end.Substring(dot));
}
