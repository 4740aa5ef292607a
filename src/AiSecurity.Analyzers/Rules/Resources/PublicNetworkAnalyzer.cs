using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Resources;

/// <summary>AISEC502: infrastructure in C# whose AI resources answer the public network.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PublicNetworkAnalyzer() : AiRule(ResourceRules.PublicNetwork)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var open in OpenResources.In(file, Role.PublicNetwork, Role.PublicNetworkResource))
        {
            if (IsDenied(open, file))
                continue;

            // What nobody wrote is the default of the service, and often closed somewhere else.
            var (severity, what) = open.Unset is null
                ? (DiagnosticSeverity.Warning, $"'{open.Switch}' opens the resource to every network")
                : (DiagnosticSeverity.Info, $"'{open.Unset}' is created without '{open.Switch}', which opens the resource to every network");
            file.Report(Diagnostic.Create(ResourceRules.PublicNetwork, open.Place, severity, additionalLocations: null, ControlTags.Of(ResourceRules.PublicNetwork), what));
        }
    }

    /// <summary>Which resource a rule is for is not asked: a default that denies closes what is open beside it.</summary>
    private static bool IsDenied(OpenResource open, AiFile file)
    {
        var values = new ResourceSwitch(file);
        var owner = SettingOwner.Of(file.Model.SyntaxTree.GetRoot(file.CancellationToken).FindNode(open.Place.SourceSpan));
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.PublicNetwork && row["kind"] == "default" && site.Node is AssignmentExpressionSyntax assignment && values.IsClosed(assignment.Right, row)
                    && SettingOwner.Of(site.Node) is var denying && (denying == owner || !SettingOwner.Creates(denying, Role.PublicNetworkResource, file)))
                    return true;
            }
        }

        return false;
    }
}
