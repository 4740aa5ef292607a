using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Tests.WholeAssembly;

/// <summary>Every analyzer over every file of tests/Corpus. A line of a vulnerable file ends in <c>//! AISEC101 AISEC102</c> when these are due there.</summary>
public partial class CorpusTests
{
    public static TheoryData<string> Vulnerable => Everything.CorpusFiles("Vulnerable");

    public static TheoryData<string> Safe => Everything.CorpusFiles("Safe");

    [Theory]
    [MemberData(nameof(Vulnerable))]
    public Task Reports_what_is_marked_and_nothing_else(string file) => VerifyAsync("Vulnerable", file);

    [Theory]
    [MemberData(nameof(Safe))]
    public Task Stays_silent_on_look_alikes(string file) => VerifyAsync("Safe", file);

    private static async Task VerifyAsync(string folder, string file)
    {
        var source = Everything.ReadCorpus(folder, file);
        var compilation = Everything.Compile(source, file);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var lines = source.Split('\n');
        var expected = lines.SelectMany((line, index) => Marks(line).Select(id => Show(index, id, lines))).ToList();
        var actual = (await Everything.AnalyzeAsync(compilation))
            .Select(diagnostic => Show(diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Id, lines))
            .ToList();
        var wrong = Less(expected, actual).Select(line => "missing    " + line).Concat(Less(actual, expected).Select(line => "unexpected " + line)).ToList();
        Assert.True(wrong.Count == 0, $"{folder}/{file}\n{string.Join('\n', wrong)}");
    }

    /// <summary>What is in the first list more often than in the second.</summary>
    private static List<string> Less(List<string> first, List<string> second)
    {
        var rest = first.ToList();
        foreach (var line in second)
            rest.Remove(line);
        return rest;
    }

    private static IEnumerable<string> Marks(string line) => Mark().Match(line).Groups[1].Captures.Select(capture => capture.Value);

    private static string Show(int line, string id, string[] lines) =>
        string.Create(CultureInfo.InvariantCulture, $"{line + 1,4} {id} {lines[line].Split("//!")[0].Trim()}");

    [GeneratedRegex(@"//!(?:\s+(AISEC\d{3}))+\s*$")]
    private static partial Regex Mark();
}
