using System.Collections.Immutable;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Tests of all elements of a collection: <c>columns.All(known.Contains)</c>, <c>!links.Any(link => !IsOurs(link))</c>.</summary>
internal static class ElementsTest
{
    public static GuardTest? Of(IInvocationOperation call, ValueFlow values, BodyContext context)
    {
        bool? isOfAll = call.TargetMethod.Name switch
        {
            "All" or nameof(System.Collections.Generic.List<int>.TrueForAll) => true,
            "Any" or nameof(System.Collections.Generic.List<int>.Exists) => false,
            _ => null,
        };
        if (isOfAll is not { } all || context.IsOwn(call.TargetMethod) || call.Arguments.IsEmpty)
            return null;

        if (CollectionOf(call) is not { } collection || values.Evaluate(collection) is not { IsClean: false } tested || PassedWhere(call, all, tested, values, context) is not { } passage)
            return null;

        var guarded = ImmutableArray.Create(new Guarded(tested, passage));
        return all ? new GuardTest(guarded, ImmutableArray<Guarded>.Empty, ImmutableArray<Guarded>.Empty) : new GuardTest(ImmutableArray<Guarded>.Empty, guarded, ImmutableArray<Guarded>.Empty);
    }

    /// <summary>What elements have passed that a filter has kept: <c>links.Where(known.Contains)</c>.</summary>
    public static Passage KeptBy(IInvocationOperation call, FlowValue filtered, ValueFlow values, BodyContext context) =>
        call.TargetMethod.Name is "Where" or nameof(System.Collections.Generic.List<int>.FindAll) && !context.IsOwn(call.TargetMethod) && !filtered.IsClean && CollectionOf(call) is not null
            ? PassedWhere(call, true, filtered, values, context) ?? Passage.Nothing
            : Passage.Nothing;

    private static IOperation? CollectionOf(IInvocationOperation call) => call.Instance ?? (call.Arguments.Length > 1 ? call.Arguments[0].Value : null);

    /// <summary>What an element has passed of which the test says yes, or no.</summary>
    private static Passage? PassedWhere(IInvocationOperation call, bool holds, FlowValue tested, ValueFlow values, BodyContext context)
    {
        var test = call.Arguments[call.Arguments.Length - 1].Value;
        if (Operations.FunctionOf(test) is not { } function)
            return null;
        if (function.MethodKind == MethodKind.AnonymousFunction || context.Compilation.HasBodiesOf(function))
            return new Passage(new CallGuard(FlowNode.Result(function, call.Syntax), 0, holds ? CallOutcome.True : CallOutcome.False));
        return holds && IsInSet(test, tested, values) ? new Passage(Guards.AllowList) : null;
    }

    /// <summary><c>known.Contains</c>, of a set that the elements are not part of anyway.</summary>
    private static bool IsInSet(IOperation test, FlowValue tested, ValueFlow values)
    {
        if ((Operations.Unwrap(test) as IDelegateCreationOperation)?.Target is not IMethodReferenceOperation { Method.Name: "Contains" or "ContainsKey", Instance: { } set } || !Carriers.Is(Operations.Unwrap(set).Type))
            return false;

        foreach (var part in values.Evaluate(set).Parts)
        {
            if (part.Node.Kind == FlowNodeKind.Source || tested.Has(part.Node))
                return false;
        }

        return true;
    }
}
