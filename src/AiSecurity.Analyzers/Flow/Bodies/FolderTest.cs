using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Tests whether the way from a folder to a path goes up: <c>Path.GetRelativePath(root, full).StartsWith("..")</c>. Where it does not, the path is below the folder.</summary>
internal static class FolderTest
{
    private const string Up = "..";

    public static GuardTest? Of(IInvocationOperation call, ValueFlow values, BodyContext context)
    {
        if (call is not { Instance: { } tested, TargetMethod: { Name: nameof(string.StartsWith), ContainingType.SpecialType: SpecialType.System_String }, Arguments: { IsEmpty: false } starts } || !GoesUp(starts[0].Value))
            return null;

        // A graph has no declarations of its variables: those are found from the tree.
        var sources = new ValueTrace(context.Model, context.CancellationToken).SourcesOf(context.Model.OperationOf(tested.Syntax, context.CancellationToken) ?? tested);
        if (sources.Length != 1 || sources[0] is not IInvocationOperation { TargetMethod: { Name: "GetRelativePath", ContainingType.Name: "Path" }, Arguments: { Length: 2 } arguments })
            return null;

        var (folder, path) = arguments[0].Parameter?.Ordinal == 0 ? (arguments[0].Value, arguments[1].Value) : (arguments[1].Value, arguments[0].Value);
        return ValueTest.IsPlain(path) && values.Evaluate(path) is var below && ValueTest.IsOfProgram(values.Evaluate(folder), below) ? GuardTest.Of(below, Guards.Path, false) : null;
    }

    private static bool GoesUp(IOperation start)
    {
        while (Operations.Unwrap(start) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left })
            start = left;
        return Operations.ConstantText(start)?.StartsWith(Up, StringComparison.Ordinal) == true;
    }
}
