using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Diagnostics in the order of their places, and all that is said of one.</summary>
internal static class DiagnosticOrder
{
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(diagnostic => Show(diagnostic), StringComparer.Ordinal),
    ];

    /// <summary>With the other places and the properties: a fix reads those.</summary>
    public static string Show(Diagnostic diagnostic) =>
        $"{diagnostic} [{string.Join("; ", diagnostic.AdditionalLocations.Select(location => location.GetLineSpan()))}] {string.Join(", ", diagnostic.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal))}";
}
