using System.Collections.Immutable;
using System.IO.Enumeration;

namespace AiSecurity.Cli.Loading;

/// <summary>The files beside source code that rules read, as the package's targets choose them, and the configuration that applies to a folder.</summary>
/// <param name="Additional">Settings files and catalogs.</param>
/// <param name="Configs">.editorconfig and .globalconfig files.</param>
internal sealed record SettingsFiles(ImmutableArray<string> Additional, ImmutableArray<string> Configs)
{
    private static readonly ImmutableArray<string> InFolder =
    [
        "appsettings*.json", "secrets*.json", ".env", ".env.*", "*.config", "local.settings.json", "launchSettings.json", "runtimeconfig.template.json", "AiSecurity.catalog.txt", "*.aisecurity.txt",
    ];

    private static readonly ImmutableArray<string> NotSettings = ["nuget.config", "packages.config", "*.exe.config", "*.dll.config"];

    public static SettingsFiles Of(string folder, IEnumerable<string> files, string root)
    {
        var all = files.ToList();
        var additional = all.Where(file => IsSettings(file, folder));
        var configs = all.Where(IsConfig).Concat(Above(folder, root)).Distinct(StringComparer.Ordinal);
        return new([.. additional], [.. configs]);
    }

    private static bool IsSettings(string file, string folder)
    {
        var name = Path.GetFileName(file);
        if (Fits(name, "appsettings*.json"))
            return true;

        var parent = Path.GetDirectoryName(file);
        return parent == folder ? InFolder.Any(pattern => Fits(name, pattern)) && !NotSettings.Any(pattern => Fits(name, pattern)) : parent == Path.Combine(folder, "Properties") && Fits(name, "launchSettings.json");
    }

    public static bool IsConfig(string file) => Path.GetFileName(file) is ".editorconfig" or ".globalconfig";

    /// <summary>Those of the folders above, as far as the repository goes.</summary>
    private static IEnumerable<string> Above(string folder, string root)
    {
        for (var parent = Path.GetDirectoryName(folder); parent is not null && parent.Length >= root.Length; parent = Path.GetDirectoryName(parent))
        {
            foreach (var name in (string[])[".editorconfig", ".globalconfig"])
            {
                if (Path.Combine(parent, name) is var file && File.Exists(file))
                    yield return file;
            }
        }
    }

    private static bool Fits(string name, string pattern) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);
}
