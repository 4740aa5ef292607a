using System.Globalization;
using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>The words of the report.</summary>
internal static class PageWords
{
    public static string Count(int number, string word, string? words = null) =>
        number == 1 ? $"1 {word}" : string.Create(CultureInfo.InvariantCulture, $"{number:N0} {words ?? word + "s"}");

    public static string Lower(RuleSeverity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>The class that the style sheet has for it.</summary>
    public static string Class(CoverageState state) => state switch
    {
        CoverageState.Open => "open",
        CoverageState.Accepted => "accepted",
        CoverageState.Clean => "clean",
        _ => "silent",
    };

    public static string Of(Coverage coverage) => coverage.State switch
    {
        CoverageState.Open => $"{coverage.Open} open",
        CoverageState.Accepted => "Accepted",
        CoverageState.Clean => "Nothing found",
        CoverageState.NotChecked => "Not checked",
        CoverageState.NotInCode => "Not visible in code",
        _ => "No rule",
    };

    public static string Of(Reading reading) => reading switch
    {
        Reading.Complete => "Complete",
        Reading.Names => "Some packages by their names only",
        Reading.Source => "Source files only, packages by their names",
        _ => "Not read",
    };

    public static string Id(string prefix, string name) => $"{prefix}-{name.Replace(' ', '-').Replace(':', '-').Replace('.', '-').ToLowerInvariant()}";
}
