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

        var test = call.Arguments[call.Arguments.Length - 1].Value;
        var collection = call.Instance ?? (call.Arguments.Length > 1 ? call.Arguments[0].Value : null);
        if (collection is null || Operations.FunctionOf(test) is not { } function || values.Evaluate(collection) is not { IsClean: false } tested)
            return null;

        if (function.MethodKind == MethodKind.AnonymousFunction || context.Compilation.HasBodiesOf(function))
        {
            var passage = new Passage(new CallGuard(FlowNode.Result(function, call.Syntax), 0, all ? CallOutcome.True : CallOutcome.False));
            var guarded = ImmutableArray.Create(new Guarded(tested, passage));
            return all ? new GuardTest(guarded, ImmutableArray<Guarded>.Empty, ImmutableArray<Guarded>.Empty) : new GuardTest(ImmutableArray<Guarded>.Empty, guarded, ImmutableArray<Guarded>.Empty);
        }

        return all && IsInSet(test, tested, values) ? GuardTest.Of(tested, Guards.AllowList, true) : null;
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
