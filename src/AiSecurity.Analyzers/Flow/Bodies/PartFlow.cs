using System.Collections.Generic;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>What tuples, records and anonymous objects hold member by member, as literals, deconstructions and patterns take it apart.</summary>
internal sealed class PartFlow(ValueFlow values, PlaceFlow places, GuardFlow guards, CallFlow calls)
{
    /// <summary>One member of an expression that is no place: of a tuple or record that is made there, else of the whole.</summary>
    public FlowValue PartOf(IOperation instance, ISymbol member)
    {
        var value = values.Evaluate(instance);
        foreach (var (part, held) in PartsOf(Operations.Unwrap(instance)))
        {
            if (MemberPlace.Of(instance, part).Equals(MemberPlace.Of(instance, member)))
                return held;
        }

        return value;
    }

    /// <summary>The members of a tuple literal, an anonymous object or a positional record, each with its own value; none for anything else.</summary>
    public List<(ISymbol Member, FlowValue Value)> PartsOf(IOperation source)
    {
        var members = new List<(ISymbol, FlowValue)>();
        switch (source)
        {
            case ITupleOperation { Type: INamedTypeSymbol { IsTupleType: true } type } tuple:
                for (var i = 0; i < tuple.Elements.Length && i < type.TupleElements.Length; i++)
                    members.Add((type.TupleElements[i], values.Evaluate(tuple.Elements[i])));
                break;
            case IAnonymousObjectCreationOperation anonymous:
                foreach (var initializer in anonymous.Initializers)
                {
                    if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value })
                        members.Add((property, values.Evaluate(value)));
                }

                break;
            case IObjectCreationOperation { Type: INamedTypeSymbol { IsRecord: true } record } creation:
                foreach (var argument in creation.Arguments)
                {
                    foreach (var property in record.GetMembers(argument.Parameter?.Name ?? ""))
                        members.Add((property, values.Evaluate(argument.Value)));
                }

                break;
        }

        return members;
    }

    /// <summary>Takes a tuple or record apart into the targets of an assignment.</summary>
    public void Deconstruct(IOperation target, IOperation source)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (target is not ITupleOperation targets)
        {
            values.Assign(target, source);
            return;
        }

        if (Operations.Unwrap(source) is ITupleOperation literal && targets.Elements.Length == literal.Elements.Length)
        {
            // (a, b) = (b, a): all values are taken before any is written.
            var taken = new List<FlowValue>();
            foreach (var element in literal.Elements)
                taken.Add(values.Evaluate(element));
            for (var i = 0; i < taken.Count; i++)
            {
                if (targets.Elements[i] is ITupleOperation)
                    Deconstruct(targets.Elements[i], literal.Elements[i]);
                else
                    calls.WriteTo(targets.Elements[i], taken[i], literal.Elements[i]);
            }

            return;
        }

        var members = MembersOf(source.Type);
        var whole = values.Evaluate(source);
        var test = guards.TestOf(source);
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            WriteParts(targets.Elements[i], i < members.Count ? Part(source, members[i]) : whole, source);
            if (i < members.Count && test is { IsAnswer: true })
                guards.RememberMember(targets.Elements[i], members[i], test);
        }
    }

    private void WriteParts(IOperation target, FlowValue value, IOperation source)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (target is not ITupleOperation inner)
        {
            calls.WriteTo(target, target.Type is not null && CleanTypes.Is(target.Type) ? FlowValue.Clean : value, source);
            return;
        }

        foreach (var element in inner.Elements)
            WriteParts(element, value, source);
    }

    /// <summary>What a tuple or positional record is taken apart into, in this order.</summary>
    public static List<ISymbol> MembersOf(ITypeSymbol? type)
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

    private FlowValue Part(IOperation source, ISymbol member) => places.Of(source) is { } owner ? places.ReadPart(owner, member) : PartOf(source, member);

    /// <summary>Gives the variables of a pattern what they stand for.</summary>
    public void Bind(IPatternOperation pattern, IOperation source)
    {
        var value = values.Evaluate(source);
        var pending = new Stack<(IPatternOperation Pattern, FlowValue Value, bool IsWhole)>();
        pending.Push((pattern, value, true));
        while (pending.Count > 0)
        {
            var (inner, bound, isWhole) = pending.Pop();
            var symbol = inner switch
            {
                IDeclarationPatternOperation { DeclaredSymbol: { } declared } => declared,
                IRecursivePatternOperation { DeclaredSymbol: { } declared } => declared,
                IListPatternOperation { DeclaredSymbol: { } declared } => declared,
                _ => null,
            };
            if (symbol is ILocalSymbol local)
                Declare(local, bound, isWhole ? source : null);
            if (inner is IRecursivePatternOperation recursive)
            {
                var members = MembersOf(recursive.InputType);
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                    pending.Push((recursive.DeconstructionSubpatterns[i], isWhole && i < members.Count ? Part(source, members[i]) : bound, false));
                foreach (var property in recursive.PropertySubpatterns)
                    pending.Push((property.Pattern, isWhole && property.Member is IMemberReferenceOperation { Member: var member } ? Part(source, member) : bound, false));
                continue;
            }

            foreach (var child in inner.ChildOperations)
            {
                if (child is IPatternOperation next)
                    pending.Push((next, bound, isWhole && inner is INegatedPatternOperation or IBinaryPatternOperation));
            }
        }
    }

    private void Declare(ILocalSymbol local, FlowValue value, IOperation? source)
    {
        places.Overwrite(local, CleanTypes.Is(local.Type) ? FlowValue.Clean : value);
        if (source is null)
            return;

        if (places.Of(source) is { } owner)
        {
            places.CopyMembers(owner, local);
            places.Alias(local, owner);
        }

        guards.Remember(local, source);
    }
}
