using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>What comparisons, patterns, members and further calls make of a guard's answer.</summary>
internal sealed class AnswerFlow(BodyContext context, ValueFlow values, GuardFlow guards)
{
    /// <summary>What is made of an answer is the answer; a boolean that is made of it in a way nobody knows decides on both sides.</summary>
    public GuardTest? Through(IInvocationOperation call)
    {
        var answer = call.Instance is { } receiver ? guards.TestOf(receiver) : null;
        for (var i = 0; i < call.Arguments.Length && answer is not { IsAnswer: true }; i++)
            answer = guards.TestOf(call.Arguments[i].Value);
        if (answer is not { IsAnswer: true })
            return null;
        return GuardFlow.IsBool(call.TargetMethod.ReturnType) ? answer.Member(VerdictWords.GoodWhen(call.TargetMethod.Name, context.Symbols) ?? GoodWhenNamed(call)) : answer;
    }

    /// <summary><c>GetProperty("attackDetected").GetBoolean()</c>: what the constant names says which answer is the good one.</summary>
    private bool? GoodWhenNamed(IInvocationOperation call)
    {
        for (IOperation? current = call; current is IInvocationOperation named; current = named.Instance is { } receiver ? Operations.Unwrap(receiver) : null)
        {
            foreach (var argument in named.Arguments)
            {
                if (Operations.ConstantText(argument.Value) is { } text && VerdictWords.GoodWhen(text, context.Symbols) is { } good)
                    return text.IndexOf("false", System.StringComparison.OrdinalIgnoreCase) >= 0 ? !good : good;
            }
        }

        return null;
    }

    /// <summary>The test that a member of a guard's answer stands for.</summary>
    public GuardTest Member(ISymbol member, GuardTest answer)
    {
        var type = (member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type;
        foreach (var row in context.Symbols.RowsOf(member))
        {
            if (row.Role == Role.Verdict && row["good"] is { } good)
                return answer.Member(good == "true");
        }

        // response.Value.Verdict, a list of verdicts and the like stay the answer.
        return GuardFlow.IsBool(type) ? answer.Member(VerdictWords.GoodWhen(member.Name, context.Symbols)) : answer;
    }

    public GuardTest? Compare(IBinaryOperation equality)
    {
        var equals = equality.OperatorKind == BinaryOperatorKind.Equals;
        var (left, right) = Operations.Unwrap(equality.LeftOperand).ConstantValue.HasValue ? (equality.RightOperand, equality.LeftOperand) : (equality.LeftOperand, equality.RightOperand);
        var test = guards.TestOf(left) ?? (guards.TestOf(right) is { IsAnswer: false } other ? other : null);
        if (Operations.Unwrap(right).ConstantValue is not { HasValue: true, Value: var constant })
            return test is { IsAnswer: true } ? test.Member(null) : null;
        if (constant is bool outcome && test is { IsAnswer: false })
            return equals ? test.EqualTo(outcome) : test.EqualTo(outcome).Negated();
        if (test is { IsAnswer: true })
            return test.Member(constant is null ? null : VerdictWords.GoodWhen(Named(right), context.Symbols) is { } good ? good == equals : null);
        if (constant is not (null or string) || !ValueTest.IsPlain(left))
            return null;
        return constant is null or "" ? GuardTest.OfBlank(values.Evaluate(left), equals) : GuardTest.Of(values.Evaluate(left), Guards.AllowList, equals);
    }

    public GuardTest? Match(IIsPatternOperation pattern)
    {
        var test = guards.TestOf(pattern.Value);
        if (test is { IsAnswer: true })
            return Answered(pattern.Pattern, test);
        if (test is not null && pattern.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } })
            return test.EqualTo(expected);
        if (!ValueTest.IsConstants(pattern.Pattern, out var isNegated, out var isBlank) || !ValueTest.IsPlain(pattern.Value))
            return null;
        var value = values.Evaluate(pattern.Value);
        return isBlank ? GuardTest.OfBlank(value, !isNegated) : GuardTest.Of(value, Guards.AllowList, !isNegated);
    }

    /// <summary><c>answer is { IsAttack: false }</c></summary>
    private GuardTest Answered(IPatternOperation pattern, GuardTest answer)
    {
        var isNegated = pattern is INegatedPatternOperation;
        foreach (var inner in pattern.DescendantsAndSelf())
        {
            if (inner is not IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property: var property }, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } } })
                continue;
            var member = Member(property, answer);
            return expected == isNegated ? member.Negated() : member;
        }

        return answer.Member(null);
    }

    private static string Named(IOperation constant) => constant is IFieldReferenceOperation { Field.Name: var name } ? name : constant.ConstantValue.Value?.ToString() ?? "";
}
