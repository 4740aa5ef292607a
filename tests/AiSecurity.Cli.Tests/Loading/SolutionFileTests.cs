using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Tests.Loading;

public class SolutionFileTests
{
    /// <summary>Samples are full of projects that have the name of another one.</summary>
    [Fact]
    public async Task Takes_projects_of_one_name()
    {
        using var repository = new Repository().With("a/App.csproj", Repository.Project).With("b/App.csproj", Repository.Project).With("c/app.csproj", Repository.Project).With("d/Other.csproj", Repository.Project);
        string[] projects = [repository.Path("a/App.csproj"), repository.Path("b/App.csproj"), repository.Path("c/app.csproj"), repository.Path("d/Other.csproj")];

        await SolutionFile.WriteAsync(repository.Path("all.slnx"), projects, CancellationToken.None);

        Assert.Equal(projects, (await SolutionFile.ReadAsync(repository.Path("all.slnx"), CancellationToken.None)).Projects);
    }

    [Theory]
    [InlineData("""{ "solution": { "path": null, "projects": [] } }""")]
    [InlineData("""{ "solution": { "path": "all.sln", "projects": [null] } }""")]
    [InlineData("""{ "solution": { "path": "all\u0000.sln", "projects": [] } }""")]
    [InlineData("""{ "solution": { "path": 1, "projects": [] } }""")]
    [InlineData("""{ "solution": [] }""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_filter_that_is_none_is_a_mistake_of_the_user(string text)
    {
        using var repository = new Repository().With("some.slnf", text);
        await Assert.ThrowsAsync<ScanPathException>(() => SolutionFile.ReadAsync(repository.Path("some.slnf"), CancellationToken.None));
    }
}
