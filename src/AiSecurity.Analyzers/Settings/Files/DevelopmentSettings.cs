using System;
using System.IO;

namespace AiSecurity.Analyzers.Settings.Files;

/// <summary>Settings that hold on a developer's machine only.</summary>
internal static class DevelopmentSettings
{
    private static readonly string[] Environments = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "AZURE_FUNCTIONS_ENVIRONMENT"];

    /// <summary>Whether the file's name says so, or the section of a value, as a launch profile does.</summary>
    public static bool Holds(SettingsFile file, SettingValue value) => IsNamed(Path.GetFileName(file.Path)) || SaysSection(file, value.Section);

    /// <summary>A setting's name without the launch profile around it, which is called what the project is; empty for what belongs to the profile itself.</summary>
    public static string NameOf(SettingValue value)
    {
        if (!value.Name.StartsWith("profiles:", StringComparison.OrdinalIgnoreCase))
            return value.Name;

        const string Variables = ":environmentVariables:";
        var start = value.Name.IndexOf(Variables, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? "" : value.Name.Substring(start + Variables.Length);
    }

    /// <summary><c>appsettings.Development.json</c>, <c>.env.local</c>; the settings of a function's local host are never published.</summary>
    private static bool IsNamed(string file)
    {
        if (file.Equals("local.settings.json", StringComparison.OrdinalIgnoreCase))
            return true;

        foreach (var part in file.Split('.'))
        {
            if (IsDevelopment(part) || part.Equals("dev", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool SaysSection(SettingsFile file, string section)
    {
        foreach (var other in file.Values)
        {
            if (IsDevelopment(other.Text) && other.Section == section && Array.Exists(Environments, name => name.Equals(other.LastName, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    private static bool IsDevelopment(string text) => text.Equals("Development", StringComparison.OrdinalIgnoreCase) || text.Equals("Local", StringComparison.OrdinalIgnoreCase);
}
