using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Reads and writes the places of a body: locals, parameters, own members, captures, and the members of all these one by one.</summary>
internal sealed class PlaceFlow(BodyContext context)
{
    private readonly SharedPlaces _shared = new(context);
    private bool _hasMembers;
    private bool _hasFunctions;

    /// <summary>The place that an expression names; null when it is no place.</summary>
    public object? Of(IOperation operation) => Operations.Unwrap(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        IEventReferenceOperation { Event: var member } => member.OriginalDefinition,
        IMemberReferenceOperation member when IsOwn(member) => member.Member.OriginalDefinition,
        IMemberReferenceOperation { Instance: { } instance, Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member when !IsSource(member.Member) && Of(instance) is { } owner => MemberPlace.Of(owner, member.Member),
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
            if (pair.Key is MemberPlace member && member.IsIn(place))
                value = value.Join(pair.Value);
        }

        return value;
    }

    /// <summary>The nodes of an object's value that one of its members holds, and neither another one nor the object as a whole.</summary>
    public List<(FlowNode Node, ISymbol Member)> HoldersIn(IOperation instance, FlowValue value)
    {
        var holders = new List<(FlowNode, ISymbol)>();
        if (!_hasMembers || Of(instance) is not (ILocalSymbol or CaptureId) || Of(instance) is not { } place)
            return holders;

        var whole = Held(place);
        foreach (var part in value.Parts)
        {
            ISymbol? holder = null;
            var isOne = !whole.Has(part.Node);
            foreach (var pair in context.State.Values)
            {
                if (pair.Key is not MemberPlace member || !member.IsIn(place) || !pair.Value.Has(part.Node))
                    continue;
                var outermost = member.Within(place);
                isOne &= holder is null || SymbolEqualityComparer.Default.Equals(holder, outermost);
                holder = outermost;
            }

            if (isOne && holder is not null)
                holders.Add((part.Node, holder.OriginalDefinition));
        }

        return holders;
    }

