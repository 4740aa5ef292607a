using System.Globalization;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>What was scanned.</summary>
internal static class ScopeSection
{
    public static void Write(HtmlWriter html, ScanResult result)
    {
        html.Write("p", string.Create(CultureInfo.InvariantCulture, $"{PageWords.Count(result.Rules.Length, "rule")} in {result.Duration.TotalSeconds:F1} seconds."));
        foreach (var repository in result.Repositories)
        {
            html.Write("h3", repository.Name);
            if (repository.Projects.IsEmpty)
            {
                html.Write("p", "No project was read.");
                continue;
            }

            PageTable.Write(html, "scope", $"Projects of {repository.Name}", ["Project", "Frameworks", "Read", "AI", "Files", "Lines"], repository.Projects, project =>
            [
                () => html.WritePath("span", project.Path, ("class", "place")),
                () => html.Text(string.Join(", ", project.Frameworks)),
                () => html.Text(PageWords.Of(project.Reading)),
                () => html.Text((project.UsesAi ? "yes" : "no") + (project.IsTest ? ", tests" : "")),
                () => html.Text(project.Files.ToString("N0", CultureInfo.InvariantCulture)),
                () => html.Text(project.Lines.ToString("N0", CultureInfo.InvariantCulture)),
            ]);
        }
    }
}
