using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Tests.Loading;

public class RepositoryFinderTests
{
    [Theory]
    [InlineData("App.sln")]
    [InlineData("App.slnx")]
    [InlineData("App.slnf")]
    public async Task Reads_the_projects_of_a_solution(string file)
    {
        using var repository = new Repository()
            .With("src/App/App.csproj", Repository.Project)
            .With("src/Other/Other.csproj", Repository.Project)
            .With("App.sln", Solution(@"src\App\App.csproj", @"src\Gone\Gone.csproj", @"src\Native\Native.vcxproj"))
            .With("App.slnx", """<Solution><Project Path="src/App/App.csproj" /><Project Path="src/Gone/Gone.csproj" /><Project Path="src/Native/Native.vcxproj" /></Solution>""")
            .With("App.slnf", """{ "solution": { "path": "App.sln", "projects": [ "src\\App\\App.csproj", "src\\Gone\\Gone.csproj", "src\\Native\\Native.vcxproj" ] } }""");

        var sources = await RepositoryFinder.FindAsync(repository.Path(file), default);

        Assert.Equal([repository.Path("src/App/App.csproj")], sources.Projects.AsEnumerable());
        Assert.Equal([repository.Path("src/Gone/Gone.csproj"), repository.Path("src/Native/Native.vcxproj")], sources.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.Equal("App", sources.Name);
        Assert.Equal(repository.Root, sources.Root);
    }

    [Fact]
    public async Task Finds_projects_and_loose_files_of_a_folder()
    {
        using var repository = new Repository()
            .With("src/App/App.csproj", Repository.Project)
            .With("src/App/Deep/Code.cs", "")
            .With("src/App/obj/Generated.cs", "")
            .With("src/Loose.cs", "")
            .With("node_modules/x/x.csproj", Repository.Project);

        var sources = await RepositoryFinder.FindAsync(repository.Path("src"), default);

        Assert.Equal([repository.Path("src/App/App.csproj")], sources.Projects.AsEnumerable());
        Assert.Equal([repository.Path("src/Loose.cs")], sources.LooseFiles.AsEnumerable());
        Assert.Equal(repository.Root, sources.Root);
    }

    /// <summary>A folder is left out for what it holds and where it is, not for its name.</summary>
    [Theory]
    [InlineData("artifacts/Service/Service.csproj", true)]
    [InlineData("artifacts/Code.cs", true)]
    [InlineData("src/artifacts/artifacts.csproj", true)]
    [InlineData("bin/Code.cs", true)]
    [InlineData("tools/obj/Code.cs", true)]
    [InlineData("src/App/tools/bin/Tool.csproj", true)]
    [InlineData("src/App/bin/Code.csproj", false)]
    [InlineData("src/App/obj/Code.csproj", false)]
    [InlineData("src/App/OBJ/Code.csproj", false)]
    [InlineData("src/Gone/obj/Debug/net10.0/Gone.AssemblyInfo.cs", false)]
    [InlineData("src/Restored/obj/Code.cs", false)]
    [InlineData("artifacts/obj/App/debug/App.AssemblyInfo.cs", false)]
    [InlineData("artifacts/bin/App/debug/Template.cs", false)]
    [InlineData("artifacts/publish/Code.cs", true)]
    [InlineData("node_modules/x/Code.cs", false)]
    [InlineData(".git/Code.cs", false)]
    public async Task Build_output_is_no_source(string file, bool isFound)
    {
        using var repository = new Repository().With("src/App/App.csproj", Repository.Project).With("src/Restored/obj/project.assets.json", "{}").With(file, "");

        var sources = await RepositoryFinder.FindAsync(repository.Root, default);

        Assert.Equal(isFound, sources.Projects.Concat(sources.LooseFiles).Contains(repository.Path(file)));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("notes.txt")]
    [InlineData("broken.slnx")]
    [InlineData("broken.slnf")]
    public async Task Refuses_what_cannot_be_scanned(string file)
    {
        using var repository = new Repository().With("notes.txt", "").With("broken.slnx", "<Solution>").With("broken.slnf", "{}");

        var exception = await Assert.ThrowsAsync<ScanPathException>(() => RepositoryFinder.FindAsync(repository.Path(file), default));

        Assert.Contains(file, exception.Message, StringComparison.Ordinal);
    }

    private static string Solution(params string[] projects) =>
        "Microsoft Visual Studio Solution File, Format Version 12.00\n" + string.Concat(projects.Select(project =>
            $"Project(\"{{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}}\") = \"{project.Split('\\')[1]}\", \"{project}\", \"{{{Guid.NewGuid()}}}\"\nEndProject\n")) + "Global\nEndGlobal\n";
}
