using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Settings.Files;

namespace AiSecurity.Analyzers.Rules.Models.Approval;

/// <summary>Tells the names of models and deployments among the values of settings files.</summary>
internal static class ModelSetting
{
    private static readonly string[] Endings = ["deployment", "deploymentname", "deploymentid", "model", "modelname", "modelid"];

    /// <summary>The model that a setting of an AI service names, also within a connection string; null for other settings.</summary>
    public static string? ModelOf(SettingValue value, AiNames names)
    {
        foreach (var part in value.Text.Split(';'))
        {
            var equals = part.IndexOf('=');
            if (equals > 0 && value.Text.IndexOf("Endpoint=", StringComparison.OrdinalIgnoreCase) >= 0 && IsModel(part.Substring(0, equals)))
                return NameIn(part.Substring(equals + 1));
        }

        return IsModel(value.LastName) && names.IsIn(value.Name) ? NameIn(value.Text) : null;
    }

    private static bool IsModel(string name)
    {
        var letters = name.Replace("_", "").Replace("-", "").Trim();
        return Array.Exists(Endings, ending => letters.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A name: no file, no address, no switch, nothing to fill in.</summary>
    private static string? NameIn(string text)
    {
        text = text.Trim();
        if (text.Length == 0 || bool.TryParse(text, out _) || text.StartsWith("your", StringComparison.OrdinalIgnoreCase) || text.IndexOf("://", StringComparison.Ordinal) >= 0)
            return null;

        var hasLetter = false;
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('-' or '_' or '.' or ':' or '/' or '@'))
                return null;
            hasLetter |= char.IsLetter(character);
        }

        return hasLetter ? text : null;
    }
}
