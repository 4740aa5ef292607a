using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    /// <summary><c>(bool)json["attackDetected"]</c>: a boolean that an answer converts itself to.</summary>
    public GuardTest? Converted(IConversionOperation conversion) =>
        guards.TestOf(conversion.Operand) is not { IsAnswer: true } answer ? null
        : conversion.Type is { } type && GuardFlow.IsBool(type) ? answer.Member(GoodWhenNamed(Operations.Unwrap(conversion.Operand)))
        // JsonDocument.Parse(response.Content): BinaryData becomes memory.
        : answer;

    /// <summary><c>GetProperty("attackDetected").GetBoolean()</c>, <c>json["attackDetected"]</c>: what the constant names says which answer is the good one.</summary>
    private bool? GoodWhenNamed(IOperation read)
    {
        for (IOperation? current = read; current is not null;)
        {
            var (receiver, arguments) = current switch
            {
                IInvocationOperation call => (call.Instance, call.Arguments),
                IPropertyReferenceOperation property => (property.Instance, property.Arguments),
                IConversionOperation conversion => (conversion.Operand, ImmutableArray<IArgumentOperation>.Empty),
                _ => (null, ImmutableArray<IArgumentOperation>.Empty),
            };
            foreach (var argument in arguments)
            {
                if (Operations.ConstantText(argument.Value) is { } text && VerdictWords.GoodWhen(text, context.Symbols) is { } good)
                    return text.IndexOf("false", System.StringComparison.OrdinalIgnoreCase) >= 0 ? !good : good;
                if (Operations.FunctionOf(argument.Value) is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, Name: var function } && VerdictWords.GoodWhen(function, context.Symbols) is { } said)
                    return said;
                if (Callback.TestIn(argument) is { } test && GoodWhenTested(test) is { } tested)
                    return tested;
            }

            current = receiver is null ? null : Operations.Unwrap(receiver);
        }

        return null;
    }

    /// <summary><c>finding => finding.AttackDetected</c>: what one test of each part of an answer says, by the only verdict that it names.</summary>
    private bool? GoodWhenTested(ExpressionSyntax test)
    {
        var isNegated = false;
        while (test is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand })
            (test, isNegated) = (operand is ParenthesizedExpressionSyntax { Expression: var inner } ? inner : operand, !isNegated);
        if (test is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } literal, Left: var compared } equality)
            (test, isNegated) = (compared, isNegated != (equality.IsKind(SyntaxKind.EqualsExpression) != literal.IsKind(SyntaxKind.TrueLiteralExpression)));
        if (test is not (InvocationExpressionSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax))
            return null;

        var told = test.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => VerdictWords.GoodWhen(token.ValueText, context.Symbols)).Where(static good => good is not null).ToList();
        return told.Count == 1 ? told[0] != isNegated : null;
    }

    /// <summary>A constant that says by its name that all is well, or that it is not: what has been passed up to here is what the good one stands for.</summary>
    /// <param name="source">The constant.</param>
    /// <param name="isChosen">Whether it is one of two that an expression chooses from: then the one before which something was looked at is the good one.</param>
    public GuardTest? OfConstant(IOperation source, bool isChosen)
    {
        if (Operations.Unwrap(source) is not IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum, Name: var name } })
            return null;
        var good = VerdictWords.GoodWhen(name, context.Symbols);
        if (good is null && !isChosen)
            return null;
        var passed = context.State.Passed.Select(static pair => new Guarded(FlowValue.Of(pair.Key), pair.Value)).ToImmutableArray();
        if (good is null)
            return GuardTest.ChoiceOf(passed);
        return good == false ? GuardTest.Bad() : passed.IsEmpty ? null : GuardTest.AnswerOf(passed);
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
        return GuardFlow.IsBool(type) ? answer.Verdict(VerdictWords.GoodWhen(member.Name, context.Symbols)) : answer;
    }

    public GuardTest? Compare(IBinaryOperation equality)
    {
        var equals = equality.OperatorKind == BinaryOperatorKind.Equals;
        var (left, right) = Operations.Unwrap(equality.LeftOperand).ConstantValue.HasValue ? (equality.RightOperand, equality.LeftOperand) : (equality.LeftOperand, equality.RightOperand);
        var test = guards.TestOf(left) ?? (guards.TestOf(right) is { IsAnswer: false } other ? other : null);
        if (SchemeTest.Of(left, right, values, equals) is { } web)
            return web;
        if (Operations.Unwrap(right).ConstantValue is not { HasValue: true, Value: var constant })
            return test is { IsAnswer: true } ? test.Member(null) : ValueTest.OfFileName(left, right, values, equals) ?? ValueTest.OfFileName(right, left, values, equals);
        if (constant is bool outcome && test is { IsAnswer: false })
            return equals ? test.EqualTo(outcome) : test.EqualTo(outcome).Negated();
        if (constant is null && test is { IsOfShield: true })
            return equals ? test.WhereMissing() : test.WhereMissing().Negated();
        if (test is { IsAnswer: true })
            return test.ComparedWith(constant is null ? null : VerdictWords.GoodWhen(Named(right), context.Symbols), equals);
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
        if (ValueTest.OfHost(pattern, values) is { } host)
            return host;
        if (!ValueTest.IsConstants(pattern.Pattern, out var isNegated, out var isBlank))
            return null;
        if (SchemeTest.Of(pattern, isNegated, values) is { } web)
            return web;
        if (!ValueTest.IsPlain(pattern.Value))
            return null;
        var value = values.Evaluate(pattern.Value);
        return isBlank ? GuardTest.OfBlank(value, !isNegated) : GuardTest.Of(value, Guards.AllowList, !isNegated);
    }

    /// <summary><c>answer is { IsAttack: false }</c>, <c>answer is (false, _)</c></summary>
    private GuardTest Answered(IPatternOperation pattern, GuardTest answer)
    {
        var isNegated = pattern is INegatedPatternOperation;
        foreach (var inner in pattern.DescendantsAndSelf())
        {
            if (inner is not IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } } || MemberOf(inner) is not { } tested)
                continue;
            var member = Member(tested, answer);
            return expected == isNegated ? member.Negated() : member;
        }

        if ((isNegated ? ((INegatedPatternOperation)pattern).Pattern : pattern) is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } && answer.IsOfShield)
            return isNegated ? answer.WhereMissing().Negated() : answer.WhereMissing();
        return answer.ComparedWith(GoodWhenOf(pattern), !isNegated);
    }

    /// <summary>The member that a part of a pattern is about.</summary>
    private static ISymbol? MemberOf(IOperation part) => part.Parent switch
    {
        IPropertySubpatternOperation { Member: IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } named } => named.Member,
        IRecursivePatternOperation whole when whole.DeconstructionSubpatterns.IndexOf((IPatternOperation)part) is >= 0 and var index && PartFlow.MembersOf(whole.InputType) is var members && index < members.Count => members[index],
        _ => null,
    };

    /// <summary>Whether a text is good where a pattern matches, by the names of its types and constants; null where they do not tell.</summary>
    private bool? GoodWhenOf(IPatternOperation pattern)
    {
        bool? good = null;
        foreach (var inner in pattern.DescendantsAndSelf())
        {
            var name = inner switch
            {
                ITypePatternOperation type => type.MatchedType.Name,
                IDeclarationPatternOperation { MatchedType: { } type } => type.Name,
                IRecursivePatternOperation { MatchedType: { } type } => type.Name,
                IConstantPatternOperation constant => Named(constant.Value),
                _ => null,
            };
            if (name is not null && VerdictWords.GoodWhen(name, context.Symbols) is { } told)
                good = good is null || good == told ? told : null;
        }

        return good;
    }

    private static string Named(IOperation constant) => constant is IFieldReferenceOperation { Field.Name: var name } ? name : constant.ConstantValue.Value?.ToString() ?? "";
}
