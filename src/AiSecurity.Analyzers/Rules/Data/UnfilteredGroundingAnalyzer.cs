using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Data;

/// <summary>AISEC402: data sources that a model searches by itself, without a filter. Searches of the program's own are followed to the prompt.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnfilteredGroundingAnalyzer() : AiRule(DataRules.UnfilteredRetrieval)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var unset = new UnsetSetting(file);
        foreach (var site in file.Scan.CallSites)
        {
            // In front of one person, the person who asks is the one whose data it is.
            if (site.Node is BaseObjectCreationExpressionSyntax creation && site.Rows.FirstOrDefault(static row => row.Role == Role.DataSource) is { } row
                && unset.Is(creation, row) && ServerProject.Is(file.Compilation, file.Model.Compilation, file.CancellationToken))
                file.Report(Diagnostic.Create(DataRules.UnfilteredRetrieval, creation.GetLocation(), ControlTags.Of(DataRules.UnfilteredRetrieval), row.SimpleTypeName));
        }
    }
}
