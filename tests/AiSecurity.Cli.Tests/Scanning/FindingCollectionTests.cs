using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Cli.Tests.Scanning;

public class FindingCollectionTests
{
    /// <summary>Analyzers run side by side, and what they report comes in any order.</summary>
    [Fact]
    public void The_order_of_what_is_reported_changes_nothing()
    {
        Diagnostic[] reported = [At(4, "one"), At(4, "two"), At(9, "three"), At(9, "one"), At(6, "two")];
        var expected = Describe(reported);
        Assert.Equal(3, expected.Count);
        for (var turn = 1; turn < reported.Length; turn++)
            Assert.Equal(expected, Describe([.. reported[turn..], .. reported[..turn]]));
        Assert.Equal(expected, Describe(reported.Reverse()));
    }

    private static List<string> Describe(IEnumerable<Diagnostic> diagnostics)
    {
        var findings = new FindingCollection("/repository");
        foreach (var diagnostic in diagnostics)
            findings.Add(diagnostic, "App");
        return [.. findings.ToFindings().Select(static finding => $"{finding.Place.EndColumn} {finding.Message} {finding.Fingerprint}")];
    }

    private static Diagnostic At(int end, string message) => Diagnostic.Create(
        new DiagnosticDescriptor("AISEC101", "", message, "", DiagnosticSeverity.Warning, isEnabledByDefault: true),
        Location.Create("/repository/Program.cs", new TextSpan(0, end), new LinePositionSpan(new LinePosition(0, 0), new LinePosition(0, end))));
}
