using AiSecurity.Cli.Loading;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Tests.Loading;

public class SourceReaderTests
{
    [Fact]
    public async Task Projects_see_what_their_references_see()
    {
        using var repository = new Repository()
            .With("base/Base.csproj", Repository.Project).With("base/Base.cs", "namespace Base; public class Clock;")
            .With("lib/Lib.csproj", ReferenceTo("base/Base")).With("lib/Lib.cs", "namespace Lib; public class Watch : Base.Clock;")
            .With("app/App.csproj", ReferenceTo("lib/Lib")).With("app/App.cs", "class App { Base.Clock Clock { get; } = new Lib.Watch(); }");

        var loaded = await LoadAsync(repository);

        foreach (var project in loaded.Solution.Projects)
            Assert.Empty((await project.GetCompilationAsync())!.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public async Task References_in_a_circle_do_no_harm()
    {
        using var repository = new Repository()
            .With("a/A.csproj", ReferenceTo("b/B")).With("a/A.cs", "class A;")
            .With("b/B.csproj", ReferenceTo("a/A")).With("b/B.cs", "class B;");

        Assert.Equal(2, (await LoadAsync(repository)).Projects.Length);
    }

    private static string ReferenceTo(string project) =>
        $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="..\{project.Replace('/', '\\')}.csproj" /></ItemGroup></Project>""";

    private static async Task<LoadedRepository> LoadAsync(Repository repository)
    {
        using var folder = new WorkFolder();
        var sources = await RepositoryFinder.FindAsync(repository.Root, default);
        return await new RepositoryLoader(folder, new LoadOptions(UsesMsBuild: false)).LoadAsync(sources, new Progress<string>(), default);
    }
}
