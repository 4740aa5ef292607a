using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>What calls, creations and properties do to values: by the catalog's rows, by the project's own code, or by what members usually do.</summary>
internal sealed class CallFlow
{
    private readonly BodyContext _context;
    private readonly ValueFlow _values;
    private readonly PlaceFlow _places;
    private readonly PlaceNotes _notes;
    private readonly ShieldCallFlow _shields;
    private readonly RowFlow _rows;
    private readonly OwnCallFlow _own;
    private readonly RequestCalls _requests;
    private readonly OwnPropertyFlow _properties;
    private readonly UnboundFunctions _functions;
    private readonly NamedCalls _named;

    public CallFlow(BodyContext context, ValueFlow values, PlaceFlow places, GuardFlow guards)
    {
        (_context, _values, _places) = (context, values, places);
        _notes = new PlaceNotes(context, places);
        _shields = new ShieldCallFlow(context, guards);
        _rows = new RowFlow(context, values, places, _notes, _shields);
        _own = new OwnCallFlow(context, places, guards);
        _properties = new OwnPropertyFlow(context, values, places, _own);
        _functions = new UnboundFunctions(context, places, _own);
        _named = new NamedCalls(context, _own);
        _requests = new RequestCalls(context, _own);
    }

    public QueueFlow Queues => _rows.Queues;

    public FlowValue Invoke(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        // First, and always: calls and creations in the receiver happen whatever this one does.
        var held = call.Instance is { } receiver ? _values.Evaluate(receiver) : FlowValue.Clean;
        var arguments = Evaluate(call.Arguments);
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return _own.CallFunction(call, held, arguments);
        if (_rows.Apply(call, method, held, arguments) is { } known)
            return known;
        if (_named.Call(call, arguments) is { } answered)
            return answered;
        if (_requests.Record(call, arguments) is { } handled && (handled.IsAll || !_context.Compilation.HasBodiesOf(method)))
            return Unknown(call, held, arguments).Join(FlowValue.Of(handled.Answer));
        if (method.MethodKind == MethodKind.Constructor && _context.IsOwn(method))
        {
            _own.Construct(call.Syntax, method, arguments);
            return FlowValue.Clean;
        }

        if (_context.AsksShieldService && ShieldRequest.Asks(call, _context))
            return _shields.AskService(call, method.Name, Union(arguments));
        if (method.MethodKind == MethodKind.LocalFunction)
            _places.Capture();
        if (_context.Compilation.HasBodiesOf(method) && !method.IsImplicitlyDeclared)
            return _own.Call(call, (method.ReducedFrom ?? method).OriginalDefinition, held, call.Arguments, arguments);

        return Unknown(call, held, arguments);
    }

    /// <summary>A call that the compiler cannot bind, because an argument's type is unknown to it: the overload that fits what is known.</summary>
    public FlowValue? InvokeUnbound(IInvalidOperation call)
    {
        if (UnboundCall.Of(call, _context) is not { } unbound)
            return null;

        var held = unbound.Receiver is { } receiver ? _values.Evaluate(receiver) : FlowValue.Clean;
        var arguments = ImmutableArray.CreateBuilder<GivenValue>();
        foreach (var argument in unbound.Arguments)
            arguments.Add(new GivenValue(argument, _values.Evaluate(argument.Value)));
        var given = arguments.ToImmutable();
        var known = _rows.Apply(call, unbound.Method, held, given);
        if (unbound.Receiver is not null && (known is not null || _context.Compilation.DataTypes.IsCarrier(unbound.Receiver.Type)) && Carriers.Grows(unbound.Method.Name))
            _places.Grow(unbound.Receiver, known ?? Union(given));
        if (known is { } value)
            return value;
        return _context.Compilation.HasBodiesOf(unbound.Method) ? _own.CallUnbound(call.Syntax, unbound.Method, given) : held.Join(Union(given));
    }

    /// <summary>What comes back of the functions that a call is given of which nothing is known.</summary>
    public FlowValue ThroughUnbound(IInvalidOperation call, FlowValue given) => _functions.Run(call, given);

    public FlowValue Create(IObjectCreationOperation creation)
    {
        var arguments = Evaluate(creation.Arguments);
        var given = Union(arguments);
        if (creation.Constructor is not { } constructor)
            return given;
        if (_rows.Apply(creation, constructor, FlowValue.Clean, arguments) is { } known)
            return known;
        if (_context.IsOwn(constructor))
            _own.Construct(creation.Syntax, constructor, arguments);
        return given.Join(_own.ThroughFunctions(arguments, given));
    }

    public FlowValue Convert(IConversionOperation conversion, IMethodSymbol converter)
    {
        var value = _values.Evaluate(conversion.Operand);
        if (_context.IsOwn(converter))
            return _own.Operate(conversion, converter, value, FlowValue.Clean);
        _rows.Convert(conversion, converter, value);
        return value;
    }

    public FlowValue Operate(IOperation operation, IMethodSymbol method, FlowValue left, FlowValue right) => _own.Operate(operation, method, left, right);

