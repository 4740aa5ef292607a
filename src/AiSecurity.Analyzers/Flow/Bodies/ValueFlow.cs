using System.Collections.Generic;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>What operations do to values. Unknown kinds take the union of their children, so that newer syntax still works.</summary>
internal sealed class ValueFlow
{
    /// <summary>Nesting of one expression, after which it counts as clean.</summary>
    private const int MaxDepth = 250;

    private readonly BodyContext _context;
    private readonly PlaceFlow _places;
    private readonly CallFlow _calls;
    private readonly PartFlow _parts;
    private readonly GuardFlow _guards;
    private readonly ExitGuards _exits;
    private readonly UnboundElements _elements;
    private int _depth;

    public ValueFlow(BodyContext context)
    {
        _context = context;
        _places = new PlaceFlow(context);
        _elements = new UnboundElements(_places);
        _guards = new GuardFlow(context, this, _places);
        _exits = new ExitGuards(context, _guards);
        _calls = new CallFlow(context, this, _places, _guards);
        _parts = new PartFlow(this, _places, _guards, _calls);
    }

    public FlowState AtEntry()
    {
        var state = FlowState.Start;
        foreach (var parameter in _context.Facts.Parameters)
        {
            if (!_context.Compilation.DataTypes.IsService(parameter.Type))
                state = state with { Values = state.Values.SetItem(parameter, FlowValue.Of(FlowNode.Parameter(parameter)).Join(_calls.Queues.Sent(parameter))) };
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
        _calls.Queues.SendOn(value, returned);
        if (value.Type is { } type && _context.Compilation.DataTypes.IsData(type))
        {
            foreach (var (node, member) in _places.HoldersIn(value, returned))
                _context.Facts.HeldInReturns.Add((value.Syntax, node, member));
        }

        _exits.Return(value);
    }

    /// <summary>What is known behind a loop over a value: what its elements have passed at the end of each way through the body, and what flags say that the body has set.</summary>
    public FlowState AfterAll(IOperation all, List<FlowState> ends)
    {
        foreach (var part in Evaluate(all).Parts)
        {
            var passed = Passage.Everything;
            foreach (var end in ends)
                passed = passed.Or(PassedBy(part.Node, end));
            _context.Guard(FlowValue.Of(part.Node), passed);
        }

        foreach (var pair in LoopOver.IsNeverEmpty(all, _context.Model, _context.CancellationToken) ? ends[0].Passed : FlowMap<FlowNode, Passage>.Empty)
        {
            var passed = pair.Value;
            foreach (var end in ends)
                passed = passed.Or(end.Passed.TryGetValue(pair.Key, out var other) ? other : Passage.Nothing);
            _context.Guard(FlowValue.Of(pair.Key), passed);
        }

        return _guards.AfterAll(all, ends);
    }

    private static Passage PassedBy(FlowNode node, FlowState end) =>
        (end.Passed.TryGetValue(node, out var whole) ? whole : Passage.Nothing).And(end.Passed.TryGetValue(FlowNode.Element(node, FlowNode.EachElement), out var each) ? each : Passage.Nothing);

    /// <summary>What an exception holds that leaves a block.</summary>
    public FlowValue Thrown(IOperation value, FlowState state)
    {
        _context.State = state;
        return _context.State.Effective(Evaluate(value));
    }

    /// <summary>Writes down what the body has done to its parameters where it ends without a value.</summary>
    public void End(FlowState state)
    {
        _context.State = state;
        _exits.End();
        foreach (var parameter in _context.Facts.Parameters)
        {
            if (parameter.RefKind is not (RefKind.Ref or RefKind.Out) && !_context.Compilation.DataTypes.IsCarrier(parameter.Type) && !_context.Compilation.DataTypes.IsData(parameter.Type))
                continue;
            // What was in it before, the caller knows.
            var left = _context.State.Effective(_places.Read(parameter)).Where(node => parameter.RefKind != RefKind.None || !node.Root.Equals(FlowNode.Parameter(parameter)));
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
        return value.IsClean || (operation.Type is { } type && HoldsNoText(type)) ? FlowValue.Clean : value;
    }

    private bool HoldsNoText(ITypeSymbol type) => CleanTypes.Is(type) || _context.Compilation.DataTypes.IsHost(type) || (CleanTypes.IsWorker(type) && (type.TypeKind == TypeKind.Error || !_context.IsOwn(type)));

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
                if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IArrayElementReferenceOperation)
                    _places.RefersTo(capture.Id, capture.Value);
                _guards.Remember(capture.Id, capture.Value);
                _calls.Note(capture.Id, capture.Value);
                _elements.Note(capture);
                return FlowValue.Clean;
            case IFlowCaptureReferenceOperation reference:
                return _places.Read(reference.Id);
            case IFieldReferenceOperation field:
                return _places.ReadMember(field.Field, field.Instance, this);
            case IEventReferenceOperation handlers:
                return _places.ReadMember(handlers.Event, handlers.Instance, this);
            case IEventAssignmentOperation { EventReference: { } raised, HandlerValue: var handler }:
                _calls.WriteTo(raised, Evaluate(handler), handler);
                return FlowValue.Clean;
            case IPropertyReferenceOperation property:
                return _calls.ReadProperty(property);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, assignment.Value, assignment.IsRef);
            case ICompoundAssignmentOperation compound:
                var sum = Evaluate(compound.Target).Join(Evaluate(compound.Value));
                _calls.WriteTo(compound.Target, sum, compound.Value);
                _guards.RememberBoth(compound);
                return sum;
            case IDeconstructionAssignmentOperation deconstruction:
                _parts.Deconstruct(deconstruction.Target, deconstruction.Value);
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
                _parts.Bind(pattern.Pattern, pattern.Value);
                return FlowValue.Clean;
            case IArrayElementReferenceOperation { Indices: { Length: 1 } indices } item when TextPart.OfElement(indices[0]) is { } position:
                return Evaluate(item.ArrayReference).Element(position);
            case IImplicitIndexerReferenceOperation { Instance: var list, Argument: var back } when TextPart.OfElement(back) is { } fromEnd:
                return Evaluate(list).Element(fromEnd);
            case IImplicitIndexerReferenceOperation { Instance: var cut, Argument: IRangeOperation range } when TextPart.Of(range) is { } piece:
                return Evaluate(cut).Element(piece);
            case IDelegateCreationOperation or IMethodReferenceOperation or IFlowAnonymousFunctionOperation:
                return FunctionValue(operation);
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation or IInstanceReferenceOperation or IDefaultValueOperation:
                return FlowValue.Clean;
            case ICaughtExceptionOperation:
                return _context.Thrown;
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            // How many there are of something unknown is a number all the same.
            case IInvalidOperation { Syntax: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" or "LongLength" } }:
                return FlowValue.Clean;
            case IInvalidOperation invalid when _calls.InvokeUnbound(invalid) is { } unbound:
                return unbound;
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IInvalidOperation:
            default:
                var union = FlowValue.Clean;
                foreach (var child in operation.ChildOperations)
                    union = union.Join(Evaluate(child));
                if (operation is not IInvalidOperation unknown)
                    return union;
                union = union.Join(_calls.ThroughUnbound(unknown, union));
                _elements.Add(unknown, union);

                // client.Web.SearchAsync(query), of a package that is not there: the answer is somebody else's.
                if (operation.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && name.StartsWith("Search", System.StringComparison.Ordinal) && name.EndsWith("Async", System.StringComparison.Ordinal))
                    return FlowValue.Clean;

                // An unknown call fills what it declares: TryGet(out var data).
                foreach (var child in operation.ChildOperations)
                {
                    if (child is IDeclarationExpressionOperation)
                        _places.WriteTo(child, union);
                }

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
        var pieces = new UrlPieces();
        foreach (var part in text.Parts)
        {
            var constant = part is IInterpolationOperation hole ? Operations.ConstantText(hole.Expression) : (part as IInterpolatedStringTextOperation)?.Text.ConstantValue.Value as string;
            pieces.Add(constant, Evaluate((part as IInterpolationOperation)?.Expression));
        }

        return pieces.Value;
    }

