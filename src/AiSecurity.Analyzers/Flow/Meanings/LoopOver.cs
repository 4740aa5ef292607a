using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>What a loop goes through from end to end, by the condition at its head.</summary>
internal static class LoopOver
{
    /// <summary>The enumerator of a <c>foreach</c>, or the text or list whose length the position is compared with; null for other loops.</summary>
    public static IOperation? Of(IOperation condition) => Operations.Unwrap(condition) switch
    {
        IInvocationOperation { TargetMethod.Name: "MoveNext" or "MoveNextAsync", Instance: { } enumerator } => enumerator,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.NotEquals, LeftOperand: var position, RightOperand: var length } when !position.ConstantValue.HasValue => MeasuredBy(length),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual, LeftOperand: var length, RightOperand: var position } when !position.ConstantValue.HasValue => MeasuredBy(length),
        _ => null,
    };

    /// <summary>Whether there is at least one element: <c>documents.DefaultIfEmpty("").Chunk(5)</c>, the pieces of a text.</summary>
    public static bool IsNeverEmpty(IOperation all, SemanticModel model, CancellationToken cancellationToken)
    {
        if (all.Type?.SpecialType == SpecialType.System_String || (all.Syntax is InvocationExpressionSyntax && model.OperationOf(all.Syntax, cancellationToken) is IInvocationOperation made && IsCut(made)))
            return true;

        var call = all.Syntax.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault();
        while (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var inner } })
        {
            if (name is "DefaultIfEmpty" or "Append" or "Prepend")
                return true;
            // These leave something of something.
            call = name is "Chunk" or "Select" or "Order" or "OrderBy" or "OrderByDescending" or "Distinct" or "Reverse" or "ToList" or "ToArray" ? inner as InvocationExpressionSyntax : null;
        }

        return false;
    }

    /// <summary>A text that is cut has a piece, if it has anything in it: <c>Split(text)</c>.</summary>
    private static bool IsCut(IInvocationOperation call) =>
        (call.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } || (call.Type is INamedTypeSymbol { Arity: 1, TypeArguments: var elements } && elements[0].SpecialType == SpecialType.System_String))
        && (call.Instance?.Type?.SpecialType == SpecialType.System_String ? 1 : 0) + call.Arguments.Count(static argument => argument.Value.Type?.SpecialType == SpecialType.System_String && !argument.Value.ConstantValue.HasValue) == 1;

    private static IOperation? MeasuredBy(IOperation length) => Operations.Unwrap(length) switch
    {
        IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } all } => all,
        _ => null,
    };
}
