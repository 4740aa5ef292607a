using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Resources.Agents;

/// <summary>Whether a text has something in it that is different each time: the clock, or chance.</summary>
internal sealed class ChangingValue(AiFile file, ValueTrace trace)
{
    /// <summary>Texts inside texts.</summary>
    private const int MaxDepth = 6;

    public bool Is(IOperation value) => Is(value, 0);

    private bool Is(IOperation value, int depth)
    {
        if (depth > MaxDepth)
            return false;

        foreach (var source in trace.SourcesOf(value))
        {
            if (IsSource(source, depth + 1))
                return true;
        }

        return false;
    }

    private bool IsSource(IOperation source, int depth)
    {
        switch (source)
        {
            case IInterpolatedStringOperation text:
                foreach (var part in text.Parts)
                {
                    if (part is IInterpolationOperation { Expression: var inner } && Is(inner, depth))
                        return true;
                }

                return false;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Is(sum.LeftOperand, depth) || Is(sum.RightOperand, depth);
            case IConversionOperation conversion:
                return Is(conversion.Operand, depth);
            case IInvocationOperation call:
                return HasRow(call.TargetMethod) || (call.Instance is { } receiver && Is(receiver, depth)) || (IsOfText(call.TargetMethod) && AnyArgument(call, depth));
            case IPropertyReferenceOperation property:
                return HasRow(property.Property) || (property.Instance is { Type.IsValueType: true } holder && Is(holder, depth));
            default:
                return false;
        }
    }

    private bool AnyArgument(IInvocationOperation call, int depth)
    {
        foreach (var argument in call.Arguments)
        {
            if (Is(argument.Value, depth))
                return true;
        }

        return false;
    }

    /// <summary>A call that puts texts together or changes one.</summary>
    private static bool IsOfText(IMethodSymbol method) => method.ContainingType.SpecialType == SpecialType.System_String;

    private bool HasRow(ISymbol member)
    {
        foreach (var row in file.Compilation.Symbols.RowsOf(member))
        {
            if (row.Role == Role.Changing)
                return true;
        }

        return false;
    }
}
