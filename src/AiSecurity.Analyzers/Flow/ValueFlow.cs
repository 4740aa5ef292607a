using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>What operations do to values. Unknown kinds take the union of their children, so that newer syntax still works.</summary>
internal sealed class ValueFlow
{
    /// <summary>Nesting of one expression, after which it counts as clean.</summary>
    private const int MaxDepth = 250;

    private readonly BodyContext _context;
    private readonly PlaceFlow _places;
    private readonly CallFlow _calls;
    private readonly GuardFlow _guards;
    private int _depth;

    public ValueFlow(BodyContext context)
    {
        _context = context;
        _places = new PlaceFlow(context);
        _guards = new GuardFlow(context, this, _places);
        _calls = new CallFlow(context, this, _places, _guards);
    }

    public FlowState AtEntry()
    {
        var state = FlowState.Start;
        foreach (var parameter in _context.Facts.Parameters)
        {
            if (!CleanTypes.IsService(parameter.Type))
                state = state with { Values = state.Values.SetItem(parameter, FlowValue.Of(FlowNode.Parameter(parameter))) };
        }

        return state;
    }

    public FlowState Execute(IOperation operation, FlowState before)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        _context.State = before;
        Evaluate(operation);
        return _context.State;
    }

    /// <summary>The state on the branch where a condition has a value: a guard's good answer counts from here.</summary>
    public FlowState Assume(IOperation? condition, bool outcome, FlowState state)
    {
        if (condition is null)
            return state;

        _context.State = state;
        if (_guards.TestOf(condition) is { } test)
        {
            if (test.Constant is { } known && known != outcome)
                return state;
            _context.Assume(test.When(outcome));
            // On the other branch the bad answer is known: what goes on from there was not looked at in vain, but let through.
            foreach (var (value, _) in test.When(!outcome))
                _context.State = _context.State.Decided(value);
        }

        return _context.State;
    }

    public void Return(IOperation value, FlowState state)
    {
        _context.State = state;
        var returned = Evaluate(value);
        if (!_context.IsRecording)
            return;

        _context.Facts.Returns.Add((_context.State.Effective(returned), value.Syntax));
        _guards.RecordReturn(value);
    }

    /// <summary>Writes down what the body has done to its parameters where it ends without a value.</summary>
    public void End(FlowState state)
    {
        _context.State = state;
        _guards.RecordEnd();
        foreach (var parameter in _context.Facts.Parameters)
        {
            if (parameter.RefKind is not (RefKind.Ref or RefKind.Out) && !Carriers.Is(parameter.Type) && !_context.Compilation.DataTypes.IsData(parameter.Type))
                continue;
            // What was in it before, the caller knows.
            var left = _context.State.Effective(_places.Read(parameter)).Where(node => parameter.RefKind == RefKind.Out || !node.Root.Equals(FlowNode.Parameter(parameter)));
            if (!left.IsClean)
                _context.Facts.Outputs.Add((parameter.Ordinal, left));
        }
    }

    public FlowValue Evaluate(IOperation? operation)
    {
        if (operation is null || operation.ConstantValue.HasValue || _depth >= MaxDepth)
            return FlowValue.Clean;

        _depth++;
        var value = EvaluateCore(operation);
        _depth--;
        return value.IsClean || (operation.Type is not null && CleanTypes.Is(operation.Type)) ? FlowValue.Clean : value;
    }

    private FlowValue EvaluateCore(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return _places.Read(local.Local);
            case IParameterReferenceOperation parameter:
                return _places.Read(parameter.Parameter);
            case IFlowCaptureOperation capture:
                Copy(capture.Value, capture.Id);
                _guards.Remember(capture.Id, capture.Value);
                _calls.Note(capture.Id, capture.Value);
                return FlowValue.Clean;
            case IFlowCaptureReferenceOperation reference:
                return _places.Read(reference.Id);
            case IFieldReferenceOperation field:
                return _places.ReadMember(field.Field, field.Instance, this);
            case IPropertyReferenceOperation property:
                return _calls.ReadProperty(property);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, assignment.Value);
            case ICompoundAssignmentOperation compound:
                var sum = Evaluate(compound.Target).Join(Evaluate(compound.Value));
                _calls.WriteTo(compound.Target, sum, compound.Value);
                return sum;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value);
                return FlowValue.Clean;
            case IReturnOperation { ReturnedValue: { } yielded }:
                var element = Evaluate(yielded);
                if (_context.IsRecording)
                    _context.Facts.Returns.Add((_context.State.Effective(element), yielded.Syntax));
                return element;
            case IInvocationOperation invocation:
                return _calls.Invoke(invocation);
            case IObjectCreationOperation creation:
                return _calls.Create(creation);
            case IConversionOperation conversion:
                return conversion.OperatorMethod is { } converter ? _calls.Convert(conversion, converter) : Evaluate(conversion.Operand);
            case IAwaitOperation awaited:
                var result = Evaluate(awaited.Operation);
                _guards.Await(awaited.Operation);
                return result;
            case IBinaryOperation { OperatorMethod: { MethodKind: MethodKind.UserDefinedOperator } method } own when _context.IsOwn(method):
                return _calls.Operate(own, method, Evaluate(own.LeftOperand), Evaluate(own.RightOperand));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } binary:
                return Sum(binary);
            case IInterpolatedStringOperation interpolated:
                return Interpolate(interpolated);
            case IIsPatternOperation pattern:
                Bind(pattern.Pattern, pattern.Value);
                return FlowValue.Clean;
            case IDelegateCreationOperation or IMethodReferenceOperation or IFlowAnonymousFunctionOperation:
                return FunctionValue(operation);
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation or IInstanceReferenceOperation or IDefaultValueOperation:
                return FlowValue.Clean;
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IInvalidOperation:
            default:
                var union = FlowValue.Clean;
                foreach (var child in operation.ChildOperations)
                    union = union.Join(Evaluate(child));
                return union;
        }
    }

    private FlowValue FunctionValue(IOperation operation)
    {
        // The object of a method group is only asked for the method; a delegate made of another delegate is that one.
        if (Operations.FunctionOf(operation) is not { } function)
            return operation is IDelegateCreationOperation { Target: var target } ? Evaluate(target) : FlowValue.Clean;

        _places.Capture();
        return FlowValue.Of(FlowNode.Function(function));
    }

    private FlowValue Interpolate(IInterpolatedStringOperation text)
    {
        var value = FlowValue.Clean;
        foreach (var part in text.Parts)
            value = value.Join(Evaluate((part as IInterpolationOperation)?.Expression));
        var start = text.Parts.Length > 0 && text.Parts[0] is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string constant } } ? constant : null;
        return UrlStart.FixesHost(start) ? value.With(Guards.Url) : value;
    }

    /// <summary>A chain of sums, whose deep side is the left one.</summary>
    private FlowValue Sum(IBinaryOperation sum)
    {
        var value = FlowValue.Clean;
        IOperation current = sum;
        while (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false } binary)
        {
            value = Evaluate(binary.RightOperand).Join(value);
            current = binary.LeftOperand;
        }

        return UrlStart.FixesHost(Operations.ConstantText(current)) ? value.With(Guards.Url) : Evaluate(current).Join(value);
    }

    private FlowValue Assign(IOperation target, IOperation source)
    {
        var place = _places.Of(target);
        // Before the value is: an answer that is tested later is the one that this expression gives.
        var value = place is not null and not (IFieldSymbol or IPropertySymbol) ? Copy(source, place) : Evaluate(source);
        if (place is not null)
            _guards.Remember(place, source);
        if (place is null or IFieldSymbol or IPropertySymbol)
            _calls.WriteTo(target, value, source);
        else
            _calls.Note(place, source);
        return value;
    }

    /// <summary>A variable takes over what a copy, a tuple or a record tells of each member; everything else is one value.</summary>
    private FlowValue Copy(IOperation source, object target)
    {
        if (_places.Of(source) is { } origin)
        {
            Evaluate(source);
            _places.Write(target, _places.Held(origin));
            _places.CopyMembers(origin, target);
            return _places.Read(target);
        }

        var value = Evaluate(source);
        var members = PartsOf(Operations.Unwrap(source));
        _places.Write(target, members.Count > 0 ? FlowValue.Clean : value);
        foreach (var (member, part) in members)
            _places.Write(new MemberPlace(target, member), part);
        return value;
    }

    /// <summary>The members of a tuple literal or a positional record, each with its own value; none for anything else.</summary>
    private List<(object Member, FlowValue Value)> PartsOf(IOperation source)
    {
        var members = new List<(object, FlowValue)>();
        if (source is ITupleOperation { Type: INamedTypeSymbol { IsTupleType: true } type } tuple)
        {
            for (var i = 0; i < tuple.Elements.Length && i < type.TupleElements.Length; i++)
                members.Add((PlaceFlow.Canonical(type.TupleElements[i]), Evaluate(tuple.Elements[i])));
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

    private void Deconstruct(IOperation target, IOperation source)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (target is not ITupleOperation targets)
        {
            Assign(target, source);
            return;
        }

        if (Operations.Unwrap(source) is ITupleOperation values && targets.Elements.Length == values.Elements.Length)
        {
            // (a, b) = (b, a): all values are taken before any is written.
            var taken = new List<FlowValue>();
            foreach (var element in values.Elements)
                taken.Add(Evaluate(element));
            for (var i = 0; i < taken.Count; i++)
            {
                if (targets.Elements[i] is ITupleOperation)
                    Deconstruct(targets.Elements[i], values.Elements[i]);
                else
                    _calls.WriteTo(targets.Elements[i], taken[i], values.Elements[i]);
            }

            return;
        }

        var whole = Evaluate(source);
        var owner = _places.Of(source);
        var members = MembersOf(source.Type);
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            var part = owner is not null && i < members.Count ? _places.ReadPart(owner, members[i]) : whole;
            WriteParts(targets.Elements[i], part, source);
        }
    }

    private void WriteParts(IOperation target, FlowValue value, IOperation source)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (target is not ITupleOperation inner)
        {
            _calls.WriteTo(target, target.Type is not null && CleanTypes.Is(target.Type) ? FlowValue.Clean : value, source);
            return;
        }

        foreach (var element in inner.Elements)
            WriteParts(element, value, source);
    }

    private static List<ISymbol> MembersOf(ITypeSymbol? type)
    {
        var members = new List<ISymbol>();
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            members.AddRange(tuple.TupleElements);
        }
        else if (type is INamedTypeSymbol { IsRecord: true, InstanceConstructors: { Length: > 0 } constructors } record)
        {
            foreach (var parameter in constructors[0].Parameters)
                members.AddRange(record.GetMembers(parameter.Name));
        }

        return members;
    }

    private void Bind(IPatternOperation pattern, IOperation source)
    {
        var value = Evaluate(source);
        foreach (var inner in pattern.DescendantsAndSelf())
        {
            var symbol = inner switch
            {
                IDeclarationPatternOperation { DeclaredSymbol: { } declared } => declared,
                IRecursivePatternOperation { DeclaredSymbol: { } declared } => declared,
                IListPatternOperation { DeclaredSymbol: { } declared } => declared,
                _ => null,
            };
            if (symbol is not ILocalSymbol local)
                continue;

            var owner = _places.Of(source);
            var bound = owner is not null && inner.Parent is IPropertySubpatternOperation { Member: IMemberReferenceOperation { Member: var member } } ? _places.ReadPart(owner, member) : value;
            _places.Write(local, CleanTypes.Is(local.Type) ? FlowValue.Clean : bound);
            if (inner == pattern && owner is not null)
                _places.CopyMembers(owner, local);
            if (inner == pattern)
                _guards.Remember(local, source);
        }
    }
}
