using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Resources;

/// <summary>AISEC501: infrastructure in C# whose AI resources take keys.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LocalAuthAnalyzer() : AiRule(ResourceRules.LocalAuth)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var open in OpenResources.In(file, Role.LocalAuth, Role.LocalAuthResource))
        {
            var what = open.Unset is null ? $"'{open.Switch}' keeps keys valid" : $"'{open.Unset}' is created without '{open.Switch}', which keeps keys valid";
            file.Report(Diagnostic.Create(ResourceRules.LocalAuth, open.Place, ControlTags.Of(ResourceRules.LocalAuth), what));
        }
    }
}
