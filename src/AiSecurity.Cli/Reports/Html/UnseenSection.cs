using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>Where the scan was blind: projects that did not load, rules that did not run, things that no code shows.</summary>
internal static class UnseenSection
{
    public static void Write(HtmlWriter html, ScanResult result)
    {
        html.Write("h3", "Files and projects");
        WriteProblems(html, result);
        html.Write("h3", "Rules that did not run");
        WriteRules(html, result);
        html.Write("h3", "Not visible in code");
        using (html.Open("ul"))
        {
            foreach (var duty in PlatformDuty.All)
            {
                using (html.Open("li"))
                {
                    html.Write("strong", duty.Item);
                    html.Text($" {duty.Text}");
                }
            }
        }
    }

    private static void WriteProblems(HtmlWriter html, ScanResult result)
    {
        var problems = result.Repositories.SelectMany(Problems).ToList();
        if (problems.Count == 0)
        {
            html.Write("p", "Everything that was found was read completely.");
            return;
        }

        PageTable.Write(html, "unseen", "What was not read completely, and why", ["Where", "What was read", "Why"], problems, problem =>
        [
            () => html.Write("span", problem.Where, ("class", "place")),
            () => html.Text(problem.Reading),
            () => WriteReasons(html, problem.Reasons),
        ]);
    }

    private static IEnumerable<(string Where, string Reading, List<string> Reasons)> Problems(RepositoryResult repository)
    {
        if (!repository.Problems.IsEmpty)
            yield return (repository.Name, "", [.. repository.Problems.Select(problem => problem.Path.Length == 0 ? problem.Message : $"{RelativePath.Of(repository.Root, problem.Path)}: {problem.Message}")]);
        foreach (var project in repository.Projects)
        {
            if (project.Reading != Reading.Complete || !project.Problems.IsEmpty)
                yield return ($"{repository.Name}: {project.Path}", PageWords.Of(project.Reading), [.. project.Problems.Select(static problem => problem.Message)]);
        }
    }

    private static void WriteReasons(HtmlWriter html, List<string> reasons)
    {
        if (reasons.Count == 1)
        {
            html.Text(reasons[0]);
            return;
        }

        using (html.Open("ul"))
        {
            foreach (var reason in reasons)
                html.Write("li", reason);
        }
    }

    private static void WriteRules(HtmlWriter html, ScanResult result)
    {
        var coverage = new CoverageReader(result);
        var silent = CoverageReader.Judging.Where(rule => !coverage.HasRun(rule)).ToList();
        if (silent.Count == 0)
        {
            html.Write("p", "All rules ran in one project at least.");
            return;
        }

        if (silent.Count == CoverageReader.Judging.Count())
        {
            html.Write("p", "None ran: no project outside of the tests refers to an AI library that the rules know.");
            return;
        }

        html.Write("p", "These are off by default, were switched off by the configuration of the repository, or were not asked for.");
        using (html.Open("ul"))
        {
            foreach (var rule in silent)
            {
                using (html.Open("li"))
                {
                    html.Link(rule.Id, rule.HelpUri);
                    html.Text($" {rule.Title}{(rule.IsOptional ? " (off by default)" : "")}");
                }
            }
        }
    }
}
