using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>What operations do to values. Unknown kinds take the union of their children, so that newer syntax still works.</summary>
internal sealed class ValueFlow
{
    /// <summary>Nesting of one expression, after which it counts as clean.</summary>
    private const int MaxDepth = 250;

    private readonly FlowFacts _facts;
    private readonly ImmutableHashSet<ISymbol> _captured;
    private readonly CallFlow _calls;
    private readonly CancellationToken _cancellationToken;
    private FlowState _state = FlowState.Start;
    private int _depth;
    private bool _hasMembers;

    public ValueFlow(AiSymbols symbols, ShieldNames shields, FlowFacts facts, ImmutableHashSet<ISymbol> captured, CancellationToken cancellationToken)
    {
        _facts = facts;
        _captured = captured;
        _cancellationToken = cancellationToken;
        _calls = new CallFlow(this, symbols, shields, facts);
    }

    /// <summary>Whether facts are written down: in the last pass only.</summary>
    public bool IsRecording { get; set; }

    public FlowState State { get => _state; set => _state = value; }

    public FlowState AtEntry()
    {
        var state = FlowState.Start;
        foreach (var parameter in _facts.Owner.Parameters)
        {
            if (CleanTypes.IsService(parameter.Type))
                continue;
            state = state with { Values = state.Values.SetItem(parameter, FlowValue.Of(new FlowNode(FlowNodeKind.Parameter, parameter))) };
        }

        return state;
    }

