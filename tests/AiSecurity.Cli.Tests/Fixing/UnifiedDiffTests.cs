using System.Diagnostics;
using System.Text;
using AiSecurity.Cli.Fixing;

namespace AiSecurity.Cli.Tests.Fixing;

public class UnifiedDiffTests
{
    [Fact]
    public void Writes_hunks_with_three_lines_around()
    {
        var before = Lines(1, 20);
        var diff = Diff(before, before.Replace("line 3\n", "", StringComparison.Ordinal).Replace("line 15\n", "line 15\nnew\n", StringComparison.Ordinal));
        Assert.Equal(
            "--- a/Program.cs\n+++ b/Program.cs\n"
            + "@@ -1,6 +1,5 @@\n line 1\n line 2\n-line 3\n line 4\n line 5\n line 6\n"
            + "@@ -13,6 +12,7 @@\n line 13\n line 14\n line 15\n+new\n line 16\n line 17\n line 18\n",
            diff);
    }

    [Fact]
    public void Changes_close_together_share_a_hunk() =>
        Assert.Single(Diff(Lines(1, 20), Lines(1, 20).Replace("line 5\n", "five\n", StringComparison.Ordinal).Replace("line 10\n", "ten\n", StringComparison.Ordinal)).Split('\n'), static line => line.StartsWith("@@", StringComparison.Ordinal));

    [Theory]
    [InlineData("a\nb\n", "a\nc\n")]
    [InlineData("a\nb", "a\nc")]
    [InlineData("a\nb", "a\nb\n")]
    [InlineData("a\r\nb\r\n", "a\r\nc\r\n")]
    [InlineData("", "a\n")]
    [InlineData("a\n", "")]
    [InlineData("a\nb\nc\n", "x\na\nb\nc\ny\n")]
    public async Task Git_makes_the_new_file_of_it(string before, string after)
    {
        using var repository = new Repository();
        Directory.Delete(repository.Path(".git"));
        repository.With("my app/Program.cs", before);
        var change = new FileChange(repository.Path("my app/Program.cs"), before, after, Encoding.UTF8);
        repository.With("change.diff", UnifiedDiff.Write(repository.Root, [change]));

        using var git = Process.Start(new ProcessStartInfo("git", ["apply", "--whitespace=nowarn", "change.diff"]) { WorkingDirectory = repository.Root, RedirectStandardError = true })!;
        Assert.True(await git.StandardError.ReadToEndAsync() is var error && git.WaitForExit(10_000) && git.ExitCode == 0, error);
        Assert.Equal(after, await File.ReadAllTextAsync(change.Path));
    }

    /// <summary>Only a tab tells patch where a name with blanks ends.</summary>
    [Fact]
    public void The_end_of_a_name_with_blanks_can_be_told() =>
        Assert.StartsWith("--- a/my app/Program.cs\t\n+++ b/my app/Program.cs\t\n@@", UnifiedDiff.Write("/repository", [new FileChange("/repository/my app/Program.cs", "a\n", "b\n", Encoding.UTF8)]), StringComparison.Ordinal);

    private static string Diff(string before, string after) => UnifiedDiff.Write("/repository", [new FileChange("/repository/Program.cs", before, after, Encoding.UTF8)]);

    private static string Lines(int first, int last) => string.Concat(Enumerable.Range(first, last - first + 1).Select(static number => $"line {number}\n"));
}
