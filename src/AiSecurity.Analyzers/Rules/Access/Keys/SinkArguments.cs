using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Arguments by parameter, however they are written.</summary>
internal static class SinkArguments
{
    public static ImmutableArray<IArgumentOperation> Of(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => creation.Arguments,
        IInvocationOperation invocation => invocation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    /// <summary>The argument that is written for a parameter; null when the overload has none of that name and type, or it is left out.</summary>
    public static IArgumentOperation? Find(IOperation operation, CatalogSlot slot)
    {
        foreach (var argument in Of(operation))
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is { } parameter && parameter.Name == slot.Name
                && (slot.TypeName is null || MetadataName.Of(parameter.Type) == slot.TypeName))
                return argument;
        }

        return null;
    }
}
