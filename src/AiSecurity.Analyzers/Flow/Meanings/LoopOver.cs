using System.Linq;
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

    /// <summary>Whether there is at least one element: <c>documents.Chunk(5).DefaultIfEmpty([])</c>.</summary>
    public static bool IsNeverEmpty(IOperation all) => all.Syntax.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DefaultIfEmpty" } };

    private static IOperation? MeasuredBy(IOperation length) => Operations.Unwrap(length) switch
    {
        IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } all } => all,
        _ => null,
    };
}
