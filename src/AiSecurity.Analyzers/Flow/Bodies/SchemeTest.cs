using System;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Tests whether an address is one of a web page by its scheme: <c>uri.Scheme == Uri.UriSchemeHttps</c>, <c>uri.Scheme is "http" or "https"</c>.</summary>
internal static class SchemeTest
{
    public static GuardTest? Of(IOperation left, IOperation right, ValueFlow values, bool equals) =>
        (AddressOf(left) ?? AddressOf(right)) is { } address && (IsWeb(left) || IsWeb(right)) ? GuardTest.Of(values.Evaluate(address), Guards.Web, equals) : null;

    public static GuardTest? Of(IIsPatternOperation pattern, bool isNegated, ValueFlow values)
    {
        if (AddressOf(pattern.Value) is not { } address)
            return null;

        foreach (var inner in pattern.Pattern.DescendantsAndSelf())
        {
            if (inner is IConstantPatternOperation { Value: var scheme } && !IsWeb(scheme))
                return null;
        }

        return GuardTest.Of(values.Evaluate(address), Guards.Web, !isNegated);
    }

    /// <summary>The address whose scheme an expression is.</summary>
    private static IOperation? AddressOf(IOperation scheme) =>
        Operations.Unwrap(scheme) is IPropertyReferenceOperation { Property: { Name: "Scheme", ContainingType.Name: "Uri" }, Instance: { } address } ? address : null;

    private static bool IsWeb(IOperation scheme) => Operations.Unwrap(scheme) is IFieldReferenceOperation { Field: { Name: "UriSchemeHttp" or "UriSchemeHttps", ContainingType.Name: "Uri" } }
        || (Operations.ConstantText(scheme) is { } text && (text.Equals("http", StringComparison.OrdinalIgnoreCase) || text.Equals("https", StringComparison.OrdinalIgnoreCase)));
}
