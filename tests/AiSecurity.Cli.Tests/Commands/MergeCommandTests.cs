using System.Text.Json;
using AiSecurity.Cli.Commands;

namespace AiSecurity.Cli.Tests.Commands;

public class MergeCommandTests
{
    [Fact]
    public async Task Puts_all_runs_into_one_file()
    {
        using var folder = new Repository().With("a.sarif", Run("one")).With("b.sarif", Run("two"));

        var (exitCode, _, _) = await Aisec.RunAsync("merge", folder.Path("a.sarif"), folder.Path("b.sarif"), "-o", folder.Path("all.sarif"));

        Assert.Equal(ExitCode.Clean, exitCode);
        using var document = JsonDocument.Parse(File.ReadAllText(folder.Path("all.sarif")));
        Assert.Equal(["one", "two"], document.RootElement.GetProperty("runs").EnumerateArray().Select(static run => run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Writes_nothing_when_one_file_is_none()
    {
        using var folder = new Repository().With("a.sarif", Run("one")).With("b.sarif", """{ "version": "1.0.0" }""");

        var (exitCode, _, error) = await Aisec.RunAsync("merge", folder.Path("a.sarif"), folder.Path("b.sarif"), "-o", folder.Path("all.sarif"));

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("b.sarif", error, StringComparison.Ordinal);
        Assert.Equal(["a.sarif", "b.sarif"], Directory.EnumerateFiles(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string Run(string tool) => $$"""{ "version": "2.1.0", "runs": [ { "tool": { "driver": { "name": "{{tool}}" } }, "results": [] } ] }""";
}
