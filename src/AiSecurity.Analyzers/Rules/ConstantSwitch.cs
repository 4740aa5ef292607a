using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules;

/// <summary>Values of switches that nobody but the source decides.</summary>
internal static class ConstantSwitch
{
    /// <summary>Whether a value can be nothing but true: what a setting or the environment decides is somebody's decision.</summary>
    public static bool IsAlwaysTrue(ExpressionSyntax value, AiFile file)
    {
        if (file.Model.GetConstantValue(value, file.CancellationToken) is { HasValue: true } constant)
            return constant.Value is true;
        if (file.Model.OperationOf(value, file.CancellationToken) is not { } operation)
            return false;

        foreach (var source in new ValueTrace(file.Model, file.CancellationToken).SourcesOf(operation))
        {
            if (source.ConstantValue is not { HasValue: true, Value: true })
                return false;
        }

        return true;
    }
}
