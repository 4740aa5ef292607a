using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Guards with an answer: which tests of it say what about which values.</summary>
internal sealed class GuardFlow
{
    /// <summary>Chains of tests that stand for each other, after which an expression tells nothing.</summary>
    private const int MaxDepth = 20;

    private readonly BodyContext _context;
    private readonly ValueFlow _values;
    private readonly PlaceFlow _places;
    private readonly AnswerFlow _answers;

    /// <summary>Flags that the body sets to something else than a constant: they say what the last element was, not what all were.</summary>
    private readonly HashSet<object> _overwritten = [];

    /// <summary>What flags are set to at first: as long as they are that, no element has changed them.</summary>
    private readonly Dictionary<object, bool> _initial = [];
    private int _depth;

    public GuardFlow(BodyContext context, ValueFlow values, PlaceFlow places)
    {
        (_context, _values, _places) = (context, values, places);
        _answers = new AnswerFlow(context, values, this);
    }

    /// <summary>Keeps what a variable tells, as long as it is not written again.</summary>
    public void Remember(object place, IOperation source)
    {
        if (!source.ConstantValue.HasValue)
            _overwritten.Add(place);
        else if (source.ConstantValue.Value is bool initial && !_initial.ContainsKey(place))
            _initial.Add(place, initial);
        var said = MadeVerdict.Of(source) ?? source;
        var test = said.ConstantValue is { HasValue: true, Value: bool constant } ? GuardTest.Known(constant) : IsUnset(source) ? GuardTest.Null() : _answers.OfConstant(source, place is CaptureId) ?? TestOf(said);
        var state = _context.State;
        if (test is null && !state.Tests.ContainsKey(place))
            return;
        _context.State = state with { Tests = test is null ? state.Tests.Remove(place) : state.Tests.SetItem(place, test) };
    }

    /// <summary>Keeps what a variable tells that takes one member of an answer: <c>var (ok, why) = ...</c>.</summary>
    public void RememberMember(IOperation target, ISymbol member, GuardTest answer)
    {
        if (_places.Of(target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) is not { } place)
            return;
        _overwritten.Add(place);
        _context.State = _context.State with { Tests = _context.State.Tests.SetItem(place, _answers.Member(member, answer)) };
    }

    /// <summary>The missing value of a conditional access, or of a flag that nobody has set: <c>bool? isAttack = null</c>.</summary>
    private static bool IsUnset(IOperation source) =>
        Operations.Unwrap(source) is IDefaultValueOperation || (source.Type is { } type && IsBool(type) && Operations.Unwrap(source).ConstantValue is { HasValue: true, Value: null });

    /// <summary>What a flag tells that takes up one test after the other: <c>isAttack |= ...</c>.</summary>
    public void RememberBoth(ICompoundAssignmentOperation compound)
    {
        if (_places.Of(compound.Target) is not { } place)
            return;

        var state = _context.State;
        state.Tests.TryGetValue(place, out var before);
        var test = compound.OperatorKind is BinaryOperatorKind.Or or BinaryOperatorKind.And ? GuardTest.Both(before, TestOf(compound.Value), compound.OperatorKind == BinaryOperatorKind.And) : null;
        if (test is not null || before is not null)
            _context.State = state with { Tests = test is null ? state.Tests.Remove(place) : state.Tests.SetItem(place, test) };
    }

    /// <summary>What is known behind a loop: what its flags tell of every element they tell of all, and so does a loop over the parts of an answer.</summary>
    public FlowState AfterAll(IOperation all, List<FlowState> ends)
    {
        if (TestOf(all) is { IsAnswer: true } answer)
            _context.Assume(answer.Answer.RemoveAll(guarded => !ends.TrueForAll(end => end.HasPassed(guarded))));
        var state = _context.State;
        foreach (var pair in ends.Aggregate(static (left, right) => left.Join(right)).Tests)
        {
            if (!_overwritten.Contains(pair.Key) && pair.Value is { Constant: null, IsAnswer: false } && _initial.TryGetValue(pair.Key, out var initial))
                state = state with { Tests = state.Tests.SetItem(pair.Key, pair.Value.OfAll(initial)) };
        }

        return state;
    }

    /// <summary>A task that stands for a guard by exception is over from here on.</summary>
    public void Await(IOperation task)
    {
        if (_places.Of(task) is { } place && _context.State.Tests.TryGetValue(place, out var test) && test.IsTask)
            _context.Assume(test.Answer);
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
        _context.ShieldsAsked.Add((value, new ShieldAttempt(call.Syntax, ShieldFault.FailOpen, guard)));
        // An answer that somebody reads, and misunderstands, was not ignored.
        if (!IsUnread(call))
            return;
        _context.State = _context.State.Attempt(value, new ShieldAttempt(call.Syntax, ShieldFault.Unread, guard));
        if (_context.IsRecording)
            _context.Facts.IgnoredShields.Add(new IgnoredShield(call.Syntax, ShieldFault.Unread, name, guard));
    }

