using System.Text;
using AiSecurity.Cli.Fixing;
using AiSecurity.Cli.Reports;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Tests.Reports;

public class OutputFileTests
{
    /// <summary>A program of one file is often marked as executable, and a file with secrets as its owner's.</summary>
    [Fact]
    public async Task A_file_keeps_its_permissions()
    {
        using var repository = new Repository().With("app.cs", "before");
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(repository.Path("app.cs"), Mode);

        await WriteAsync(repository.Path("app.cs"));

        Assert.Equal("after", await File.ReadAllTextAsync(repository.Path("app.cs")));
        Assert.Equal(Mode, File.GetUnixFileMode(repository.Path("app.cs")));
    }

    [Fact]
    public async Task A_link_stays_one_and_what_it_leads_to_is_written()
    {
        using var repository = new Repository().With("reports/today.json", "before");
        File.CreateSymbolicLink(repository.Path("newest.json"), "reports/today.json");

        OutputFile.Check(new FileInfo(repository.Path("newest.json")));
        await WriteAsync(repository.Path("newest.json"));

        Assert.NotNull(new FileInfo(repository.Path("newest.json")).LinkTarget);
        Assert.Equal("after", await File.ReadAllTextAsync(repository.Path("reports/today.json")));
        Assert.Single(Directory.EnumerateFiles(repository.Path("reports")));
    }

    [Theory]
    [InlineData("app/Own.cs", true)]
    [InlineData("app/Linked.cs", false)]
    [InlineData("app/linked/Shared.cs", false)]
    [InlineData("shared/Shared.cs", false)]
    public void No_fix_changes_what_a_link_leads_to(string file, bool isWithin)
    {
        using var repository = new Repository().With("app/Own.cs", "").With("shared/Shared.cs", "");
        File.CreateSymbolicLink(repository.Path("app/Linked.cs"), repository.Path("shared/Shared.cs"));
        Directory.CreateSymbolicLink(repository.Path("app/linked"), repository.Path("shared"));

        Assert.Equal(isWithin, new FixableDiagnostics(new ScanOptions { Paths = [] }, repository.Path("app")).IsWithin(repository.Path(file)));
    }

    private static Task WriteAsync(string path) => OutputFile.WriteAsync(new FileInfo(path), static stream => stream.WriteAsync(Encoding.UTF8.GetBytes("after")).AsTask(), CancellationToken.None);
}
