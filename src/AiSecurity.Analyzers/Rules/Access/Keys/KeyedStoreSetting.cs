using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Settings.Files;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Tells the settings by which a store of an AI feature is opened with the key of its account.</summary>
internal static class KeyedStoreSetting
{
    private static readonly string[] KeyNames = ["AccountKey", "SharedAccessKey"];

    /// <summary>Machines that play a store, with keys that everybody knows.</summary>
    private static readonly string[] Emulators = ["devstoreaccount1", "localhost", "127.0.0.1", "UseDevelopmentEmulator=true"];

    /// <summary>What a setting is called, when it holds such a key for something whose name speaks of AI; null otherwise.</summary>
    public static string? SubjectOf(SettingValue value, SettingsFile file, AiCatalog catalog)
    {
        if (!HoldsKey(value.Text) && !ChoosesKey(value, catalog))
            return null;

        return catalog.Names.IsIn(DevelopmentSettings.NameOf(value)) && !DevelopmentSettings.Holds(file, value) ? value.Name : null;
    }

    private static bool HoldsKey(string text) =>
        KeyIn(text) is { } key && KeyText.IsKey(key) && !Array.Exists(Emulators, name => text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary><c>"Auth": "ConnectionString"</c>: what the property of that name may not choose in code.</summary>
    private static bool ChoosesKey(SettingValue value, AiCatalog catalog)
    {
        foreach (var row in catalog[Role.LongLivedSecret])
        {
            if (row["bad"] is { } bad && row.MemberName == value.LastName && Array.Exists(bad.Split(','), choice => choice.Equals(value.Text, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    private static string? KeyIn(string text)
    {
        foreach (var part in text.Split(';'))
        {
            var equals = part.IndexOf('=');
            if (equals > 0 && Array.Exists(KeyNames, name => name.Equals(part.Substring(0, equals).Trim(), StringComparison.OrdinalIgnoreCase)))
                return part.Substring(equals + 1).Trim();
        }

        return null;
    }
}
