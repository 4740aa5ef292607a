using System.Text.RegularExpressions;
using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Tests.Documentation;

/// <summary>The documentation says what the code does. <c>AISEC_UPDATE_DOCS=1 dotnet test --filter Documentation</c> rewrites the generated parts.</summary>
public partial class DocumentationTests
{
    public static TheoryData<string> Rules => [.. DocumentedRule.All.Select(rule => rule.Id)];

    public static TheoryData<string> OtherPages => ["README.md", "docs/index.md", "docs/configuration.md", "docs/controls.md", "src/AiSecurity.Analyzers.Package/README.md"];

    public static TheoryData<string> AllPages =>
        [.. DocumentedRule.All.Select(rule => rule.Page), "docs/index.md", "docs/configuration.md", "docs/controls.md", "docs/architecture.md", "docs/flow-engine.md", "docs/guards.md", "src/AiSecurity.Analyzers.Package/README.md"];

    public static TheoryData<string> Presets => [.. Preset.All.Select(preset => preset.Mode)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_page_that_says_what_the_code_says(string id)
    {
        var rule = DocumentedRule.All.Single(rule => rule.Id == id);
        if (!RepositoryFile.Exists(rule.Page))
            RepositoryFile.Verify(rule.Page, GeneratedParts.NewPage(rule));

        RepositoryFile.Verify(rule.Page, GeneratedParts.Renew(RepositoryFile.Read(rule.Page), rule));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_page_of_a_rule_has_the_same_shape(string id)
    {
        var rule = DocumentedRule.All.Single(rule => rule.Id == id);
        var page = RepositoryFile.Read(rule.Page);

        Assert.StartsWith($"# {rule.Id}: {rule.Title}\n\n<!-- generated: about -->\n", page, StringComparison.Ordinal);
        Assert.Equal(string.Join("\n", RulePage.Sections), string.Join("\n", RulePage.SectionsOf(page)));
        Assert.All(RulePage.Sections, section => Assert.NotEmpty(RulePage.TextOf(page, section)));
        Assert.Contains("\n<!-- generated: suppress -->\n", page, StringComparison.Ordinal);
        Assert.Contains("\n<!-- generated: options -->\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("TODO", page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone()
    {
        var pages = Directory.EnumerateFiles(RepositoryFile.PathOf("docs/rules"), "*.md").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(DocumentedRule.All.Select(rule => rule.Id), pages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Help_links_lead_to_the_page(string id)
    {
        var rule = DocumentedRule.All.Single(rule => rule.Id == id);
        Assert.Equal($"https://github.com/aisecurity-net/AiSecurity.Analyzers/blob/main/{rule.Page}", rule.Descriptor.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(OtherPages))]
    public void Every_other_page_says_what_the_code_says(string page) => RepositoryFile.Verify(page, GeneratedParts.Renew(RepositoryFile.Read(page), rule: null));

    [Theory]
    [MemberData(nameof(Presets))]
    public void Every_preset_names_every_rule(string mode)
    {
        var preset = Preset.All.Single(preset => preset.Mode == mode);
        RepositoryFile.Verify(preset.File, preset.Text());
    }

    /// <summary>What the parser lists in its own messages is what exists.</summary>
    [Fact]
    public void The_page_on_configuration_explains_every_role_and_attribute()
    {
        var page = RepositoryFile.Read("docs/configuration.md");
        var names = CatalogParser.Vocabulary.ToList();

        Assert.Contains("key-credential", names);
        Assert.Contains("from", names);
        Assert.All(names, name => Assert.Matches($"(?m)^\\| .*`{name}(=[a-zA-Z:=()]+)?`.*\\|", page));
    }

    [Fact]
    public void The_catalog_on_the_page_on_configuration_parses() => AssertParses("docs/configuration.md");

    [Fact]
    public void The_catalog_on_the_page_on_the_flow_engine_parses() => AssertParses("docs/flow-engine.md");

    private static void AssertParses(string page)
    {
        var catalog = RulePage.SnippetsOf(RepositoryFile.Read(page)).Single(snippet => snippet.Language == "text");
        var (rows, errors) = CatalogParser.Parse(catalog.Text);
        Assert.NotEmpty(rows);
        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Relative_links_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(RepositoryFile.PathOf(page))!;
        foreach (Match link in RelativeLink().Matches(RepositoryFile.Read(page)))
            Assert.True(Path.Exists(Path.Combine(folder, link.Groups["path"].Value)), $"{page}: {link.Value}");
    }

    [GeneratedRegex(@"\]\((?!https?:|#)(?<path>[^)#]+)(#[^)]*)?\)")]
    private static partial Regex RelativeLink();
}
