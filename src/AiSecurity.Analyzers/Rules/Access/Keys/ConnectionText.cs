using System;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>A connection string: <c>Endpoint=...;Key=...</c>.</summary>
/// <param name="Endpoint">Where the service is; null when the text names none.</param>
/// <param name="Key">The key in it; null when the text is no connection string, or has none.</param>
internal readonly record struct ConnectionText(string? Endpoint, string? Key)
{
    public static ConnectionText Parse(string text)
    {
        string? endpoint = null;
        string? key = null;
        foreach (var part in text.Split(';'))
        {
            var equals = part.IndexOf('=');
            if (equals < 0)
                continue;

            var name = part.Substring(0, equals).Trim();
            var value = part.Substring(equals + 1).Trim();
            if (name.Equals("Endpoint", StringComparison.OrdinalIgnoreCase))
                endpoint = value;
            else if (name.Equals("Key", StringComparison.OrdinalIgnoreCase) || name.Equals("ApiKey", StringComparison.OrdinalIgnoreCase) || name.Equals("AccessKey", StringComparison.OrdinalIgnoreCase))
                key = value;
        }

        return new ConnectionText(endpoint, key);
    }
}
