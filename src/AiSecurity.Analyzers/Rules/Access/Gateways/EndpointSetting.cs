using System;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Settings.Files;

namespace AiSecurity.Analyzers.Rules.Access.Gateways;

/// <summary>Tells the endpoints among the values of settings files.</summary>
internal static class EndpointSetting
{
    /// <summary>The URL that a value is, or the endpoint of the connection string that it is; null for other texts and for items of lists.</summary>
    public static string? UrlOf(SettingValue value)
    {
        if (IsList(value.Name))
            return null;
        if (value.Text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return value.Text;

        return ConnectionText.Parse(value.Text).Endpoint;
    }

    /// <summary>Whether a name is that of an item of an allow-list, or of one: what may be reached is no endpoint.</summary>
    private static bool IsList(string name) =>
        char.IsDigit(name.Length > 0 ? name[name.Length - 1] : 'x') && name.LastIndexOf(':') is var colon && int.TryParse(name.Substring(colon + 1), out _)
        || name.IndexOf("allow", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("origin", StringComparison.OrdinalIgnoreCase) >= 0;
}
