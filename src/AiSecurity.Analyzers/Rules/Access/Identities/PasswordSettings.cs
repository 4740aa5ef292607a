using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Settings.Files;

namespace AiSecurity.Analyzers.Rules.Access.Identities;

/// <summary>Finds the passwords of people as whom a program signs in, in settings: one with the person's name beside it.</summary>
internal static class PasswordSettings
{
    public static IEnumerable<SettingValue> In(SettingsFile file, AiCatalog catalog)
    {
        foreach (var value in file.Values)
        {
            foreach (var row in catalog[Role.PasswordSetting])
            {
                if (IsGiven(value, row.Member) && HasPerson(file, value.Section, row["name"]!))
                    yield return value;
            }
        }
    }

    private static bool HasPerson(SettingsFile file, string section, string name)
    {
        foreach (var value in file.Values)
        {
            if (value.Section == section && IsGiven(value, name))
                return true;
        }

        return false;
    }

    /// <summary>A blank or <c>&lt;your-password&gt;</c> says that somebody may fill it in.</summary>
    private static bool IsGiven(SettingValue value, string name) =>
        value.LastName.Equals(name, StringComparison.OrdinalIgnoreCase) && value.Text.Trim() is { Length: > 0 } text && text[0] != '<';
}
