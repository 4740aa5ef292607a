using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Cli.Loading;

/// <summary>
/// Takes "dotnet_analyzer_diagnostic.severity" out of configuration: a repository that silences the analyzers it had by that line did not mean these rules, and
/// the scan would be silent without anybody seeing why. Lines for one rule, and for the category AiSecurity, stay.
/// </summary>
internal static partial class BulkSeverity
{
    public static async Task<Solution> RemoveAsync(Solution solution, ProjectId id, CancellationToken cancellationToken)
    {
        foreach (var document in solution.GetProject(id)!.AnalyzerConfigDocuments)
        {
            var text = await document.GetTextAsync(cancellationToken);
            var content = text.ToString();
            var rest = Line().Replace(content, "");
            if (rest.Length != content.Length)
                solution = solution.WithAnalyzerConfigDocumentText(document.Id, SourceText.From(rest, text.Encoding));
        }

        return solution;
    }

    [GeneratedRegex(@"^[ \t]*dotnet_analyzer_diagnostic\.severity[ \t]*[=:][^\r\n]*", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Line();
}
