using System.Collections.Immutable;

namespace AiSecurity.Cli.Loading;

/// <summary>The global MSBuild properties of a scan: output goes elsewhere, and the package's props and targets come in.</summary>
internal static class ScanProperties
{
    public static ImmutableDictionary<string, string> For(WorkFolder folder) => new Dictionary<string, string>
    {
        ["AiSecurityScanFolder"] = folder.Path,
        ["CustomAfterDirectoryBuildProps"] = Hook("Scan.props"),
        ["CustomAfterMicrosoftCommonTargets"] = Hook("Scan.targets"),
    }.ToImmutableDictionary();

    /// <summary>A restore that goes as far as it can, whatever the repository makes of warnings.</summary>
    public static ImmutableDictionary<string, string> ForRestore(WorkFolder folder) => For(folder)
        .Add("TreatWarningsAsErrors", "false")
        .Add("WarningsAsErrors", "");

    private static string Hook(string file) => Path.Combine(AppContext.BaseDirectory, "msbuild", file);
}
