using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>The languages of the code that a session runs: those of the built-in pools, and those that the container of the project's own pool is said to run.</summary>
internal static class PoolLanguages
{
    private static readonly string[] BuiltIn = ["python", "javascript"];

    /// <summary>Whether sessions run the code that a row speaks of.</summary>
    public static bool Have(CatalogRow row, ReportedPlace place) => row["as"] is { } language
        && (BuiltIn.Contains(language) || AiOptions.PoolLanguages.ReadList(place.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(place.Model.SyntaxTree), RuleIds.HostCodeExecution).Contains(language));
}