    public FlowValue ReadMember(ISymbol member, IOperation? instance, ValueFlow values)
    {
        if (instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
            return _shared.ReadOwn(member.OriginalDefinition, instance);
        if (Of(instance) is not { } owner)
            return values.PartOf(instance, member);
        return member is IPropertySymbol { IsIndexer: true } ? Read(owner) : ReadPart(owner, member);
    }

    /// <summary>One member of what a place holds.</summary>
    public FlowValue ReadPart(object owner, ISymbol member)
    {
        // Ids, names of models and the like are the service's words.
        if (!context.IsOwn(member) && ServiceWords.Is(member))
            return FlowValue.Clean;
        var place = MemberPlace.Of(owner, member);
        if (!context.IsOwn(member) && member.ContainingType is not { IsTupleType: true } and not { IsAnonymousType: true })
            return _hasMembers && context.State.Values.TryGetValue(place, out var exact) ? exact : Read(owner);
        if (_hasMembers && context.State.Values.ContainsKey(place))
            return Read(place);

        var held = Held(owner);
        if (!held.IsClean && context.Compilation.DataTypes.IsData(member.ContainingType))
            held = held.Member(member.OriginalDefinition);
        // What others put into an object that is shared is read here.
        return _shared.Has(owner) && SharedPlaces.TypeOf(member) is { } type && !context.Compilation.DataTypes.IsService(type) ? held.Join(FlowValue.Of(FlowNode.Member(member.OriginalDefinition))) : held;
    }

    public void Write(object place, FlowValue value)
    {
        // What has been passed by now has been passed, whatever other paths do that meet here later.
        value = context.State.Effective(value);
        if (context.IsInTry && !value.IsClean)
            context.WrittenInBlock.Add((place, value));
        // Most places never hold anything: they need no entry. A member needs one, to say that it was overwritten.
        if (value.IsClean && place is not (MemberPlace or IFieldSymbol or IPropertySymbol) && !context.State.Values.ContainsKey(place))
            return;

        _hasMembers |= place is MemberPlace;
        context.State = context.State with { Values = context.State.Values.SetItem(place, value) };
        if (place is ISymbol symbol && (_shared.IsForeign(symbol) || (_hasFunctions && context.Captures.Shared.Contains(symbol))))
            context.Record(FlowNode.Member(symbol), value);
    }

    /// <summary>A variable gets a new value: what was known of the members of the old one is over.</summary>
    public void Overwrite(object place, FlowValue value)
    {
        Forget(place);
        Write(place, value);
    }

    public void WriteTo(IOperation target, FlowValue value)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                WriteTo(declaration.Expression, value);
                break;
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol or IEventSymbol } member:
                if (context.IsOwn(member.Member))
                    context.Record(FlowNode.Member(member.Member.OriginalDefinition), value);
                if (member.Member is IPropertySymbol { IsIndexer: true } || Of(member) is not { } part)
                    break;
                Overwrite(part, value);
                foreach (var alias in context.State.AliasesOf(part))
                    Overwrite(alias, value);
                break;
            case IArrayElementReferenceOperation element:
                Grow(element.ArrayReference, value);
                break;
            case IInvocationOperation { TargetMethod.RefKind: RefKind.Ref } call:
                foreach (var argument in call.Arguments)
                    Grow(argument.Value, value);
                break;
            default:
                if (Of(target) is not { } place)
                    break;
                Overwrite(place, value);
                WriteBehind(place, value);
                break;
        }
    }

    /// <summary>Adds to what a container holds.</summary>
    public void Grow(IOperation container, FlowValue value)
    {
        if (value.IsClean)
            return;

        container = Operations.Unwrap(container);
        // A buffer as a segment or memory of it is still that buffer.
        while (container is IConversionOperation { OperatorMethod: not null } view)
            container = Operations.Unwrap(view.Operand);
        // builder.Append(a).Append(b): each call hands back what it was called on.
        while (container is IInvocationOperation { Instance: { } receiver } fluent && SymbolEqualityComparer.Default.Equals(fluent.Type, receiver.Type))
            container = Operations.Unwrap(receiver);
        if (container is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member && context.IsOwn(member.Member))
            context.Record(FlowNode.Member(member.Member.OriginalDefinition), value);
        if (Of(container) is { } place)
            Grow(place, value);
        else if (container is IMemberReferenceOperation { Instance: { } instance })
            Grow(instance, value);
        else if (container is IArrayElementReferenceOperation element)
            Grow(element.ArrayReference, value);
    }

    /// <summary>Adds to what a place holds, and to every other name of it.</summary>
    public void Grow(object place, FlowValue value)
    {
        Write(place, Held(place).Join(value));
        foreach (var alias in context.State.AliasesOf(place))
            Write(alias, Held(alias).Join(value));
    }

    /// <summary>Two variables mean the same object from here on.</summary>
    public void Alias(object place, object other) => context.State = context.State.Alias(place, other);

    /// <summary>A variable is another name of what an expression names: what is written to it is written there.</summary>
    public void RefersTo(object place, IOperation target)
    {
        if (!_behind.TryGetValue(place, out var targets))
            _behind.Add(place, targets = []);
        if (!targets.Contains(target))
            targets.Add(target);
    }

    /// <summary>The one expression that an assigned capture stands for; null when it is none, or one of several.</summary>
    public IOperation? Behind(IOperation target) =>
        target is IFlowCaptureReferenceOperation { Id: var id } && _behind.TryGetValue(id, out var targets) && targets.Count == 1 ? targets[0] : null;

    /// <summary>A copy of a variable has the members of the original.</summary>
    public void CopyMembers(object origin, object target)
    {
        if (!_hasMembers)
            return;

        foreach (var pair in context.State.Values)
        {
            if (pair.Key is MemberPlace member && member.IsIn(origin))
                Write(member.Moved(origin, target), pair.Value);
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
            if (context.State.Values.ContainsKey(symbol))
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
        switch (place)
        {
            case IFieldSymbol or IPropertySymbol or IEventSymbol:
                return _shared.ReadOwn((ISymbol)place, null);
            case MemberPlace member:
                return context.State.Values.TryGetValue(member, out var part) ? part : member.Symbol is { } partSymbol ? ReadPart(member.Owner, partSymbol) : Held(member.Owner);
        }

        var value = context.State.Values.TryGetValue(place, out var known) ? known : FlowValue.Clean;
        if (place is not ISymbol symbol || (!_shared.IsForeign(symbol) && !context.Captures.Written.Contains(symbol)))
            return value;
        return context.Compilation.DataTypes.IsService(SharedPlaces.TypeOf(symbol)!) ? value : value.Join(FlowValue.Of(FlowNode.Member(symbol)));
    }

    private readonly Dictionary<object, List<IOperation>> _behind = new(PlaceComparer.Instance);

    /// <summary>Writes what a reference or an assigned capture stands for.</summary>
    public void WriteBehind(object place, FlowValue value)
    {
        if (!_behind.TryGetValue(place, out var targets))
            return;

        foreach (var target in targets)
        {
            if (targets.Count == 1)
                WriteTo(target, value);
            else
                Grow(target, value);
        }
    }

    private void Forget(object place)
    {
        if (_hasMembers)
        {
            foreach (var pair in context.State.Values)
            {
                if (pair.Key is MemberPlace member && member.IsIn(place))
                    context.State = context.State with { Values = context.State.Values.Remove(pair.Key) };
            }
        }

        context.State = context.State.Unalias(place);
    }

    /// <summary>Whether rows say what a member holds, whatever was written to it.</summary>
    private bool IsSource(ISymbol member)
    {
        foreach (var row in context.Symbols.RowsOf(member))
        {
            if (row.Role == Role.Source)
                return true;
        }

        return false;
    }

    private bool IsOwn(IMemberReferenceOperation member) =>
        member.Member is IFieldSymbol or IPropertySymbol { IsIndexer: false }
        && member.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        && context.IsOwn(member.Member);
}
