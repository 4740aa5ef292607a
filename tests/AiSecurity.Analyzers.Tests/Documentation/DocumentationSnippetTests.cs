using System.Collections.Immutable;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Documentation;

/// <summary>
/// What stands under Bad is reported by the page's rule and by no other, what stands under Good by none. A block of csharp is a program, a block of ini
/// holds options, and a block of text is an AiSecurity.catalog.txt, and a block of json an appsettings.json. Lines that
/// begin with <c>// ai_security.</c> are options for their block.
/// </summary>
public class DocumentationSnippetTests
{
    public static TheoryData<string, string, int> Snippets
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var rule in DocumentedRule.All.Where(rule => RepositoryFile.Exists(rule.Page)))
            {
                foreach (var section in new[] { "Bad", "Good" })
                {
                    for (var index = 0; index < Of(rule, section).Length; index++)
                        data.Add(rule.Id, section, index);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task Documentation_is_reported_as_it_says(string id, string section, int index)
    {
        var snippet = Of(DocumentedRule.All.Single(rule => rule.Id == id), section)[index];
        var reported = (await AnalyzeAsync(snippet, id)).Select(diagnostic => diagnostic.Id).Distinct(StringComparer.Ordinal);
        Assert.Equal(section == "Bad" ? [id] : [], reported);
    }

    [Fact]
    public void Every_page_shows_both()
    {
        foreach (var rule in DocumentedRule.All)
        {
            Assert.NotEmpty(Of(rule, "Bad"));
            Assert.NotEmpty(Of(rule, "Good"));
        }
    }

    private static ImmutableArray<Snippet> Of(DocumentedRule rule, string section) =>
        [.. RulePage.SnippetsOf(RepositoryFile.Read(rule.Page)).Where(snippet => snippet.Section == section)];

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Snippet snippet, string id)
    {
        var compilation = Everything.Compile(snippet.Language == "csharp" ? snippet.Text : "class Nothing;");
        // A rule that is off by default is on for its own page.
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.SetItem(id, ReportDiagnostic.Warn)));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var options = snippet.Language switch
        {
            "csharp" => new AnalyzerOptions([], new GivenSettings(OptionsIn(snippet.Text))),
            "text" => new AnalyzerOptions([new GivenFile("AiSecurity.catalog.txt", snippet.Text)]),
            "json" => new AnalyzerOptions([new GivenFile("appsettings.json", snippet.Text)], new GivenSettings(OptionsIn(snippet.Text))),
            "ini" => new AnalyzerOptions([], new GivenSettings(snippet.Text)),
            _ => throw new InvalidOperationException($"No test for a block of {snippet.Language}."),
        };
        return await compilation.WithAnalyzers(Everything.Analyzers, new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: (exception, analyzer, _) => Assert.Fail($"{analyzer}: {exception}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();
    }

    private static string OptionsIn(string text) => string.Join('\n', text.Split('\n').Where(line => line.StartsWith("// ai_security.", StringComparison.Ordinal)).Select(line => line[3..]));
}
