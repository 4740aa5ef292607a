using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>Guards with an answer: which tests of it say what about which values, and what a body hands on of that to its callers.</summary>
internal sealed class GuardFlow(BodyContext context, ValueFlow values, PlaceFlow places)
{
    /// <summary>Chains of tests that stand for each other, after which an expression tells nothing.</summary>
    private const int MaxDepth = 20;

    private bool _hasReturned;
    private int _depth;

    /// <summary>Keeps what a variable tells, as long as it is not written again.</summary>
    public void Remember(object place, IOperation source)
    {
        var test = source.ConstantValue is { HasValue: true, Value: bool constant } ? GuardTest.Known(constant) : Operations.Unwrap(source) is IDefaultValueOperation ? GuardTest.Null() : TestOf(source);
        var state = context.State;
        if (test is null && !state.Tests.ContainsKey(place))
            return;
        context.State = state with { Tests = test is null ? state.Tests.Remove(place) : state.Tests.SetItem(place, test) };
    }

    /// <summary>A task that stands for a guard by exception is over from here on.</summary>
    public void Await(IOperation task)
    {
        if (places.Of(task) is { } place && context.State.Tests.TryGetValue(place, out var test) && test.IsTask)
            context.Assume(test.Answer);
        else if (Operations.Unwrap(task) is IInvocationOperation { Arguments: { IsEmpty: false } arguments, TargetMethod.Name: "WhenAll" })
            AwaitAll(arguments);
    }

    /// <summary>The test that an expression stands for: a guard's answer, one of its members, or a boolean that remembers it.</summary>
    public GuardTest? TestOf(IOperation expression)
    {
        if (_depth >= MaxDepth)
            return null;

        _depth++;
        var test = Find(Operations.Unwrap(expression));
        _depth--;
        return test;
    }

    /// <summary>Notes a shield whose answer decides something only if somebody reads it.</summary>
    public void Ask(IOperation call, FlowValue value, string name, CallGuard? guard)
    {
        context.ShieldsAsked.Add((value, new ShieldAttempt(call.Syntax, ShieldFault.FailOpen, guard)));
        // An answer that somebody reads, and misunderstands, was not ignored.
        if (!IsUnread(call))
            return;
        context.State = context.State.Attempt(value, new ShieldAttempt(call.Syntax, ShieldFault.Unread, guard));
        if (context.IsRecording)
            context.Facts.IgnoredShields.Add(new IgnoredShield(call.Syntax, ShieldFault.Unread, name, guard));
    }

    /// <summary>What a return tells callers about parameters.</summary>
    public void RecordReturn(IOperation returned)
    {
        var constant = returned.ConstantValue is { HasValue: true, Value: bool known } ? known : (bool?)null;
        var test = constant is null ? TestOf(returned) : null;
        foreach (var parameter in context.Facts.Parameters)
        {
            var node = FlowNode.Parameter(parameter);
            var passed = PassedBy(node);
            Meet(parameter.Ordinal, CallOutcome.Returned, passed);
            if (constant != false)
                Meet(parameter.Ordinal, CallOutcome.True, passed.And(Of(test?.WhenTrue, node)));
            if (constant != true)
                Meet(parameter.Ordinal, CallOutcome.False, passed.And(Of(test?.WhenFalse, node)));
            Meet(parameter.Ordinal, CallOutcome.GoodAnswer, passed.And(test is { IsAnswer: true } ? Of(test.Answer, node) : Verdicts(returned, node)));
        }

        _hasReturned = true;
    }

    public void RecordEnd()
    {
        if (_hasReturned)
            return;

        foreach (var parameter in context.Facts.Parameters)
        {
            Meet(parameter.Ordinal, CallOutcome.Returned, PassedBy(FlowNode.Parameter(parameter)));
        }
    }

