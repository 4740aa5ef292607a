using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Execution.Timeouts;

/// <summary>Timeouts that the source switches off.</summary>
internal static class InfiniteTimeouts
{
    public static bool Is(ExpressionSyntax value, AiFile file)
    {
        if (file.Model.OperationOf(value, file.CancellationToken) is not { } operation)
            return false;

        var sources = new ValueTrace(file.Model, file.CancellationToken).SourcesOf(operation);
        foreach (var source in sources)
        {
            if (!IsInfinite(source))
                return false;
        }

        return !sources.IsEmpty;
    }

    private static bool IsInfinite(IOperation source) => source switch
    {
        IMemberReferenceOperation { Member: { Name: "InfiniteTimeSpan", ContainingType.Name: "Timeout" } or { Name: "MaxValue", ContainingType.Name: "TimeSpan" } } => true,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", Name: "FromMilliseconds" }, Arguments: { Length: > 0 } arguments } => arguments[0].Value is { ConstantValue: { HasValue: true, Value: -1 or -1L or -1.0 } } or IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: -1 } },
        _ => false,
    };
}