    public FlowState Execute(IOperation operation, FlowState before)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _state = before;
        Evaluate(operation);
        return _state;
    }

    public void Return(IOperation value, FlowState state)
    {
        if (!IsRecording)
            return;

        _state = state;
        _facts.Returned = _facts.Returned.Join(_state.Effective(Evaluate(value)));
    }

    public void Record(FlowNode to, FlowValue value)
    {
        if (IsRecording && !value.IsClean)
            _facts.Edges.Add((to, _state.Effective(value)));
    }

    /// <summary>The state on the branch where a condition has a value: a guard's good answer counts from here.</summary>
    public FlowState Assume(IOperation? condition, bool outcome, FlowState state)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation)
            (condition, outcome) = (negation.Operand, !outcome);

        _state = state;
        return condition is not null && TestOf(condition) is { GoodWhen: { } good } test && good == outcome ? state.Guard(test.Value, test.Guards) : state;
    }

    public FlowValue Evaluate(IOperation? operation)
    {
        if (operation is null || operation.ConstantValue.HasValue || _depth >= MaxDepth)
            return FlowValue.Clean;

        _depth++;
        var value = EvaluateCore(operation);
        _depth--;
        return operation.Type is not null && CleanTypes.Is(operation.Type) ? FlowValue.Clean : value;
    }

    private FlowValue EvaluateCore(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return Read(local.Local);
            case IParameterReferenceOperation parameter:
                return Read(parameter.Parameter);
            case IFlowCaptureOperation capture:
                Copy(capture.Value, capture.Id);
                if (TestOf(capture.Value) is { } captured)
                    _state = _state with { Tests = _state.Tests.SetItem(capture.Id, captured) };
                return FlowValue.Clean;
            case IFlowCaptureReferenceOperation reference:
                return Read(reference.Id);
            case IFieldReferenceOperation field:
                return ReadMember(field.Field, field.Instance);
            case IPropertyReferenceOperation property:
                return _calls.ReadProperty(property);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, assignment.Value);
            case ICompoundAssignmentOperation compound:
                var sum = Evaluate(compound.Target).Join(Evaluate(compound.Value));
                WriteTo(compound.Target, sum);
                return sum;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value);
                return FlowValue.Clean;
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IReturnOperation { ReturnedValue: { } returned } yielded:
                var result = Evaluate(returned);
                if (IsRecording)
                    _facts.Returned = _facts.Returned.Join(_state.Effective(result));
                return result;
            case IInvocationOperation invocation:
                return _calls.Invoke(invocation);
            case IObjectCreationOperation creation:
                return _calls.Create(creation);
            case IConversionOperation conversion:
                return conversion.OperatorMethod is { } converter ? _calls.Convert(conversion, converter) : Evaluate(conversion.Operand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary:
                return Sum(binary);
            case IInterpolatedStringOperation interpolated:
                return Interpolate(interpolated);
            case IIsPatternOperation pattern:
                Bind(pattern.Pattern, Evaluate(pattern.Value));
                return FlowValue.Clean;
            case IFlowAnonymousFunctionOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation or IInstanceReferenceOperation:
                return FlowValue.Clean;
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            default:
                var union = FlowValue.Clean;
                foreach (var child in operation.ChildOperations)
                    union = union.Join(Evaluate(child));
                return union;
        }
    }

    private FlowValue Interpolate(IInterpolatedStringOperation text)
    {
        var value = FlowValue.Clean;
        foreach (var part in text.Parts)
            value = value.Join(Evaluate((part as IInterpolationOperation)?.Expression));
        var start = text.Parts.Length > 0 && text.Parts[0] is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string constant } } ? constant : null;
        return FixesHost(start) ? value.With(Guards.Url) : value;
    }

    /// <summary>Whether a text begins with a host and the slash after it, or with a path: what follows cannot choose where it goes.</summary>
    private static bool FixesHost(string? start)
    {
        if (start is null)
            return false;
        if (start.StartsWith("/", System.StringComparison.Ordinal) && !start.StartsWith("//", System.StringComparison.Ordinal))
            return true;

        var scheme = start.IndexOf("://", System.StringComparison.Ordinal);
        return scheme > 0 && start.IndexOfAny(['/', '?', '#'], scheme + 3) > scheme + 3;
    }

    /// <summary>A chain of sums, whose deep side is the left one.</summary>
    private FlowValue Sum(IBinaryOperation sum)
    {
        var value = FlowValue.Clean;
        IOperation current = sum;
        while (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary)
        {
            value = Evaluate(binary.RightOperand).Join(value);
            current = binary.LeftOperand;
        }

        return FixesHost(current.ConstantValue is { HasValue: true, Value: string start } ? start : null) ? value.With(Guards.Url) : Evaluate(current).Join(value);
    }

    private FlowValue Assign(IOperation target, IOperation source)
    {
        if (Place(target) is { } place)
        {
            var test = TestOf(source);
            _state = _state with { Tests = test is null ? _state.Tests.Remove(place) : _state.Tests.SetItem(place, test) };
        }

        // A variable takes over what a copy, a tuple or a record tells of each member; everything else is one value.
        if (Place(target) is { } variable and not ISymbol { Kind: SymbolKind.Field or SymbolKind.Property })
            return Copy(source, variable);

        var value = Evaluate(source);
        if (target is IPropertyReferenceOperation property)
            _calls.WriteProperty(property, value, source);
        WriteTo(target, value);
        return value;
    }

    private FlowValue Copy(IOperation source, object target)
    {
        if (Place(source) is { } origin)
        {
            Write(target, Held(origin));
            CopyMembers(origin, target);
            return Read(target);
        }

        var value = Evaluate(source);
        var members = MembersOf(Unwrap(source));
        Write(target, members.Count > 0 ? FlowValue.Clean : value);
        foreach (var (member, part) in members)
            Write(new MemberPlace(target, member), part);
        return value;
    }

    /// <summary>The members of a tuple literal or a positional record, each with its own value; none for anything else.</summary>
    private List<(ISymbol Member, FlowValue Value)> MembersOf(IOperation source)
    {
        var members = new List<(ISymbol, FlowValue)>();
        if (source is ITupleOperation { Type: INamedTypeSymbol { IsTupleType: true } type } tuple)
        {
            for (var i = 0; i < tuple.Elements.Length && i < type.TupleElements.Length; i++)
                members.Add((Canonical(type.TupleElements[i]), Evaluate(tuple.Elements[i])));
        }
        else if (source is IObjectCreationOperation { Type: INamedTypeSymbol { IsRecord: true } record } creation)
        {
            foreach (var argument in creation.Arguments)
            {
                foreach (var property in record.GetMembers(argument.Parameter?.Name ?? ""))
                    members.Add((property.OriginalDefinition, Evaluate(argument.Value)));
            }
        }

        return members;
    }

    private static ISymbol Canonical(ISymbol member) => member is IFieldSymbol { CorrespondingTupleField: { } item } ? item : member.OriginalDefinition;

    public void WriteTo(IOperation target, FlowValue value)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                WriteTo(declaration.Expression, value);
                break;
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member when IsOwn(member):
                Write(member.Member, value);
                Record(new FlowNode(FlowNodeKind.Member, member.Member.OriginalDefinition), value);
                break;
            case IMemberReferenceOperation { Instance: { } instance } member:
                // One member of a variable: its siblings stay what they were.
                if (Place(instance) is { } owner)
                    Write(new MemberPlace(owner, Canonical(member.Member)), value);
                break;
            case IArrayElementReferenceOperation element:
                Grow(element.ArrayReference, value);
                break;
            default:
                if (Place(target) is { } place)
                    Write(place, value);
                break;
        }
    }

    /// <summary>Adds to what a container holds.</summary>
    public void Grow(IOperation container, FlowValue value)
    {
        if (value.IsClean)
            return;

        container = Unwrap(container);
        // builder.Append(a).Append(b): each call hands back what it was called on.
        while (container is IInvocationOperation { Instance: { } receiver } fluent && SymbolEqualityComparer.Default.Equals(fluent.Type, receiver.Type))
            container = Unwrap(receiver);
        if (container is IMemberReferenceOperation member && IsOwn(member))
        {
            Write(member.Member, Read(member.Member).Join(value));
            Record(new FlowNode(FlowNodeKind.Member, member.Member.OriginalDefinition), value);
        }
        else if (container is IMemberReferenceOperation { Instance: { } instance })
        {
            Grow(instance, value);
        }
        else if (Place(container) is { } place)
        {
            Write(place, Read(place).Join(value));
        }
    }

    private void Deconstruct(IOperation target, IOperation source)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        source = Unwrap(source);
        if (target is ITupleOperation targets && source is ITupleOperation values && targets.Elements.Length == values.Elements.Length)
        {
            for (var i = 0; i < targets.Elements.Length; i++)
                Assign(targets.Elements[i] is IDeclarationExpressionOperation inner ? inner.Expression : targets.Elements[i], values.Elements[i]);
            return;
        }

        var value = Evaluate(source);
        if (target is ITupleOperation parts)
        {
            foreach (var part in parts.Elements)
                WriteTo(part, part.Type is not null && CleanTypes.Is(part.Type) ? FlowValue.Clean : value);
        }
    }

    private void Bind(IPatternOperation pattern, FlowValue value)
    {
        foreach (var inner in pattern.DescendantsAndSelf())
        {
            var symbol = inner switch
            {
                IDeclarationPatternOperation { DeclaredSymbol: { } declared } => declared,
                IRecursivePatternOperation { DeclaredSymbol: { } declared } => declared,
                IListPatternOperation { DeclaredSymbol: { } declared } => declared,
                _ => null,
            };
            if (symbol is ILocalSymbol local)
                Write(local, CleanTypes.Is(local.Type) ? FlowValue.Clean : value);
        }
    }

    public FlowValue ReadMember(ISymbol member, IOperation? instance)
    {
        if (instance is null or IInstanceReferenceOperation)
        {
            if (TypeOf(member) is { } type && CleanTypes.IsService(type))
                return FlowValue.Clean;
            var written = _state.Values.TryGetValue(member, out var value) ? value : FlowValue.Clean;
            return written.Join(FlowValue.Of(new FlowNode(FlowNodeKind.Member, member.OriginalDefinition)));
        }

        instance = Unwrap(instance);
        if (Place(instance) is not { } owner)
            return Evaluate(instance);
        return _state.Values.TryGetValue(new MemberPlace(owner, Canonical(member)), out var part) ? part : Held(owner);
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;

    /// <summary>What a place holds, with all its members.</summary>
    private FlowValue Read(object place)
    {
        var value = Held(place);
        if (!_hasMembers)
            return value;

        foreach (var pair in _state.Values)
        {
            if (pair.Key is MemberPlace member && PlaceComparer.Same(member.Owner, place))
                value = value.Join(pair.Value);
        }

        return value;
    }

    private FlowValue Held(object place)
    {
        var value = _state.Values.TryGetValue(place, out var known) ? known : FlowValue.Clean;
        if (place is IParameterSymbol parameter && !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _facts.Owner) && !CleanTypes.IsService(parameter.Type))
            return value.Join(FlowValue.Of(new FlowNode(FlowNodeKind.Member, parameter)));
        return place is ISymbol symbol && _captured.Contains(symbol) ? value.Join(FlowValue.Of(new FlowNode(FlowNodeKind.Member, symbol))) : value;
    }

    private void Write(object place, FlowValue value)
    {
        // Most places never hold anything: they need no entry.
        if (value.IsClean && place is not MemberPlace && !_state.Values.ContainsKey(place))
            return;

        _hasMembers |= place is MemberPlace;
        _state = _state with { Values = _state.Values.SetItem(place, value) };
        if (place is ISymbol symbol && _captured.Contains(symbol))
            Record(new FlowNode(FlowNodeKind.Member, symbol), value);
    }

    /// <summary>A copy of a variable has the members of the original.</summary>
    private void CopyMembers(object origin, object target)
    {
        if (!_hasMembers)
            return;

        foreach (var pair in _state.Values)
        {
            if (pair.Key is MemberPlace member && PlaceComparer.Same(member.Owner, origin))
                _state = _state with { Values = _state.Values.SetItem(new MemberPlace(target, member.Member), pair.Value) };
        }
    }

    public void Remember(object place, GuardTest test) => _state = _state with { Tests = _state.Tests.SetItem(place, test) };

    /// <summary>The test that an expression stands for: a guard's answer, one of its members, or a boolean that remembers it.</summary>
    public GuardTest? TestOf(IOperation expression)
    {
        expression = Unwrap(expression);
        switch (expression)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return TestOf(negation.Operand)?.Negated();
            case IInvocationOperation invocation:
                return _calls.TestOf(invocation) ?? AllowListTest(invocation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: string } } equality:
                return new GuardTest(Evaluate(equality.LeftOperand), Guards.AllowList, equality.OperatorKind == BinaryOperatorKind.Equals);
            case IIsPatternOperation pattern when IsConstants(pattern.Pattern, out var isNegated):
                return new GuardTest(Evaluate(pattern.Value), Guards.AllowList, !isNegated);
            case IPropertyReferenceOperation { Instance: { } instance } property when TestOf(instance) is { GoodWhen: null } answer:
                return _calls.MemberTest(property.Property, answer);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: bool constant } } comparison:
                var test = TestOf(comparison.LeftOperand);
                return (comparison.OperatorKind == BinaryOperatorKind.Equals) == constant ? test : test?.Negated();
            default:
                return Place(expression) is { } place && _state.Tests.TryGetValue(place, out var remembered) ? remembered : null;
        }
    }

    /// <summary><c>Allowed.Contains(text)</c>: true for one of a set that no user has filled.</summary>
    private GuardTest? AllowListTest(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Contains" or "ContainsKey") || call.TargetMethod.ReturnType.SpecialType != SpecialType.System_Boolean)
            return null;

        var set = call.Instance ?? (call.Arguments.Length > 1 ? call.Arguments[0].Value : null);
        var item = call.Arguments.Length > 0 ? call.Arguments[call.Instance is null && call.Arguments.Length > 1 ? 1 : 0].Value : null;
        return set is not null && item is not null && Carriers.Is(Unwrap(set).Type) && IsConstantSet(set) ? new GuardTest(Evaluate(item), Guards.AllowList, true) : null;
    }

    private bool IsConstantSet(IOperation set)
    {
        foreach (var part in Evaluate(set).Parts)
        {
            // A member that nobody in sight writes text of others to is a table of the program's own.
            if (part.Node is not { Kind: FlowNodeKind.Member, Symbol: IFieldSymbol { IsStatic: true, IsReadOnly: true } })
                return false;
        }

        return true;
    }

    private static bool IsConstants(IPatternOperation pattern, out bool isNegated)
    {
        isNegated = false;
        if (pattern is INegatedPatternOperation negated)
        {
            isNegated = true;
            pattern = negated.Pattern;
        }

        var pending = new Stack<IPatternOperation>();
        pending.Push(pattern);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                    pending.Push(either.LeftPattern);
                    pending.Push(either.RightPattern);
                    break;
                case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: string } }:
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                case IAwaitOperation awaited: operation = awaited.Operation; break;
                default: return operation;
            }
        }
    }

    private static object? Place(IOperation operation) => Unwrap(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        IMemberReferenceOperation member when IsOwn(member) => member.Member,
        IDeclarationExpressionOperation declaration => Place(declaration.Expression),
        _ => null,
    };

    private static bool IsOwn(IMemberReferenceOperation member) => member.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
}
