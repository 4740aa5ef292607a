namespace AiSecurity.Cli.Loading;

/// <summary>What other tools say, as one line without stack traces.</summary>
internal static class ToolMessage
{
    private const int MaxLength = 400;

    public static string Of(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(static line => !line.StartsWith("at ", StringComparison.Ordinal) && !line.StartsWith("--- ", StringComparison.Ordinal));
        var line = string.Join(' ', lines);
        return line.Length <= MaxLength ? line : line[..MaxLength] + "\u2026";
    }
}
