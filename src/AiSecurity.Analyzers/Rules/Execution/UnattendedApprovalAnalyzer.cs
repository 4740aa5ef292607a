using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC304: tools whose every call the program approves itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnattendedApprovalAnalyzer() : AiRule(ExecutionRules.UnattendedApproval)
{
    private const string SafeValue = "good";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.Approval && WrittenSetting.At(site, row, file) is { } setting && !new DecisionGuard(file).Covers(site.Node))
                    Look(setting, row, file);
            }
        }
    }

    private static void Look(WrittenSetting setting, CatalogRow row, AiFile file)
    {
        switch (row["kind"])
        {
            case "rule":
                foreach (var rule in setting.Elements())
                {
                    if (WrittenSetting.IsBad(rule, row, file))
                        Report(file, rule, setting.Name, "runs every tool", "approve only tools that read, and ask a person about the others", row["good"]);
                    else if (ConstantApproval.Is(rule, file))
                        Report(file, rule, setting.Name, "runs every tool", "let the function look at the tool's name and arguments, and answer false to what changes something", null);
                }

                break;
            case "response":
                if (WrittenSetting.IsBad(setting.Value, row, file) && new AutomaticAnswer(file).Is(setting.Node))
                    Report(file, setting.Node, setting.Name, "is true and runs the tool", "ask a person, and answer what was decided", null);
                break;
            default:
                if (WrittenSetting.IsBad(setting.Value, row, file))
                    Report(file, setting.Node, setting.Name, "runs every tool", "require approval, and except only tools that read", row["good"]);
                break;
        }
    }

    private static void Report(AiFile file, SyntaxNode node, string name, string problem, string advice, string? good) =>
        file.Report(Diagnostic.Create(ExecutionRules.UnattendedApproval, node.GetLocation(), ControlTags.Of(ExecutionRules.UnattendedApproval).SetItem(SafeValue, good), name, problem, advice));
}
