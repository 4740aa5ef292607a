using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>Reads and writes the places of a body: locals, parameters, own members, captures, and the members of locals one by one.</summary>
internal sealed class PlaceFlow(BodyContext context)
{
    private bool _hasMembers;
    private bool _hasFunctions;

    /// <summary>The place that an expression names; null when it is no place.</summary>
    public object? Of(IOperation operation) => Operations.Unwrap(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        IMemberReferenceOperation member when IsOwn(member) => member.Member.OriginalDefinition,
        IDeclarationExpressionOperation declaration => Of(declaration.Expression),
        _ => null,
    };

    /// <summary>What a place holds, with all its members.</summary>
    public FlowValue Read(object place)
    {
        var value = Held(place);
        if (!_hasMembers)
            return value;

        foreach (var pair in context.State.Values)
        {
            if (pair.Key is MemberPlace member && PlaceComparer.Same(member.Owner, place))
                value = value.Join(pair.Value);
        }

        return value;
    }

    public FlowValue ReadMember(ISymbol member, IOperation? instance, ValueFlow values)
    {
        if (instance is null or IInstanceReferenceOperation)
            return ReadOwn(member.OriginalDefinition, instance);

        if (Of(instance) is not { } owner)
            return values.Evaluate(instance);
        return ReadPart(owner, member);
    }

    /// <summary>One element of a tuple, or one property of a record that a place holds.</summary>
    public FlowValue ReadPart(object owner, ISymbol member)
    {
        if (_hasMembers && context.State.Values.TryGetValue(new MemberPlace(owner, Canonical(member)), out var part))
            return part;

        var held = Held(owner);
        return !held.IsClean && context.IsOwn(member) && context.Compilation.DataTypes.IsData(member.ContainingType) ? held.Member(member.OriginalDefinition) : held;
    }

    public void Write(object place, FlowValue value)
    {
        // What has been passed by now has been passed, whatever other paths do that meet here later.
        value = context.State.Effective(value);
        if (context.IsInTry && !value.IsClean)
            context.WrittenInBlock.Add((place, value));
        // Most places never hold anything: they need no entry. An own member needs one, to say that it was overwritten.
        if (value.IsClean && place is not (MemberPlace or IFieldSymbol or IPropertySymbol) && !context.State.Values.ContainsKey(place))
            return;

        _hasMembers |= place is MemberPlace;
        context.State = context.State with { Values = context.State.Values.SetItem(place, value) };
        if (place is ISymbol symbol && (IsForeign(symbol) || (_hasFunctions && context.Captures.Shared.Contains(symbol))))
            context.Record(FlowNode.Member(symbol), value);
    }

