using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Tests.Catalog;

/// <summary>The catalog's files as they are embedded in the analyzer.</summary>
internal static class EmbeddedCatalog
{
    private const string Folder = "Sdks/";

    public static ImmutableSortedDictionary<string, string> Files { get; } = typeof(AiCatalog).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(name => name[Folder.Length..], Read, StringComparer.Ordinal);

    /// <summary>Every row with the file that it stands in.</summary>
    public static ImmutableArray<(string File, CatalogRow Row)> Rows { get; } =
        [.. Files.SelectMany(file => CatalogParser.Parse(file.Value).Rows.Select(row => (file.Key, row)))];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(AiCatalog).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
