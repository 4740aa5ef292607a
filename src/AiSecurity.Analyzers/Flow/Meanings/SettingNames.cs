using System;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Names of types that hold what the application's owner has set.</summary>
internal static class SettingNames
{
    private static readonly string[] Endings = ["Options", "Settings", "Config", "Configuration"];

    public static bool Is(string typeName) => Array.Exists(Endings, ending => typeName.EndsWith(ending, StringComparison.Ordinal));
}
