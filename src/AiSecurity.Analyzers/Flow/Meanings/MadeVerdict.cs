using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>The verdict in an answer that is made where it stands: <c>(false, "prompt")</c>, <c>new Look(Ok: true, "")</c>.</summary>
internal static class MadeVerdict
{
    /// <summary>The only boolean of a tuple or an object; null where there is none, or where several might be the verdict.</summary>
    public static IOperation? Of(IOperation made)
    {
        IOperation? verdict = null;
        foreach (var part in PartsOf(Operations.Unwrap(made)))
        {
            if (part.Type is not { } type || !GuardFlow.IsBool(type))
                continue;
            if (verdict is not null)
                return null;
            verdict = part;
        }

        return verdict;
    }

    private static IEnumerable<IOperation> PartsOf(IOperation made) => made switch
    {
        ITupleOperation tuple => tuple.Elements,
        IObjectCreationOperation creation => creation.Arguments.Select(static argument => argument.Value)
            .Concat(creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(static set => set.Value) ?? []),
        _ => [],
    };
}