    public void WriteTo(IOperation target, FlowValue value)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                WriteTo(declaration.Expression, value);
                break;
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member when IsOwn(member):
                Write(member.Member.OriginalDefinition, value);
                context.Record(FlowNode.Member(member.Member.OriginalDefinition), value);
                break;
            case IMemberReferenceOperation { Instance: { } instance } member:
                // One member of a variable: its siblings stay what they were.
                if (Of(instance) is { } owner)
                    Write(new MemberPlace(owner, Canonical(member.Member)), value);
                if (context.IsOwn(member.Member))
                    context.Record(FlowNode.Member(member.Member.OriginalDefinition), value);
                break;
            case IArrayElementReferenceOperation element:
                Grow(element.ArrayReference, value);
                break;
            default:
                if (Of(target) is { } place)
                    Write(place, value);
                break;
        }
    }

    /// <summary>Adds to what a container holds.</summary>
    public void Grow(IOperation container, FlowValue value)
    {
        if (value.IsClean)
            return;

        container = Operations.Unwrap(container);
        // builder.Append(a).Append(b): each call hands back what it was called on.
        while (container is IInvocationOperation { Instance: { } receiver } fluent && SymbolEqualityComparer.Default.Equals(fluent.Type, receiver.Type))
            container = Operations.Unwrap(receiver);
        if (container is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member && IsOwn(member))
        {
            Write(member.Member.OriginalDefinition, ReadOwn(member.Member.OriginalDefinition, member.Instance).Join(value));
            context.Record(FlowNode.Member(member.Member.OriginalDefinition), value);
        }
        else if (container is IMemberReferenceOperation { Instance: { } instance } part)
        {
            if (context.IsOwn(part.Member))
                context.Record(FlowNode.Member(part.Member.OriginalDefinition), value);
            Grow(instance, value);
        }
        else if (Of(container) is { } place)
        {
            Write(place, Held(place).Join(value));
        }
    }

    /// <summary>A copy of a variable has the members of the original.</summary>
    public void CopyMembers(object origin, object target)
    {
        if (!_hasMembers)
            return;

        foreach (var pair in context.State.Values)
        {
            if (pair.Key is MemberPlace member && PlaceComparer.Same(member.Owner, origin))
                Write(new MemberPlace(target, member.Member), pair.Value);
        }
    }

    /// <summary>A function that is made or called here sees the variables around it as they are now.</summary>
    public void Capture()
    {
        _hasFunctions = true;
        if (!context.IsRecording)
            return;

        foreach (var symbol in context.Captures.Shared)
        {
            if (context.State.Values.TryGetValue(symbol, out _))
                context.Record(FlowNode.Member(symbol), Read(symbol));
        }
    }

    /// <summary>An own method may write any own member: what is known of them is only a lower bound afterwards.</summary>
    public void ForgetOwnMembers()
    {
        foreach (var pair in context.State.Values)
        {
            if (pair.Key is not (IFieldSymbol or IPropertySymbol))
                continue;
            var values = pair.Value.IsClean ? context.State.Values.Remove(pair.Key) : context.State.Values.SetItem(pair.Key, pair.Value.Join(FlowValue.Of(FlowNode.Member((ISymbol)pair.Key))));
            context.State = context.State with { Values = values };
        }
    }

    public FlowValue Held(object place)
    {
        if (place is IFieldSymbol or IPropertySymbol)
            return ReadOwn((ISymbol)place, null);

        var value = context.State.Values.TryGetValue(place, out var known) ? known : FlowValue.Clean;
        if (place is not ISymbol symbol || (!IsForeign(symbol) && !context.Captures.Written.Contains(symbol)))
            return value;
        return CleanTypes.IsService(TypeOf(symbol)!) ? value : value.Join(FlowValue.Of(FlowNode.Member(symbol)));
    }

    public static object Canonical(ISymbol member) => member is IFieldSymbol { ContainingType.IsTupleType: true } field ? (field.CorrespondingTupleField ?? field).Name : member.OriginalDefinition;

    private FlowValue ReadOwn(ISymbol member, IOperation? instance)
    {
        if (!context.IsOwn(member) || TypeOf(member) is not { } type || CleanTypes.IsService(type))
            return FlowValue.Clean;
        if (context.State.Values.TryGetValue(member, out var written))
            return written;

        var value = FlowValue.Of(FlowNode.Member(member));
        // Data that a caller filled in elsewhere arrives as the object that its method is called on.
        return instance is not null && context.Facts.Owner is IMethodSymbol { IsStatic: false } owner && context.Compilation.DataTypes.IsData(owner.ContainingType)
            ? value.Join(FlowValue.Of(FlowNode.Receiver(owner)))
            : value;
    }

    /// <summary>Whether a variable belongs to a body around this one.</summary>
    private bool IsForeign(ISymbol symbol) =>
        symbol is ILocalSymbol or IParameterSymbol && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, context.Facts.Owner);

    private bool IsOwn(IMemberReferenceOperation member) =>
        member.Member is IFieldSymbol or IPropertySymbol { IsIndexer: false }
        && member.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        && context.IsOwn(member.Member);

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
