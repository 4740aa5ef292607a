using System.Text.Json;
using AiSecurity.Cli.Commands;

namespace AiSecurity.Cli.Tests.Commands;

public class ScanCommandTests
{
    [Theory]
    [InlineData("error", ExitCode.Clean)]
    [InlineData("warning", ExitCode.Findings)]
    [InlineData("suggestion", ExitCode.Findings)]
    [InlineData("none", ExitCode.Clean)]
    public async Task The_exit_code_follows_the_severity(string failOn, int expected)
    {
        using var repository = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);

        Assert.Equal(expected, (await Aisec.RunAsync("scan", repository.Root, "--no-msbuild", "--fail-on", failOn)).ExitCode);
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("scan", "/there/is/nothing")]
    [InlineData("scan", ".", "--rules", "AISEC999")]
    [InlineData("scan", ".", "--severity", "awful")]
    [InlineData("scan", ".", "--parallel", "0")]
    [InlineData("scan", ".", "--sarif", "/there/is/nothing/x.sarif")]
    [InlineData("scan", ".", "--json", "/")]
    [InlineData("scan", ".", "--baseline", "/there/is/nothing.json")]
    [InlineData("explain", "AISEC999")]
    [InlineData("merge", "/there/is/nothing.sarif", "--output", "/there/is/x.sarif")]
    [InlineData("dance")]
    public async Task A_mistake_on_the_command_line_is_one_clear_message(params string[] arguments)
    {
        var (exitCode, output, error) = await Aisec.RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.StartsWith("aisec: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal("", output);
    }

    [Fact]
    public async Task Nothing_to_analyse_has_an_exit_code_of_its_own()
    {
        using var repository = new Repository().With("Broken.csproj", "<Project>");

        Assert.Equal(ExitCode.NotAnalyzed, (await Aisec.RunAsync("scan", repository.Root, "--no-msbuild")).ExitCode);
    }

    [Fact]
    public async Task A_gate_can_demand_that_everything_was_read()
    {
        using var repository = new Repository().With("a/Broken.csproj", "<Project>").With("b/App.csproj", Repository.Project).With("b/Code.cs", "class Code;");

        Assert.Equal(ExitCode.Clean, (await Aisec.RunAsync("scan", repository.Root, "--no-msbuild")).ExitCode);
        Assert.Equal(ExitCode.NotAnalyzed, (await Aisec.RunAsync("scan", repository.Root, "--no-msbuild", "--require-complete")).ExitCode);
    }

    [Fact]
    public async Task Cancellation_leaves_no_file_behind()
    {
        using var repository = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);
        var before = repository.Content();
        var error = new StringWriter();

        var exitCode = await CommandRun.RunAsync(["scan", repository.Root, "--no-msbuild", "--sarif", repository.Path("x.sarif")], TextWriter.Null, error, new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Cancelled, exitCode);
        Assert.Contains("cancelled", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, repository.Content());
    }

    [Fact]
    public async Task The_table_names_rule_place_and_message_and_what_was_not_seen()
    {
        using var repository = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);

        var (_, output, _) = await Aisec.RunAsync("scan", repository.Root, "--no-msbuild");

        Assert.Matches(@"AISEC102 warning\s+Clients\.cs:7:\d+\s+The key for", output);
        Assert.Contains("App.csproj: not loaded by MSBuild", output, StringComparison.Ordinal);
        Assert.Matches(@"0 errors, 1 warning,", output);
    }

    /// <summary>Folders of web front ends are called "[id]".</summary>
    [Fact]
    public async Task The_table_takes_any_name_of_a_folder()
    {
        using var repository = new Repository().With("[id]/its (50%) own/Clients.cs", Repository.KeyedClient);
        var run = await Aisec.RunAsync("scan", repository.Path("[id]"), "--no-msbuild");
        Assert.True(run.ExitCode == ExitCode.Findings, run.Error);
        Assert.Contains("[id]/its (50%) own/Clients.cs:7", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_paths_are_several_runs()
    {
        using var one = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);
        using var two = new Repository().With("Other.csproj", Repository.Project).With("Code.cs", "class Code;");

        await Aisec.RunAsync("scan", one.Root, two.Root, "--no-msbuild", "--json", one.Path("out.json"));
        using var document = JsonDocument.Parse(File.ReadAllText(one.Path("out.json")));

        Assert.Equal(
            [(one.Root, true), (two.Root, false)],
            document.RootElement.GetProperty("repositories").EnumerateArray().Select(static repository => (repository.GetProperty("root").GetString()!, repository.GetProperty("findings").GetArrayLength() > 0)));
    }
}
