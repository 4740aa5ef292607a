using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>A rule about settings that source code gives a value which nobody else decides.</summary>
public abstract class WrittenSettingRule : AiRule
{
    /// <summary>The property of a diagnostic with what a fix writes instead.</summary>
    internal const string SafeValue = "good";

    private readonly DiagnosticDescriptor _rule;
    private readonly Role _role;

    private protected WrittenSettingRule(DiagnosticDescriptor rule, Role role)
        : base(rule) => (_rule, _role) = (rule, role);

    private protected sealed override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected sealed override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == _role && WrittenSetting.At(site, row, file) is { } setting && !new DecisionGuard(file).Covers(site.Node))
                    Look(setting, row, file);
            }
        }
    }

    private protected abstract void Look(WrittenSetting setting, CatalogRow row, AiFile file);

    private protected void Report(AiFile file, SyntaxNode node, string name, string problem, string advice, string? good) =>
        file.Report(Diagnostic.Create(_rule, node.GetLocation(), ControlTags.Of(_rule).SetItem(SafeValue, good), name, problem, advice));
}
