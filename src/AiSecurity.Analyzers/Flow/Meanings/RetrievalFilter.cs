using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Whether a search asks for everything that fits the question, whoever asked it: <c>filter=options:Filter</c> of its row says where a filter would be.</summary>
internal static class RetrievalFilter
{
    /// <summary>True only when no filter can be there; a filter that is always the same is none.</summary>
    public static bool IsMissing(CatalogRow row, IOperation call, ImmutableArray<GivenValue> arguments)
    {
        if (row["filter"] is not { } filter)
            return false;

        foreach (var place in filter.Split(','))
        {
            var colon = place.IndexOf(':');
            if (!IsMissing(colon < 0 ? place : place.Substring(0, colon), colon < 0 ? null : place.Substring(colon + 1), call, arguments))
                return false;
        }

        return true;
    }

    private static bool IsMissing(string parameter, string? member, IOperation call, ImmutableArray<GivenValue> arguments)
    {
        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.Name != parameter)
                continue;
            var value = Operations.Unwrap(argument.Value);
            if (value.Syntax == call.Syntax || value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null })
                return true;
            return value.Syntax is ExpressionSyntax given && (member is null ? value.ConstantValue.HasValue || FilterTrace.IsNone(given) : FilterTrace.IsUnset(given, member));
        }

        return true;
    }
}
