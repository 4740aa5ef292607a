using AiSecurity.Cli.Scanning;
using Spectre.Console;

namespace AiSecurity.Cli.Reports;

/// <summary>The table on the console: findings, what was not seen, and the sums.</summary>
internal static class ConsoleReport
{
    public static void Write(IAnsiConsole console, ScanResult result, bool isQuiet, IEnumerable<FileInfo> files)
    {
        foreach (var repository in result.Repositories)
        {
            if (!isQuiet)
                WriteFindings(console, repository);
            WriteProblems(console, repository, isQuiet);
        }

        WriteSummary(console, result);
        foreach (var file in files)
            console.MarkupLineInterpolated($"Written: {file.FullName}");
    }

    private static void WriteFindings(IAnsiConsole console, RepositoryResult repository)
    {
        var open = repository.Findings.Where(static finding => finding.IsOpen).ToList();
        if (open.Count == 0)
            return;

        var table = new Table { Border = TableBorder.Simple, Expand = false, Title = new TableTitle(Markup.Escape(repository.Name)) };
        table.AddColumn(new TableColumn("Rule").NoWrap()).AddColumn(new TableColumn("Where")).AddColumn(new TableColumn("What"));
        foreach (var finding in open)
        {
            var place = $"{finding.Place.File}:{finding.Place.Line}:{finding.Place.Column}";
            var link = new Uri(Path.Combine(repository.Root, finding.Place.File)).AbsoluteUri;
            table.AddRow(
                new Markup($"[{ColorOf(finding.Severity)}]{finding.Rule.Id} {finding.Severity.ToString().ToLowerInvariant()}[/]"),
                // No markup: the brackets of a folder "[id]" would end it.
                new Paragraph(place, link: new Link(link)),
                new Text(finding.Message));
        }

        console.Write(table);
    }

    public static void WriteProblems(IAnsiConsole console, RepositoryResult repository, bool isQuiet)
    {
        var projects = repository.Projects.Where(static project => project.Reading != Reading.Complete || !project.Problems.IsEmpty).ToList();
        if (projects.Count == 0 && repository.Problems.IsEmpty)
            return;

        console.MarkupLineInterpolated($"[yellow]Not seen completely in {repository.Name}:[/]");
        foreach (var problem in repository.Problems)
            console.WriteLine($"  {(problem.Path.Length == 0 ? "" : RelativePath.Of(repository.Root, problem.Path) + ": ")}{problem.Message}");
        foreach (var project in projects)
        {
            console.WriteLine($"  {project.Path}: {TextOf(project.Reading)}");
            if (isQuiet)
                continue;
            foreach (var problem in project.Problems)
                console.WriteLine($"    {problem.Message}");
        }

        console.WriteLine();
    }

    private static void WriteSummary(IAnsiConsole console, ScanResult result)
    {
        var open = result.Open.ToLookup(static finding => finding.Severity);
        var known = result.Findings.Count(static finding => finding.Baseline == BaselineState.Unchanged);
        var suppressed = result.Findings.Count(static finding => finding.Suppression is not null);
        var projects = result.Repositories.SelectMany(static repository => repository.Projects).ToList();
        console.MarkupLineInterpolated($"[bold]{Count(open[RuleSeverity.Error].Count(), "error")}, {Count(open[RuleSeverity.Warning].Count(), "warning")}, {Count(open[RuleSeverity.Suggestion].Count(), "suggestion")}[/] in {Count(projects.Count, "project")}, {projects.Sum(static project => project.Lines):N0} lines, {result.Duration.TotalSeconds:F1} s, {result.PeakMemory / (1024 * 1024):N0} MB");
        if (known > 0)
            console.WriteLine($"{Count(known, "finding")} of the baseline not counted.");
        if (suppressed > 0)
            console.WriteLine($"{Count(suppressed, "finding")} suppressed in the source.");
    }

    private static string TextOf(Reading reading) => reading switch
    {
        Reading.Complete => "read",
        Reading.Names => "read, but some of its packages are not there",
        Reading.Source => "not loaded by MSBuild; its files were read, with the packages that are on this machine",
        _ => "not read",
    };

    private static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number:N0} {word}s";

    private static string ColorOf(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "red",
        RuleSeverity.Warning => "yellow",
        _ => "blue",
    };
}
