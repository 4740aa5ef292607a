using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Calls of the project's own methods, properties and functions: written down for the graph, which knows their bodies.</summary>
internal sealed class OwnCallFlow(BodyContext context, PlaceFlow places, GuardFlow guards)
{
    public FlowValue Call(IInvocationOperation call, IMethodSymbol callee, FlowValue held, ImmutableArray<IArgumentOperation> operations, ImmutableArray<GivenValue> arguments)
    {
        if (Attributed(call, callee, arguments) is { } attributed)
            return attributed;

        var receiver = call.Instance is { Type: { } type } && call.Instance is not IInstanceReferenceOperation && context.Compilation.DataTypes.IsData(type) ? held : FlowValue.Clean;
        var result = Record(callee, null, call.Syntax, receiver, arguments, ElementOf(call.TargetMethod));
        MayShield(call, callee, result, arguments);
        if (TakesApart(callee))
            context.TakenApart[result] = CallFlow.Union(arguments);
        LeaveIn(callee, call.Syntax, arguments);
        places.ForgetOwnMembers();
        var taken = TakenUp(call, callee, arguments);
        if (context.Compilation.DataTypes.IsService(callee.ReturnType))
            return FlowValue.Clean;
        return taken.IsClean ? FlowValue.Of(result) : FlowValue.Of(result).Join(held).Join(taken);
    }

