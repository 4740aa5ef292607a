using System.Collections.Immutable;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>Settings files with keys that are put in when a test runs: no scanner of secrets shall find them here.</summary>
internal static class SettingsSource
{
    public static string WithKeys(string text) => text
        .Replace("HUGGINGFACE", FakeKeys.HuggingFace, StringComparison.Ordinal)
        .Replace("ANTHROPIC", FakeKeys.Anthropic, StringComparison.Ordinal)
        .Replace("PROJECT", FakeKeys.OpenAIProject, StringComparison.Ordinal)
        .Replace("SEARCH", FakeKeys.Search, StringComparison.Ordinal)
        .Replace("\"AZURE\"", '"' + FakeKeys.Azure + '"', StringComparison.Ordinal)
        .Replace("[|AZURE|]", "[|" + FakeKeys.Azure + "|]", StringComparison.Ordinal)
        .Replace("OTHER", FakeKeys.OtherHex, StringComparison.Ordinal)
        .Replace("HEX", FakeKeys.Hex, StringComparison.Ordinal);

    public static async Task<string[]> MessagesAsync<TAnalyzer>(string text, string file = "appsettings.json")
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var options = new AnalyzerOptions([new File(file, text)]);
        var diagnostics = await Everything.Compile("class C;").WithAnalyzers([new TAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition).Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }

    public sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
