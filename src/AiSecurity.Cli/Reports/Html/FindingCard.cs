using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>One finding: where, what, and the way that the text takes.</summary>
internal static class FindingCard
{
    public static void Write(HtmlWriter html, PlacedFinding placed)
    {
        var finding = placed.Finding;
        using (html.Open("article",
            ("class", "finding " + PageWords.Lower(finding.Severity)), ("id", placed.Id), ("aria-labelledby", placed.Id + "-place"),
            ("data-severity", PageWords.Lower(finding.Severity)), ("data-repository", $"{placed.RepositoryIndex + 1}")))
        {
            using (html.Open("h5", ("id", placed.Id + "-place")))
            {
                WriteSeverity(html, finding.Severity);
                html.Text(" ");
                html.WritePath("span", Place(finding.Place), ("class", "place"));
            }

            html.Write("p", Belongs(placed), ("class", "muted"));
            html.Write("p", finding.Message);
            if (State(finding) is { } state)
                html.Write("p", state, ("class", "state"));
            FlowPath.Write(html, finding);
        }
    }

    public static void WriteSeverity(HtmlWriter html, RuleSeverity severity) => html.Write("span", PageWords.Lower(severity), ("class", "badge " + PageWords.Lower(severity)));

    public static string Place(SourcePlace place) => place.File.Length == 0 ? "no file" : $"{place.File}:{place.Line}:{place.Column}";

    private static string Belongs(PlacedFinding placed)
    {
        var projects = placed.Finding.Projects;
        return $"{placed.Repository.Name}{(projects.IsEmpty ? "" : $", {(projects.Length == 1 ? "project" : "projects")} {string.Join(", ", projects)}")}";
    }

    private static string? State(Finding finding) => (finding.Suppression, finding.Baseline) switch
    {
        ({ } suppression, _) => $"Suppressed: {suppression.Justification}",
        (_, BaselineState.Unchanged) => "Known: it is in the baseline.",
        (_, BaselineState.New) => "New: it is not in the baseline.",
        _ => null,
    };
}