    private void AwaitAll(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            foreach (var inner in argument.Value.DescendantsAndSelf())
            {
                if (places.Of(inner) is { } place && context.State.Tests.TryGetValue(place, out var test) && test.IsTask)
                    context.Assume(test.Answer);
            }
        }
    }

    private GuardTest? Find(IOperation expression)
    {
        switch (expression)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return TestOf(negation.Operand)?.Negated();
            case IInvocationOperation invocation:
                return OfCall(invocation) ?? ValueTest.Of(invocation, values) ?? Through(invocation);
            case IBinaryOperation comparison when ValueTest.OfIndex(comparison, values) is { } found:
                return found;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                return Compare(equality);
            case IIsPatternOperation pattern:
                return Match(pattern);
            case IPropertyReferenceOperation { Instance: { } instance } property when TestOf(instance) is { IsAnswer: true } answer:
                return Member(property.Property, answer);
            case IFieldReferenceOperation { Instance: { } instance } field when TestOf(instance) is { IsAnswer: true } answer:
                return Member(field.Field, answer);
            default:
                return places.Of(expression) is { } place && context.State.Tests.TryGetValue(place, out var remembered) ? remembered : null;
        }
    }

    private GuardTest? OfCall(IInvocationOperation call)
    {
        foreach (var row in context.Symbols.RowsOf(call.TargetMethod))
        {
            if (row.Role != Role.Shield)
                continue;

            var guarded = Guarded(row, call.Arguments);
            var guards = GuardNames.Parse(row["guards"]);
            if (row["signals"] != "result")
                return Operations.IsAwaited(call) ? null : GuardTest.TaskOf(ImmutableArray.Create(new Guarded(guarded, new Passage(guards))));
            return IsBool(call.TargetMethod.ReturnType) ? GuardTest.Of(guarded, guards, row["good"] != "false") : GuardTest.AnswerOf(ImmutableArray.Create(new Guarded(guarded, new Passage(guards))));
        }

        return ShieldRequest.Asks(call, context) ? GuardTest.AnswerOf(ImmutableArray.Create(new Guarded(ShieldRequest.TextOf(call, values), new Passage(Guards.Shield)))) : OfOwn(call);
    }

    /// <summary>A method of the project that may ask a shield: what its answer means, its own facts say.</summary>
    private GuardTest? OfOwn(IInvocationOperation call)
    {
        var callee = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (!context.IsOwn(callee) || call.Arguments.IsEmpty)
            return null;

        var result = FlowNode.Result(callee, call.Syntax);
        if (!IsBool(callee.ReturnType))
        {
            if (!context.Compilation.Shields.Contains(callee.Name))
                return null;

            var outcome = callee.ReturnType is { SpecialType: SpecialType.System_Void } or INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 } ? CallOutcome.Returned : CallOutcome.GoodAnswer;
            var guarded = Each(call, result, outcome);
            return outcome == CallOutcome.GoodAnswer ? GuardTest.AnswerOf(guarded) : Operations.IsAwaited(call) ? null : GuardTest.TaskOf(guarded);
        }

        return new GuardTest(Each(call, result, CallOutcome.True), Each(call, result, CallOutcome.False), ImmutableArray<Guarded>.Empty);
    }

    private ImmutableArray<Guarded> Each(IInvocationOperation call, FlowNode result, CallOutcome outcome)
    {
        var guarded = ImmutableArray.CreateBuilder<Guarded>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && values.Evaluate(argument.Value) is { IsClean: false } value)
                guarded.Add(new Guarded(value, new Passage(new CallGuard(result, parameter.Ordinal, outcome))));
        }

        return guarded.ToImmutable();
    }

    /// <summary>What is made of an answer is the answer; a boolean that is made of it in a way nobody knows decides on both sides.</summary>
    private GuardTest? Through(IInvocationOperation call)
    {
        var answer = call.Instance is { } receiver ? TestOf(receiver) : null;
        for (var i = 0; i < call.Arguments.Length && answer is not { IsAnswer: true }; i++)
            answer = TestOf(call.Arguments[i].Value);
        if (answer is not { IsAnswer: true })
            return null;
        return IsBool(call.TargetMethod.ReturnType) ? answer.Member(VerdictWords.GoodWhen(call.TargetMethod.Name, context.Symbols) ?? GoodWhenNamed(call)) : answer;
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
    private GuardTest Member(ISymbol member, GuardTest answer)
    {
        var type = (member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type;
        foreach (var row in context.Symbols.RowsOf(member))
        {
            if (row.Role == Role.Verdict && row["good"] is { } good)
                return answer.Member(good == "true");
        }

        // response.Value.Verdict, a list of verdicts and the like stay the answer.
        return IsBool(type) ? answer.Member(VerdictWords.GoodWhen(member.Name, context.Symbols)) : answer;
    }

    private GuardTest? Compare(IBinaryOperation equality)
    {
        var equals = equality.OperatorKind == BinaryOperatorKind.Equals;
        var (left, right) = Operations.Unwrap(equality.LeftOperand).ConstantValue.HasValue ? (equality.RightOperand, equality.LeftOperand) : (equality.LeftOperand, equality.RightOperand);
        var test = TestOf(left) ?? (TestOf(right) is { IsAnswer: false } other ? other : null);
        if (Operations.Unwrap(right).ConstantValue is not { HasValue: true, Value: var constant })
            return test is { IsAnswer: true } ? test.Member(null) : null;
        if (constant is bool value && test is { IsAnswer: false })
            return equals ? test.EqualTo(value) : test.EqualTo(value).Negated();
        if (test is { IsAnswer: true })
            return test.Member(constant is null ? null : VerdictWords.GoodWhen(Named(right), context.Symbols) is { } good ? good == equals : null);
        return constant is string && ValueTest.IsPlain(left) ? GuardTest.Of(values.Evaluate(left), Guards.AllowList, equals) : null;
    }

    private GuardTest? Match(IIsPatternOperation pattern)
    {
        var test = TestOf(pattern.Value);
        if (test is { IsAnswer: true })
            return Answered(pattern.Pattern, test);
        if (test is not null && pattern.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } })
            return test.EqualTo(expected);
        return ValueTest.IsConstants(pattern.Pattern, out var isNegated) && ValueTest.IsPlain(pattern.Value) ? GuardTest.Of(values.Evaluate(pattern.Value), Guards.AllowList, !isNegated) : null;
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

    /// <summary>What the fields of an object that is returned tell: <c>new Answer(Safe: !result.IsAttack)</c>.</summary>
    private Passage Verdicts(IOperation returned, FlowNode node)
    {
        if (Operations.Unwrap(returned) is not (IObjectCreationOperation or ITupleOperation))
            return Passage.Nothing;

        foreach (var child in Operations.Unwrap(returned).ChildOperations)
        {
            var value = child is IArgumentOperation argument ? argument.Value : child;
            if (TestOf(value) is { } test && Of(test.WhenTrue.AddRange(test.WhenFalse).AddRange(test.Answer), node) is { IsNothing: false } passage)
                return passage;
        }

        return Passage.Nothing;
    }

    private FlowValue Guarded(CatalogRow row, ImmutableArray<IArgumentOperation> arguments)
    {
        var guarded = FlowValue.Clean;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && (RowNames.Has(row["text"], parameter.Name) || RowNames.Has(row["documents"], parameter.Name)))
                guarded = guarded.Join(values.Evaluate(argument.Value));
        }

        return guarded;
    }

    /// <summary>Whether nobody looks at the result of a call: not even at the variable that it goes to.</summary>
    public bool IsUnread(IOperation call) =>
        Operations.IsDiscarded(call)
        || (Operations.Around(call) is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } && !context.LocalsRead.Contains(local) && !context.Captures.Shared.Contains(local));

    private static string Named(IOperation constant) => constant is IFieldReferenceOperation { Field.Name: var name } ? name : constant.ConstantValue.Value?.ToString() ?? "";

    private static bool IsBool(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean
        || (type is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" or "Nullable", TypeArguments: var arguments } && arguments[0].SpecialType == SpecialType.System_Boolean);

    /// <summary>What a parameter, or a member of it, has passed: who looks at a request looks at the text in it.</summary>
    private Passage PassedBy(FlowNode parameter)
    {
        var passed = Passage.Nothing;
        foreach (var pair in context.State.Passed)
        {
            if (pair.Key.Root.Equals(parameter))
                passed = passed.And(pair.Value);
        }

        return passed;
    }

    private void Meet(int ordinal, CallOutcome outcome, Passage passage)
    {
        var guards = context.Facts.GuardsAtExit;
        guards[(ordinal, outcome)] = guards.TryGetValue((ordinal, outcome), out var known) ? known.Or(passage) : passage;
    }

    private static Passage Of(ImmutableArray<Guarded>? guarded, FlowNode node)
    {
        var passage = Passage.Nothing;
        foreach (var (value, passed) in guarded ?? ImmutableArray<Guarded>.Empty)
        {
            foreach (var part in value.Parts)
            {
                if (part.Node.Root.Equals(node))
                    passage = passage.And(passed);
            }
        }

        return passage;
    }
}
