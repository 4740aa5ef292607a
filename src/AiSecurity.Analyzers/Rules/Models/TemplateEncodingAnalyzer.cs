using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Models;

/// <summary>AISEC204: the encoding of template arguments switched off.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TemplateEncodingAnalyzer() : AiRule(ModelRules.TemplateEncoding)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            if (site.Node is not AssignmentExpressionSyntax assignment || !SwitchesEncodingOff(site) || !ConstantSwitch.IsAlwaysTrue(assignment.Right, file))
                continue;

            file.Report(Diagnostic.Create(
                ModelRules.TemplateEncoding, assignment.GetLocation(), ControlTags.Of(ModelRules.TemplateEncoding), site.Member.Name));
        }
    }

    private static bool SwitchesEncodingOff(CallSite site)
    {
        foreach (var row in site.Rows)
        {
            if (row.Role == Role.EncodingOff)
                return true;
        }

        return false;
    }
}
