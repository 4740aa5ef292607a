using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Loading;

/// <summary>The frameworks that the tool itself runs on, for code whose own are not to be had.</summary>
internal static class FrameworkAssemblies
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyCore = new(() => In(CoreFolder));
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyWeb = new(() => In(WebFolder()));

    public static ImmutableArray<MetadataReference> Core => LazyCore.Value;

    /// <summary>ASP.NET Core; empty where it is not installed.</summary>
    public static ImmutableArray<MetadataReference> Web => LazyWeb.Value;

    /// <summary>Frameworks and packages; of an assembly that both have, the framework's.</summary>
    public static IEnumerable<MetadataReference> With(IEnumerable<MetadataReference> packages, bool usesWeb)
    {
        var framework = usesWeb ? Core.AddRange(Web) : Core;
        return framework.Concat(Without(packages, framework));
    }

    /// <summary>The assemblies that are not among those that are there already.</summary>
    public static IEnumerable<MetadataReference> Without(IEnumerable<MetadataReference> assemblies, IEnumerable<MetadataReference> present)
    {
        var known = present.Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return assemblies.Where(assembly => !known.Contains(NameOf(assembly)));
    }

    private static string NameOf(MetadataReference reference) => Path.GetFileName(reference.Display ?? "");

    private static string CoreFolder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static ImmutableArray<MetadataReference> In(string? folder) => folder is null
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal).Select(static file => MetadataReference.CreateFromFile(file))];

    private static bool IsManaged(string file) =>
        Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "WindowsBase.dll")
        && !name.Contains(".Native", StringComparison.Ordinal) && !name.StartsWith("Microsoft.DiaSymReader", StringComparison.Ordinal);

    private static string? WebFolder()
    {
        var version = Path.GetFileName(CoreFolder);
        var all = Path.GetFullPath(Path.Combine(CoreFolder, "..", "..", "Microsoft.AspNetCore.App"));
        if (!Directory.Exists(all))
            return null;
        return Directory.Exists(Path.Combine(all, version)) ? Path.Combine(all, version) : Directory.EnumerateDirectories(all).OrderDescending(StringComparer.Ordinal).FirstOrDefault();
    }
}
