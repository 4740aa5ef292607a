using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Data.Filters;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Data;

/// <summary>AISEC402: the filter of a search that whoever chooses a text in it can rewrite.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetrievalFilterAnalyzer() : AiRule(DataRules.RewritableFilter)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var reported = new ReportedSpans();
        foreach (var site in file.Scan.CallSites)
        {
            if (site.Node is not AssignmentExpressionSyntax assignment || site.Rows.FirstOrDefault(static row => row.Role == Role.SearchFilter) is not { } row)
                continue;

            foreach (var (composed, quoted) in new FilterText(file.Compilation.Symbols, file.Model, file.CancellationToken).Of(assignment.Right))
            {
                if (!reported.Add(composed.Span))
                    continue;
                file.Report(Diagnostic.Create(
                    DataRules.RewritableFilter, composed.GetLocation(), quoted.Select(static text => text.Syntax.GetLocation()), ControlTags.Of(DataRules.RewritableFilter), site.Member.Name, AdviceOf(row, file)));
            }
        }
    }

    private static string AdviceOf(CatalogRow row, AiFile file) => row["as"] is { } escape && file.Compilation.Symbols.Exists(escape)
        ? $"write it with {string.Join(".", escape.Split('.').Reverse().Take(2).Reverse())}, which escapes what is put in"
        : "double the quotation marks in what is put in";
}
