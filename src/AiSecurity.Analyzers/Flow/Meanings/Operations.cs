using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>What operations look like under the wrappers that change nothing about a value.</summary>
internal static class Operations
{
    /// <summary>The operation under built-in conversions, parentheses and awaits.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                case IAwaitOperation awaited: operation = awaited.Operation; break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }: operation = task; break;
                default: return operation;
            }
        }
    }

    /// <summary>The operation around awaits, conversions and ConfigureAwait of a call.</summary>
    public static IOperation? Around(IOperation call)
    {
        var current = call.Parent;
        while (current is IAwaitOperation or IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            current = current.Parent;
        return current;
    }

    /// <summary>Whether a call is over when its result is there: it is awaited, blocked on, or no task at all.</summary>
    public static bool IsAwaited(IOperation call)
    {
        if (call.Type is not { Name: "Task" or "ValueTask" })
            return true;
        return call.Parent switch
        {
            IAwaitOperation => true,
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Parent: var around } => around is IAwaitOperation,
            IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "Wait" } => true,
            IPropertyReferenceOperation { Property.Name: "Result" } => true,
            // A conversion to the other kind of task, or the tail of a method that hands the task to its caller.
            IReturnOperation => true,
            null => call is not IExpressionStatementOperation,
            _ => false,
        };
    }

    public static bool IsDiscarded(IOperation call) =>
        Around(call) is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    /// <summary>The lambda or method that an expression stands for where it is written; null for variables.</summary>
    public static IMethodSymbol? FunctionOf(IOperation value) => Unwrap(value) switch
    {
        IDelegateCreationOperation { Target: var target } => FunctionOf(target),
        IFlowAnonymousFunctionOperation lambda => lambda.Symbol,
        IMethodReferenceOperation method => (method.Method.ReducedFrom ?? method.Method).OriginalDefinition,
        _ => null,
    };

    public static string? ConstantText(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: string text } ? text : null;
}
