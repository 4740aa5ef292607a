using System;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Members of the object with the settings of a call, where it is made with them: <c>new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto }</c>.</summary>
internal sealed class CallSettings(BodyContext context)
{
    private readonly ValueTrace _trace = new(context.Model, context.CancellationToken);

    /// <summary>Whether the argument's member is set to one of the constants of <c>when=settings.Member:One,Other</c>.</summary>
    public bool Have(string when, ImmutableArray<GivenValue> arguments)
    {
        var (dot, colon) = (when.IndexOf('.'), when.IndexOf(':'));
        var (member, constants) = (when.Substring(dot + 1, colon - dot - 1), when.Substring(colon + 1).Split(','));
        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.Name != when.Substring(0, dot) || context.Model.OperationOf(argument.Value.Syntax, context.CancellationToken) is not { } written)
                continue;
            return _trace.SourcesOf(written).OfType<IObjectCreationOperation>().Any(creation => creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(set =>
                set.Target is IMemberReferenceOperation { Member.Name: var name } && name == member && Operations.Unwrap(set.Value) is IFieldReferenceOperation { Field.Name: var constant } && constants.Contains(constant, StringComparer.Ordinal)) == true);
        }

        return false;
    }
}
