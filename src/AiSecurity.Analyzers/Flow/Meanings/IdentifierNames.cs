using System;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Names of members and variables that say which thing is meant, and hold nothing that was said: of a tool, a file, a server, a model.</summary>
internal static class IdentifierNames
{
    private static readonly string[] Endings = ["Name", "Id", "Ids", "Type", "Kind", "Url", "Uri", "Code", "Status", "Version", "Count", "Length", "Hash"];

    public static bool Is(string name) => Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Whether a variable is called nothing but <c>name</c>, <c>id</c>, <c>kind</c>, ...</summary>
    public static bool IsWhole(string name) => Array.Exists(Endings, ending => name.Equals(ending, StringComparison.OrdinalIgnoreCase));
}
