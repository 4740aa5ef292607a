using System.Collections.Concurrent;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace AiSecurity.Analyzers.Tests.Verification;

/// <summary>The assemblies of each <see cref="SdkSet"/>, loaded once in a test run.</summary>
public static class SdkReferences
{
    private static readonly ConcurrentDictionary<SdkSet, Lazy<ImmutableArray<MetadataReference>>> Sets = new();
    private static readonly ConcurrentDictionary<string, MetadataReference> Files = new(StringComparer.Ordinal);

    public static ImmutableArray<MetadataReference> Latest => Of(SdkSet.Latest);

    public static ImmutableArray<MetadataReference> Stubs => Of(SdkSet.Stubs);

    public static ImmutableArray<MetadataReference> Bare => Of(SdkSet.Bare);

    public static ImmutableArray<MetadataReference> AzureOpenAI_1_0_beta6 => Of(SdkSet.AzureOpenAI_1_0_beta6);

    public static ImmutableArray<MetadataReference> AzureOpenAI_2_1 => Of(SdkSet.AzureOpenAI_2_1);

    /// <summary>Says the target framework and brings nothing: the testing library must not download packages.</summary>
    public static ReferenceAssemblies None { get; } = new("net10.0");

    public static ImmutableArray<MetadataReference> Of(SdkSet set) => Sets.GetOrAdd(set, s => new(() => Load(s))).Value;

    private static ImmutableArray<MetadataReference> Load(SdkSet set)
    {
        if (set == SdkSet.Stubs)
            return [.. Latest, .. Of(SdkSet.Guards).Where(IsGuards), StubReferences.Reference];
        var list = Path.Combine(AppContext.BaseDirectory, "References", set + ".txt");
        return [.. File.ReadAllLines(list).Where(line => line.Length > 0).Select(path => Files.GetOrAdd(path, p => MetadataReference.CreateFromFile(p)))];
    }

    private static bool IsGuards(MetadataReference reference) => Path.GetFileName(reference.Display)?.StartsWith("AiSecurity.Guards", StringComparison.Ordinal) == true;
}