    /// <summary>A chain of sums, whose deep side is the left one.</summary>
    private FlowValue Sum(IBinaryOperation sum)
    {
        var operands = new System.Collections.Generic.Stack<IOperation>();
        IOperation current = sum;
        while (current is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false } binary)
        {
            operands.Push(binary.RightOperand);
            current = binary.LeftOperand;
        }

        operands.Push(current);
        var pieces = new UrlPieces();
        foreach (var operand in operands)
            pieces.Add(Operations.ConstantText(operand), Evaluate(operand));
        return pieces.Value;
    }

    /// <summary>One member of an expression that is no place.</summary>
    public FlowValue PartOf(IOperation instance, ISymbol member) => _parts.PartOf(instance, member);

    /// <summary>Gives a target the value of an expression, and hands it on.</summary>
    public FlowValue Assign(IOperation target, IOperation source, bool isRef = false)
    {
        target = _places.Behind(target) ?? target;
        var place = _places.Of(target);
        var isVariable = place is ILocalSymbol or IParameterSymbol or CaptureId && target is not IFlowCaptureReferenceOperation;
        if (isRef && isVariable)
            _places.RefersTo(place!, source);
        var value = isVariable ? Copy(source, place!) : Evaluate(source);
        if (!isVariable)
        {
            _calls.WriteTo(target, value, source);
            if (place is MemberPlace && _places.Of(source) is { } origin && !PlaceComparer.Same(origin, place))
            {
                _places.Write(place, _places.Held(origin));
                _places.CopyMembers(origin, place);
            }
        }
        else if (!isRef)
        {
            _places.WriteBehind(place!, value);
        }

        if (place is not null)
        {
            _guards.Remember(place, source);
            _calls.Note(place, source);
        }

        return value;
    }

    /// <summary>A variable takes over what a copy, a tuple or a record tells of each member; everything else is one value.</summary>
    private FlowValue Copy(IOperation source, object target)
    {
        var value = Evaluate(source);
        if (_places.Of(source) is { } origin)
        {
            if (PlaceComparer.Same(origin, target))
                return value;
            var held = _places.Held(origin);
            _places.Overwrite(target, held);
            _places.CopyMembers(origin, target);
            if (source.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String })
                _places.Alias(target, origin);
            return value;
        }

        var members = _parts.PartsOf(Operations.Unwrap(source));
        _places.Overwrite(target, members.Count > 0 ? FlowValue.Clean : value);
        foreach (var (member, part) in members)
            _places.Write(MemberPlace.Of(target, member), part);
        // new StreamWriter(stream): what is written to the one is in the other.
        if (Operations.Unwrap(source) is IObjectCreationOperation { Type: { } wrapper } creation && (wrapper.Name.EndsWith("Writer", System.StringComparison.Ordinal) || wrapper.Name.EndsWith("Stream", System.StringComparison.Ordinal)))
        {
            foreach (var argument in creation.Arguments)
            {
                if (_context.Compilation.DataTypes.IsCarrier(Operations.Unwrap(argument.Value).Type) && _places.Of(argument.Value) is { } stream)
                    _places.Alias(target, stream);
            }
        }

        return value;
    }
}
