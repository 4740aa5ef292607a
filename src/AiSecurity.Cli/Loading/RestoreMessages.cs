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
            : matches.Select(static match => new Problem(match.Groups["text"].Value.Trim(), ProjectOf(match))).Distinct();
    }

    /// <summary>MSBuild names the project behind the text; NuGet names it before, and the solution behind.</summary>
    private static string ProjectOf(Match match)
    {
        var project = match.Groups["project"].Value.Split("::")[0].Trim();
        return project.EndsWith("proj", StringComparison.OrdinalIgnoreCase) ? project : match.Groups["file"].Value.Trim();
    }

    private static string FirstLine(string output) =>
        output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : "dotnet restore failed without a word.";

    [GeneratedRegex(@"^(?<file>[^\r\n]*?)(\(\d+,\d+\))? ?: error (?<text>[^\r\n]*?)(?: \[(?<project>[^\r\n\]]*)\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
