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
}