    private void AwaitAll(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            foreach (var inner in argument.Value.DescendantsAndSelf())
            {
                if (_places.Of(inner) is { } place && _context.State.Tests.TryGetValue(place, out var test) && test.IsTask)
                    _context.Assume(test.Answer);
            }
        }
    }

    private GuardTest? Find(IOperation expression)
    {
        switch (expression)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return TestOf(negation.Operand)?.Negated();
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Or or BinaryOperatorKind.And, Type.SpecialType: SpecialType.System_Boolean } both:
                return GuardTest.Both(TestOf(both.LeftOperand), TestOf(both.RightOperand), both.OperatorKind == BinaryOperatorKind.And);
            // isAttack ?? true, where it is not null.
            case IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", IsImplicit: true, Instance: { } given }:
                return TestOf(given) is { } certain ? certain with { MayBeNull = false } : null;
            case IInvocationOperation invocation:
                return OfCall(invocation) ?? FolderTest.Of(invocation, _values, _context) ?? ValueTest.Of(invocation, _values) ?? _answers.Through(invocation) ?? ElementsTest.Of(invocation, _values, _context) ?? OfCallback(invocation);
            case IBinaryOperation comparison when ValueTest.OfIndex(comparison, _values) is { } found:
                return found;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality:
                return _answers.Compare(equality);
            case IIsPatternOperation pattern:
                return _answers.Match(pattern);
            case IIsTypeOperation { ValueOperand: var typed, TypeOperand.Name: var type } when TestOf(typed) is { IsAnswer: true } verdict:
                return verdict.ComparedWith(VerdictWords.GoodWhen(type, _context.Symbols), equals: true);
            case IConversionOperation { OperatorMethod: not null } conversion when _answers.Converted(conversion) is { } converted:
                return converted;
            case IIsNullOperation { Operand: var missing } when TestOf(missing) is { MayBeNull: false } lacking:
                return lacking.WhereMissing();
            case IPropertyReferenceOperation { Instance: { } instance } property when TestOf(instance) is { IsAnswer: true } answer:
                return _answers.Member(property.Property, answer);
            // flags[0], of one verdict for each text.
            case IArrayElementReferenceOperation { ArrayReference: var all, Type: { } verdictType } when IsBool(verdictType) && TestOf(all) is { IsAnswer: true } verdicts:
                return verdicts.Member(null);
            case IFieldReferenceOperation { Instance: { } instance } field when TestOf(instance) is { IsAnswer: true } answer:
                return _answers.Member(field.Field, answer);
            default:
                return _places.Of(expression) is { } place && _context.State.Tests.TryGetValue(place, out var remembered) ? remembered : null;
        }
    }

    private GuardTest? OfCall(IInvocationOperation call)
    {
        foreach (var row in _context.Symbols.RowsOf(call.TargetMethod))
        {
            if (row.Role != Role.Shield)
                continue;

            var guarded = Guarded(row, call.Arguments);
            var guards = GuardNames.Parse(row["guards"]);
            if (row["signals"] != "result")
                return Operations.IsAwaited(call) ? null : GuardTest.TaskOf(ImmutableArray.Create(new Guarded(guarded, new Passage(guards))));
            return IsBool(call.TargetMethod.ReturnType) ? GuardTest.Of(guarded, guards, row["good"] != "false") : GuardTest.AnswerOf(ImmutableArray.Create(new Guarded(guarded, new Passage(guards))));
        }

        return ShieldRequest.Asks(call, _context) ? GuardTest.AnswerOf(ImmutableArray.Create(new Guarded(ShieldRequest.TextOf(call, _values), new Passage(Guards.Shield)))) : OfOwn(call);
    }

    /// <summary>A method of the project that may ask a shield: what its answer means, its own facts say.</summary>
    private GuardTest? OfOwn(IInvocationOperation call)
    {
        var callee = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (!_context.Compilation.HasBodiesOf(callee) || call.Arguments.IsEmpty)
            return null;

        var result = FlowNode.Result(callee, call.Syntax);
        if (!IsBool(callee.ReturnType))
        {
            if (!_context.Compilation.Shields.Contains(callee) && !StatementNames.Say(callee))
                return null;

            var outcome = callee.ReturnType is { SpecialType: SpecialType.System_Void } or INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 } ? CallOutcome.Returned : CallOutcome.GoodAnswer;
            var guarded = Each(call, result, outcome);
            return outcome == CallOutcome.GoodAnswer ? GuardTest.AnswerOf(guarded) : Operations.IsAwaited(call) ? null : GuardTest.TaskOf(guarded);
        }

        // What is given the answer of a shield looks at that, and not at a text.
        return _answers.Through(call) ?? new GuardTest(Each(call, result, CallOutcome.True), Each(call, result, CallOutcome.False), ImmutableArray<Guarded>.Empty);
    }

    /// <summary>What a library hands back of the one function that it runs, as retries and circuit breakers do.</summary>
    private GuardTest? OfCallback(IInvocationOperation call) =>
        !_context.IsOwn(call.TargetMethod) && Callback.ResultOf(call, _context.Model, _context.CancellationToken) is { } result ? TestOf(result) : null;

    private ImmutableArray<Guarded> Each(IInvocationOperation call, FlowNode result, CallOutcome outcome)
    {
        var guarded = ImmutableArray.CreateBuilder<Guarded>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && _values.Evaluate(argument.Value) is { IsClean: false } value)
                guarded.Add(new Guarded(value, new Passage(new CallGuard(result, parameter.Ordinal, outcome))));
        }

        return guarded.ToImmutable();
    }

    private FlowValue Guarded(CatalogRow row, ImmutableArray<IArgumentOperation> arguments)
    {
        var guarded = FlowValue.Clean;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && (RowNames.Has(row["text"], parameter.Name) || RowNames.Has(row["documents"], parameter.Name)))
                guarded = guarded.Join(_values.Evaluate(argument.Value));
        }

        return guarded;
    }

    /// <summary>Whether nobody looks at the result of a call: not even at the variable that it goes to.</summary>
    public bool IsUnread(IOperation call) =>
        Operations.IsDiscarded(call)
        || (Operations.Around(call) is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } && !_context.LocalsRead.Contains(local) && !_context.Captures.Shared.Contains(local));

    public static bool IsBool(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean
        || (type is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" or "Nullable", TypeArguments: var arguments } && arguments[0].SpecialType == SpecialType.System_Boolean);
}
