using System.Text.RegularExpressions;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Loading;

/// <summary>The errors in the output of a restore, one for each project and text.</summary>
internal static partial class RestoreMessages
{
    public static IEnumerable<Problem> Read(string output)
    {
        var matches = Error().Matches(output);
        return matches.Count == 0
            ? [new Problem($"Packages were not restored: {FirstLine(output)}")]
            : matches.Select(static match => new Problem(match.Groups["text"].Value.Trim(), match.Groups["file"].Value.Trim())).Distinct();
    }

    private static string FirstLine(string output) =>
        output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : "dotnet restore failed without a word.";

    [GeneratedRegex(@"^(?<file>[^\r\n]*?)(\(\d+,\d+\))? ?: error (?<text>[^\r\n\[]*)", RegexOptions.Multiline)]
    private static partial Regex Error();
}
