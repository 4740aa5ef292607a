using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Tests.Documentation;

/// <summary>What docs/guards.md and the packages' own pages show compiles against the real guards, and no rule has anything to say of it.</summary>
public class GuardsPageTests
{
    private static readonly string[] Pages = ["docs/guards.md", "src/AiSecurity.Guards/README.md", "src/AiSecurity.Guards.SemanticKernel/README.md"];

    public static TheoryData<string, int> Snippets
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var page in Pages)
            {
                for (var index = 0; index < Of(page).Count; index++)
                    data.Add(page, index);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task What_the_page_shows_compiles_and_is_secure(string page, int index)
    {
        var compilation = Everything.Compile(Of(page)[index].Text);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await Everything.AnalyzeAsync(compilation));
    }

    /// <summary>The guards are what keeps the rules quiet: without one, its rule speaks.</summary>
    [Theory]
    [InlineData("await shield.EnsureSafeAsync", "AISEC201")]
    [InlineData("await screen.EnsureSafeAsync", "AISEC207")]
    public async Task Without_its_guard_the_first_example_is_reported(string guard, string id)
    {
        var lines = Of("docs/guards.md")[0].Text.Split('\n');
        var unguarded = lines.Where(line => !line.Contains(guard, StringComparison.Ordinal)).ToList();
        Assert.Equal(lines.Length - 1, unguarded.Count);
        var reported = await Everything.AnalyzeAsync(Everything.Compile(string.Join('\n', unguarded)));
        Assert.Equal([id], reported.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void Every_page_shows_something() => Assert.All(Pages, page => Assert.NotEmpty(Of(page)));

    /// <summary>Every public type that is not an option, an answer or an exception is on the page.</summary>
    [Theory]
    [InlineData("PromptShield")]
    [InlineData("ContentSafetyScreen")]
    [InlineData("SandboxedSession")]
    [InlineData("ModelFile")]
    [InlineData("EntraAuthenticationHandler")]
    [InlineData("UsePromptShields")]
    [InlineData("UseContentSafety")]
    [InlineData("AddPromptShields")]
    public void Every_guard_is_on_the_page(string name) => Assert.Contains($"`{name}`", RepositoryFile.Read("docs/guards.md"), StringComparison.Ordinal);

    private static List<Snippet> Of(string page) => [.. RulePage.SnippetsOf(RepositoryFile.Read(page)).Where(snippet => snippet.Language == "csharp")];
}
