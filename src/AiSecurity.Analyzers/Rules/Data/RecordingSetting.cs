using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Settings.Files;

namespace AiSecurity.Analyzers.Rules.Data;

/// <summary>Tells the settings that put prompts and answers into telemetry.</summary>
internal static class RecordingSetting
{
    /// <summary>The switch that a setting is; null when it is none.</summary>
    public static string? NameOf(SettingValue value, AiCatalog catalog)
    {
        foreach (var row in catalog[Role.ContentSwitch])
        {
            if (row.Member.Equals(value.LastName, StringComparison.OrdinalIgnoreCase) && (row["kind"] != "section" || catalog.Names.IsIn(value.Section)))
                return row.Member;
        }

        return null;
    }
}