    /// <summary>Whether a method makes texts of texts, without waiting for anybody: <c>foreach (var part in Split(text))</c>.</summary>
    private static bool TakesApart(IMethodSymbol callee) => callee.ReturnType switch
    {
        { SpecialType: SpecialType.System_String } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } => true,
        INamedTypeSymbol { TypeArguments: { Length: 1 } arguments, Name: not ("Task" or "ValueTask") } => arguments[0].SpecialType == SpecialType.System_String,
        _ => false,
    };

    /// <summary>What an object of the project takes up for others to read: <c>conversation.Add(text)</c>, <c>new Conversation().With(text)</c>. Clean for calls that only ask it something.</summary>
    private FlowValue TakenUp(IInvocationOperation call, IMethodSymbol callee, ImmutableArray<GivenValue> arguments)
    {
        var isFluent = SymbolEqualityComparer.Default.Equals(callee.ReturnType.OriginalDefinition, callee.ContainingType);
        if (call.Instance is not { Type: { } type } receiver || receiver is IInstanceReferenceOperation || !(isFluent ? !Carriers.IsQuestion(callee.Name) : callee.ReturnsVoid && Carriers.Grows(callee.Name)) || context.Compilation.DataTypes.IsService(type))
            return FlowValue.Clean;

        var given = CallFlow.Union(arguments);
        places.Grow(receiver, given);
        return isFluent ? given : FlowValue.Clean;
    }

    /// <summary>A call of an own method that the compiler cannot bind yet.</summary>
    public FlowValue CallUnbound(SyntaxNode site, IMethodSymbol method, ImmutableArray<GivenValue> arguments)
    {
        var shift = method.ReducedFrom is null ? 0 : 1;
        var given = ImmutableArray.CreateBuilder<(int, FlowValue)>();
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is { } parameter && !value.IsClean)
                given.Add((parameter.Ordinal + shift, context.State.Effective(value)));
        }

        var callee = (method.ReducedFrom ?? method).OriginalDefinition;
        var result = Record(callee, null, site, FlowValue.Clean, given.ToImmutable());
        // Whether it is awaited nobody can say yet: what may be a shield gets the benefit of the doubt.
        if (context.Compilation.Shields.Contains(callee) || context.Compilation.Refusing.Contains(callee))
        {
            foreach (var (ordinal, value) in given)
                context.Guard(value, new Passage(new CallGuard(result, ordinal, CallOutcome.Returned)));
        }

        return FlowValue.Of(result);
    }

    /// <summary>A delegate is called: the functions that its value can be, now or by the facts of others.</summary>
    public FlowValue CallFunction(IInvocationOperation call, FlowValue function, ImmutableArray<GivenValue> arguments)
    {
        var returned = function.IsClean ? CallFlow.Union(arguments) : FlowValue.Clean;
        places.Capture();
        foreach (var part in function.Parts)
        {
            var result = part.Node is { Kind: FlowNodeKind.Function, Symbol: IMethodSymbol method }
                ? Record(method, null, call.Syntax, FlowValue.Clean, arguments)
                : Record(null, part.Node, call.Syntax, FlowValue.Clean, arguments);
            returned = returned.Join(FlowValue.Of(result));
        }

        return returned;
    }

    public void Construct(SyntaxNode site, IMethodSymbol constructor, ImmutableArray<GivenValue> arguments)
    {
        Record(constructor.OriginalDefinition, null, site, FlowValue.Clean, arguments);
        if (constructor.ContainingType is not { } type || constructor.DeclaringSyntaxReferences.Length == 0 || constructor.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is not TypeDeclarationSyntax)
            return;

        // A primary constructor's parameters are there for the whole type; a positional record writes them to its properties.
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            context.Record(FlowNode.Member(parameter.OriginalDefinition), value);
            if (!type.IsRecord)
                continue;
            foreach (var member in type.GetMembers(parameter.Name))
                context.Record(FlowNode.Member(member.OriginalDefinition), value);
        }
    }

    public FlowValue Operate(IOperation operation, IMethodSymbol method, FlowValue left, FlowValue right)
    {
        var given = ImmutableArray.Create((0, context.State.Effective(left)), (1, context.State.Effective(right)));
        return FlowValue.Of(Record(method.OriginalDefinition, null, operation.Syntax, FlowValue.Clean, given));
    }

    /// <summary>Lambdas get what the call holds, and the call gets what they return: <c>texts.Select(text => ...)</c>.</summary>
    public FlowValue ThroughFunctions(ImmutableArray<GivenValue> arguments, FlowValue held)
    {
        var returned = FlowValue.Clean;
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate && Operations.FunctionOf(argument.Value) is null)
                continue;

            foreach (var part in value.Parts)
            {
                if (part.Node is not { Kind: FlowNodeKind.Function, Symbol: IMethodSymbol function })
                    continue;
                var given = ImmutableArray.CreateBuilder<(int, FlowValue)>();
                foreach (var parameter in function.Parameters)
                    given.Add((parameter.Ordinal, context.State.Effective(held)));
                var result = Record(function, null, argument.Syntax, FlowValue.Clean, given.ToImmutable());
                if (ElementFunction.TakesOut(argument.Syntax, function))
                    context.TakenOut[result] = held;
                else if (function.MethodKind != MethodKind.AnonymousFunction && TakesApart(function))
                    context.TakenApart[result] = held;
                returned = returned.Join(FlowValue.Of(result));
            }
        }

        return returned;
    }

    public void WriteOutputs(ImmutableArray<GivenValue> arguments, FlowValue value)
    {
        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref && argument.Value.Type is { } type)
                places.WriteTo(argument.Value, CleanTypes.Is(type) ? FlowValue.Clean : value);
        }
    }

    private static ITypeSymbol? ElementOf(IMethodSymbol method) =>
        method.ContainingType is { Arity: 1, TypeArguments: { Length: 1 } arguments } && arguments[0].TypeKind is not (TypeKind.TypeParameter or TypeKind.Error) ? arguments[0] : null;

    /// <summary>Writes a call down: what it is given, and the node of what comes back.</summary>
    public FlowNode Record(IMethodSymbol? callee, FlowNode? function, SyntaxNode site, FlowValue receiver, ImmutableArray<GivenValue> arguments, ITypeSymbol? element = null)
    {
        var given = ImmutableArray.CreateBuilder<(int, FlowValue)>();
        var held = ImmutableArray.CreateBuilder<(int, FlowNode, ISymbol)>();
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is not { } parameter || value.IsClean)
                continue;
            given.Add((parameter.Ordinal, context.State.Effective(value)));
            if (context.IsRecording && argument.Value.Type is { } type && context.Compilation.DataTypes.IsData(type))
                held.AddRange(places.HoldersIn(argument.Value, value).Select(holder => (parameter.Ordinal, holder.Node, holder.Member)));
        }

        return Record(callee, function, site, receiver, given.ToImmutable(), element, held.ToImmutable());
    }

    /// <summary>Writes down a request that goes to whoever handles its type.</summary>
    public FlowNode Record(IMethodSymbol mediator, SyntaxNode site, ITypeSymbol request, GivenValue given)
    {
        var (argument, value) = given;
        var result = FlowNode.Result(mediator, site);
        context.Meet(result);
        if (context.IsRecording)
        {
            context.Facts.Calls.Add(new CallFact(mediator, null, result, FlowValue.Clean, ImmutableArray.Create((0, context.State.Effective(value))))
            {
                Request = request,
                Held = ImmutableArray.CreateRange(places.HoldersIn(argument.Value, value).Select(static holder => (0, holder.Node, holder.Member))),
                PassedMembers = PassedMembers(ImmutableArray.Create((0, value))),
            });
        }

        return result;
    }

    /// <summary>Writes a call down whose arguments are told by their positions.</summary>
    public FlowNode Record(IMethodSymbol? callee, FlowNode? function, SyntaxNode site, FlowValue receiver, ImmutableArray<(int, FlowValue)> given, ITypeSymbol? element = null, ImmutableArray<(int, FlowNode, ISymbol)> held = default)
    {
        var result = FlowNode.Result((ISymbol?)callee ?? function?.Symbol, site);
        context.Meet(result);
        if (context.IsRecording)
            context.Facts.Calls.Add(new CallFact(callee, function, result, context.State.Effective(receiver), given, element) { Held = held.IsDefault ? ImmutableArray<(int, FlowNode, ISymbol)>.Empty : held, PassedMembers = PassedMembers(given) });
        return result;
    }

    private ImmutableArray<(FlowNode, ISymbol, Passage)> PassedMembers(ImmutableArray<(int Ordinal, FlowValue Value)> given)
    {
        var passed = ImmutableArray.CreateBuilder<(FlowNode, ISymbol, Passage)>();
        foreach (var pair in context.State.Passed)
        {
            if (pair.Key is { Whole: { } whole, Symbol: { } member } && given.Any(argument => argument.Value.Has(whole)))
                passed.Add((whole, member, pair.Value));
        }

        return passed.ToImmutable();
    }

    /// <summary>A call of a method that, by the names it uses, may ask a shield: its facts decide whether it is one.</summary>
    private void MayShield(IInvocationOperation call, IMethodSymbol callee, FlowNode result, ImmutableArray<GivenValue> arguments)
    {
        if (!context.Compilation.Shields.Contains(callee))
        {
            MayRefuse(call, callee, result, arguments);
            return;
        }

        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is not { } parameter || value.IsClean)
                continue;
            var guard = new CallGuard(result, parameter.Ordinal, CallOutcome.Returned);
            // What only sounds like a shield gives the benefit of the doubt, and accuses nobody.
            if (context.Compilation.Shields.IsElsewhere(callee))
            {
                if (Operations.IsAwaited(call))
                    context.Guard(value, new Passage(guard));
                continue;
            }

            if (!Operations.IsAwaited(call))
            {
                var attempt = new ShieldAttempt(call.Syntax, ShieldFault.Unawaited, guard);
                if (!guards.IsUnread(call))
                    continue;
                context.State = context.State.Attempt(value, attempt);
                if (context.IsRecording)
                    context.Facts.IgnoredShields.Add(new IgnoredShield(call.Syntax, ShieldFault.Unawaited, callee.Name, guard));
                continue;
            }

            if (callee.ReturnType is { SpecialType: SpecialType.System_Void } or INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 })
                context.ShieldsAsked.Add((value, new ShieldAttempt(call.Syntax, ShieldFault.FailOpen, guard)));
            else
                guards.Ask(call, value, callee.Name, guard with { Outcome = CallOutcome.GoodAnswer });
            context.Guard(value, new Passage(guard));
        }
    }

    /// <summary>A method that throws for what it does not want: what it has looked at, its facts say.</summary>
    private void MayRefuse(IInvocationOperation call, IMethodSymbol callee, FlowNode result, ImmutableArray<GivenValue> arguments)
    {
        if (!context.Compilation.Refusing.Contains(callee) || !Operations.IsAwaited(call))
            return;

        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is { } parameter && !value.IsClean)
                context.Guard(value, new Passage(new CallGuard(result, parameter.Ordinal, CallOutcome.Returned)));
        }
    }

    /// <summary>Arguments that a method can change hold afterwards what its facts say.</summary>
    private void LeaveIn(IMethodSymbol callee, SyntaxNode site, ImmutableArray<GivenValue> arguments)
    {
        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter is not { } parameter || argument.Value.Type is not { } type || CleanTypes.Is(type))
                continue;

            var left = FlowNode.Result(callee, site, parameter.Ordinal);
            if (parameter.RefKind is RefKind.Out or RefKind.Ref)
                places.WriteTo(argument.Value, FlowValue.Of(left));
            else if (context.Compilation.DataTypes.IsCarrier(type) || context.Compilation.DataTypes.IsData(type))
                places.Grow(argument.Value, FlowValue.Of(left));
            else
                continue;
            context.Meet(left);
        }
    }

    /// <summary>What an attribute of the user says about a member.</summary>
    private FlowValue? Attributed(IInvocationOperation call, IMethodSymbol callee, ImmutableArray<GivenValue> arguments)
    {
        if (!context.Compilation.Shields.HasAttributes)
            return null;

        foreach (var attribute in callee.GetAttributes())
        {
            if (context.Symbols.RowOf(attribute.AttributeClass, Role.GuardAttribute) is not { } row)
                continue;

            var given = CallFlow.Union(arguments);
            var passed = GuardNames.Parse(row["guards"]);
            if ((passed & Guards.Sandbox) != 0)
                return FlowValue.Clean;
            if (row["kind"] == "sanitizer")
                return given.With(passed);
            return null;
        }

        return null;
    }
}