    public FlowValue ReadProperty(IPropertyReferenceOperation property)
    {
        var read = _rows.Read(property);
        if (read is { } known)
            return known;

        // The index only says which element is meant.
        var index = Evaluate(property.Arguments);
        if (_context.IsOwn(property.Property) && _properties.HasBody(property.Property))
            return _properties.Read(property, index);
        var held = _places.ReadMember(property.Property, property.Instance, _values);
        // Settings that were made with a key tell the name of the deployment, and not the key.
        if (IdentifierNames.Is(property.Property.Name))
            held = held.With(Guards.Redacted);
        if (property.Property is { Name: "Current", ContainingType.Name: "IEnumerator" or "IAsyncEnumerator" or "Enumerator" })
            return held.Element(FlowNode.EachElement);
        return property.Arguments is { Length: 1 } && property.Arguments[0].Value.ConstantValue is { HasValue: true, Value: int position } ? held.Element(position) : held;
    }

    public void WriteTo(IOperation target, FlowValue value, IOperation source)
    {
        if (target is IPropertyReferenceOperation property)
        {
            // Instructions are a place of their own: the options that hold them are no prompt.
            if (_rows.Write(property, value, source))
                value = FlowValue.Clean;
            // dictionary["key"] = value
            if (property.Property.IsIndexer && property.Instance is { } container)
                _places.Grow(container, value);
            if (_context.IsOwn(property.Property) && _properties.HasBody(property.Property))
                _properties.Write(property, value);
        }

        _places.WriteTo(target, value);
    }

    /// <summary>Keeps what a variable stands for: <c>var info = new ProcessStartInfo("git")</c>.</summary>
    public void Note(object place, IOperation source) => _notes.Note(place, source);

    /// <summary>A member that nothing is known about: what it is given, it holds, hands on and passes to functions.</summary>
    private FlowValue Unknown(IInvocationOperation call, FlowValue held, ImmutableArray<GivenValue> arguments)
    {
        var method = call.TargetMethod;
        var handed = KeptFolder.IsIn(call) ? arguments.RemoveAt(0) : arguments;
        var all = Union(handed);
        // GetOrAdd(name, _ => new Conversation()): the key finds what the function makes, and is in it only if the function puts it there.
        var given = HasFunction(arguments) ? Union(handed.RemoveAll(static argument => argument.Argument.Parameter?.Name == "key")) : all;
        var isExtension = call.Instance is null && method.IsExtensionMethod && !arguments.IsEmpty;
        var receiver = call.Instance ?? (isExtension ? call.Arguments[0].Value : null);
        var own = isExtension ? arguments[0].Value : held;
        if (receiver is not null && !given.IsClean && (_context.Compilation.DataTypes.IsCarrier(receiver.Type) ? !Carriers.IsLookup(method.Name) : Carriers.Grows(method.Name) && _places.Of(receiver) is not null))
            _places.Grow(receiver, given);

        // A key finds an element and is not in it.
        var isLookup = receiver is not null && _context.Compilation.DataTypes.IsCarrier(receiver.Type) && Carriers.IsLookup(method.Name);
        var input = isLookup ? own : held.Join(given);
        if (HasFunction(arguments) && Carriers.IsProjection(method.Name))
            input = FlowValue.Clean;
        if (receiver is not null && IsQuestionToService(receiver, method))
            input = own;
        if (isLookup && Carriers.IsFirst(method.Name))
            input = input.Element(0);
        if (TextPart.Of(call) is { } piece)
            input = input.Element(piece);
        input = input.With(ElementsTest.KeptBy(call, own, _values, _context));
        if (CleanedText.CleanedInLoop(call, _context.Model, _context.CancellationToken) is { } cleaned)
            _context.Guard(_places.Read(cleaned), new Passage(Guards.Path));
        var passed = own.IsClean && given.IsClean ? Guards.None : CleanedText.Of(call, _context.Model, _context.CancellationToken);
        var result = input.Join(_own.ThroughFunctions(arguments, isLookup ? own : held.Join(all))).With(passed);
        _own.WriteOutputs(arguments, result);
        // compilation.Emit(stream): what an object writes into a stream is of itself.
        foreach (var (argument, _) in arguments)
        {
            if (!own.IsClean && argument.Value.Type is { } type && type.Name.EndsWith("Stream", System.StringComparison.Ordinal))
                _places.Grow(argument.Value, own);
        }

        return result;
    }

    /// <summary>What a repository, cache or search is asked for is in the question, not in the answer.</summary>
    private bool IsQuestionToService(IOperation receiver, IMethodSymbol method) =>
        receiver.Type is { TypeKind: TypeKind.Interface } type && _context.Compilation.DataTypes.IsService(type) && Carriers.IsQuestion(method.Name);

    private ImmutableArray<GivenValue> Evaluate(ImmutableArray<IArgumentOperation> operations)
    {
        if (operations.IsEmpty)
            return ImmutableArray<GivenValue>.Empty;

        var arguments = ImmutableArray.CreateBuilder<GivenValue>(operations.Length);
        foreach (var operation in operations)
            arguments.Add(new GivenValue(new GivenArgument(operation.Parameter, operation.Value, operation.Syntax, operation.ArgumentKind == ArgumentKind.ParamArray), _values.Evaluate(operation.Value)));
        return arguments.MoveToImmutable();
    }

    private static bool HasFunction(ImmutableArray<GivenValue> arguments)
    {
        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.Type.TypeKind == TypeKind.Delegate)
                return true;
        }

        return false;
    }

    /// <summary>All texts among the arguments; functions are no texts.</summary>
    public static FlowValue Union(ImmutableArray<GivenValue> arguments)
    {
        var union = FlowValue.Clean;
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate)
                union = union.Join(value);
        }

        return union;
    }
}
