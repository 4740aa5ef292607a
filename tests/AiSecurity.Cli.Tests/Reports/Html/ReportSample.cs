using System.Collections.Immutable;
using AiSecurity.Cli.Inventory;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Tests.Reports.Html;

/// <summary>A result with everything that a report shows, from a repository that wants to get a script into it.</summary>
internal static class ReportSample
{
    /// <summary>Breaks out of text, attributes, comments, styles and scripts wherever they are not encoded.</summary>
    public const string Hostile = """x"'>]]></code></pre></style></title><script>window.pwned = 1</script><img src="https://evil.example/a.png" onerror="window.pwned = 1"><!--""";

    public static ScanResult Create() => new()
    {
        ToolVersion = "1.2.3",
        Started = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
        Duration = TimeSpan.FromSeconds(12),
        PeakMemory = 1,
        Rules = RuleSet.All,
        Repositories =
        [
            new RepositoryResult
            {
                Name = "shop " + Hostile,
                Root = Path.GetTempPath(),
                Problems = [new Problem("Could not read. " + Hostile, Path.Combine(Path.GetTempPath(), "a.slnx"))],
                Projects =
                [
                    new ProjectResult { Name = "Shop", Path = "src/Shop.csproj", Frameworks = ["net10.0"], Reading = Reading.Complete, UsesAi = true, RulesOn = [.. RuleSet.All.Where(static rule => !rule.IsOptional).Select(static rule => rule.Id)], Files = 3, Lines = 1200 },
                    new ProjectResult { Name = "Old", Path = $"src/{Hostile}.csproj", Reading = Reading.Source, Problems = [new Problem(Hostile), new Problem("A second one.")] },
                ],
                Findings =
                [
                    Finding("AISEC201", RuleSeverity.Error, 12) with { Steps = [Step(StepKind.Source, 3, "string question"), Step(StepKind.Through, 7, "var text = question;"), Step(StepKind.Related, 30, "other")] },
                    Finding("AISEC101", RuleSeverity.Warning, 20) with { Message = "Message " + Hostile, Place = Place(20, "Code " + Hostile, $"src/{Hostile}.cs"), Properties = ImmutableSortedDictionary<string, string>.Empty.Add("name", Hostile) },
                    Finding("AISEC406", RuleSeverity.Warning, 40) with { Steps = [Step(StepKind.Sink, 44, "chat.Send(key)")] },
                    Finding("AISEC101", RuleSeverity.Warning, 21) with { Suppression = new Suppression("In the source. " + Hostile) },
                    Finding("AISEC305", RuleSeverity.Suggestion, 50) with { Baseline = BaselineState.Unchanged },
                ],
                Assets =
                [
                    new Asset { Kind = AssetKind.Agent, Name = new SourcedText("Writer " + Hostile, ""), Sdk = "Microsoft.Agents.AI", Credential = "entra", Model = new SourcedText("", "configuration:Model"), Tools = ["count", Hostile], Guards = ["approval"], Place = Place(5, "agent"), Projects = ["Shop"] },
                    new Asset { Kind = AssetKind.Model, Name = new SourcedText("", ""), Host = new SourcedText("contoso.openai.azure.com", ""), Place = Place(6, "model"), Projects = ["Shop"] },
                ],
            },
            new RepositoryResult
            {
                Name = "desk",
                Root = Path.GetTempPath(),
                Projects = [new ProjectResult { Name = "Desk", Path = "Desk.csproj", Reading = Reading.Complete, UsesAi = false }],
                // The same file, code and rule as in the other repository: the same fingerprint.
                Findings = [Finding("AISEC901", RuleSeverity.Warning, 12), Finding("AISEC201", RuleSeverity.Warning, 12)],
            },
        ],
    };

    public static Finding Finding(string rule, RuleSeverity severity, int line) => new()
    {
        Rule = RuleSet.Find(rule)!,
        Severity = severity,
        Message = $"{rule} says this of line {line}",
        Place = Place(line, $"var line{line} = 1;"),
        Projects = ["Shop"],
        Fingerprint = $"{rule[5..]}{line:D29}",
    };

    private static SourcePlace Place(int line, string code, string file = "src/Program.cs") => new(file, line, 5, line, 9, code);

    private static FlowStep Step(StepKind kind, int line, string code) => new(kind, Place(line, code));
}
