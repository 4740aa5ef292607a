using AiSecurity.Cli.Commands;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Tests.Commands;

public class RulePageTests
{
    public static TheoryData<string> Rules => [.. RuleSet.All.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Every_rule_is_explained(string rule)
    {
        var (exitCode, output, _) = await Aisec.RunAsync("explain", rule.ToLowerInvariant());

        Assert.Equal(ExitCode.Clean, exitCode);
        Assert.StartsWith(rule + ": ", output, StringComparison.Ordinal);
        Assert.Contains("WHAT IS WRONG", output, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", output, StringComparison.Ordinal);
        Assert.DoesNotContain("](", output, StringComparison.Ordinal);
        Assert.EndsWith($"{rule}.md", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_rule_is_listed()
    {
        var (exitCode, output, _) = await Aisec.RunAsync("rules");

        Assert.Equal(ExitCode.Clean, exitCode);
        Assert.All(RuleSet.All, rule => Assert.Contains(rule.Id, output, StringComparison.Ordinal));
    }
}
