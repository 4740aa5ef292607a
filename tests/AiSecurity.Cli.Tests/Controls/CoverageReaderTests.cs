using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;
using AiSecurity.Cli.Tests.Reports.Html;

namespace AiSecurity.Cli.Tests.Controls;

public class CoverageReaderTests
{
    [Fact]
    public void What_ran_and_found_nothing_is_told_from_what_did_not_run()
    {
        var coverage = new CoverageReader(ReportSample.Create());

        Assert.Equal((CoverageState.Open, 2), StateOf(coverage.OfItem("Models 2")));
        Assert.Equal((CoverageState.Accepted, 0), StateOf(coverage.OfItem("Execution 3")));
        Assert.Equal((CoverageState.Clean, 0), StateOf(coverage.OfItem("Models 3")));
        Assert.Equal((CoverageState.Clean, 0), StateOf(coverage.OfItem("Access 2")));
        Assert.False(coverage.HasRun(RuleSet.Find("AISEC307")!));
    }

    [Fact]
    public void Where_nothing_uses_AI_nothing_was_checked()
    {
        var sample = ReportSample.Create();
        var coverage = new CoverageReader(sample with { Repositories = [sample.Repositories[1] with { Findings = [] }] });

        Assert.Equal((CoverageState.NotChecked, 0), StateOf(coverage.OfItem("Models 2")));
    }

    [Theory]
    [InlineData("dotnet_diagnostic.AISEC101.severity = none", false)]
    [InlineData("dotnet_analyzer_diagnostic.category-AiSecurity.severity = none", false)]
    [InlineData("dotnet_diagnostic.AISEC101.severity = error", true)]
    [InlineData("", true)]
    public async Task A_rule_that_the_repository_switches_off_did_not_run(string line, bool runs)
    {
        using var repository = new Repository().With(".editorconfig", $"root = true\n[*.cs]\n{line}\n").With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);

        var project = Assert.Single((await Aisec.ReadAsync(repository.Root)).Repositories[0].Projects);

        Assert.Equal(runs, project.RulesOn.Contains("AISEC101"));
        Assert.DoesNotContain("AISEC307", project.RulesOn);
    }

    [Fact]
    public void Every_duty_belongs_to_an_item_of_the_guidance() =>
        Assert.All(PlatformDuty.All, static duty => Assert.Contains(GuidanceItem.All, item => item.Name == duty.Item));

    private static (CoverageState, int) StateOf(Coverage coverage) => (coverage.State, coverage.Open);
}
