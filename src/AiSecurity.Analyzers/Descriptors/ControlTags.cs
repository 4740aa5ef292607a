using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Descriptors;

/// <summary>The control ids of a rule as properties of its diagnostics, which SARIF writes with every result.</summary>
internal static class ControlTags
{
    /// <summary>Name of the property.</summary>
    public const string Property = "controls";

    private static readonly ConditionalWeakTable<DiagnosticDescriptor, ImmutableDictionary<string, string?>> Known = new();

    public static ImmutableDictionary<string, string?> Of(DiagnosticDescriptor descriptor) =>
        Known.GetValue(descriptor, static key => ImmutableDictionary<string, string?>.Empty.Add(Property, string.Join(", ", key.CustomTags)));
}
