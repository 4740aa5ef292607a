using System;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>What files are by the constant end of their names.</summary>
internal sealed class FileEnd(BodyContext context)
{
    /// <summary>Calls and variables inside each other that make up a path.</summary>
    private const int MaxDepth = 6;

    /// <summary>Files that are looked at and not executed: opening one starts its viewer.</summary>
    private static readonly ImmutableHashSet<string> Viewed = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".ico", ".mp3", ".wav", ".ogg", ".flac", ".m4a", ".mp4", ".webm", ".mov", ".avi", ".mkv",
        ".pdf", ".md", ".txt", ".csv", ".json", ".jsonl", ".log", ".docx", ".xlsx", ".pptx", ".html", ".htm");

    private readonly ValueTrace _trace = new(context.Model, context.CancellationToken);

    /// <summary>Whether every path that the expression can hold is one of a file that is looked at.</summary>
    public bool IsViewed(IOperation path) => EndsOf(path) is { IsEmpty: false } ends && ends.All(static end => end is not null && end.LastIndexOf('.') is >= 0 and var dot && Viewed.Contains(end.Substring(dot)));

    /// <summary>The name of the file in whatever folder it lies: <c>Path.Combine(folder, "run.py")</c>. Null when it is not always the same, or has no extension.</summary>
    public string? NameOf(IOperation path) => EndsOf(path) is { Length: 1 } ends && ends[0] is { } end && end.Substring(end.LastIndexOfAny(['/', '\\']) + 1) is var name && name.IndexOf('.') > 0 ? name : null;

    /// <summary>The constant ends of all paths that an expression can hold; null for one without.</summary>
    private ImmutableArray<string?> EndsOf(IOperation path)
    {
        var ends = ImmutableArray.CreateBuilder<string?>();
        if (context.Model.OperationOf(path.Syntax, context.CancellationToken) is { } written)
            Add(written, 0, ends);
        return ends.ToImmutable();
    }

    private void Add(IOperation value, int depth, ImmutableArray<string?>.Builder ends)
    {
        foreach (var source in _trace.SourcesOf(value))
        {
            if (source.ConstantValue is { HasValue: true, Value: string text })
                ends.Add(text);
            else if (depth < MaxDepth && EndOf(source) is { } end)
                Add(end, depth + 1, ends);
            else
                ends.Add(TextAtEnd(source));
        }
    }

    private static string? TextAtEnd(IOperation source) =>
        source is IInterpolatedStringOperation { Parts: { IsEmpty: false } parts } && parts[parts.Length - 1] is IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text } ? text : null;

    /// <summary>The part that a path ends with.</summary>
    private static IOperation? EndOf(IOperation source) => source switch
    {
        IInterpolatedStringOperation { Parts: { IsEmpty: false } parts } => (parts[parts.Length - 1] as IInterpolationOperation)?.Expression,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => sum.RightOperand,
        // Path.Combine, Join, ChangeExtension, GetFullPath, GetFileName, GetExtension and string.Concat end with their last argument.
        IInvocationOperation { TargetMethod: { ContainingType: { } type, Name: "Combine" or "Join" or "ChangeExtension" or "GetFullPath" or "GetFileName" or "GetExtension" or "Concat" }, Arguments: { IsEmpty: false } arguments }
            when type.SpecialType == SpecialType.System_String || type.Name == "Path" => Last(arguments),
        _ => null,
    };

    private static IOperation Last(ImmutableArray<IArgumentOperation> arguments) => arguments[arguments.Length - 1] switch
    {
        { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer.ElementValues: { IsEmpty: false } elements } } => elements[elements.Length - 1],
        var last => last.Value,
    };
}
