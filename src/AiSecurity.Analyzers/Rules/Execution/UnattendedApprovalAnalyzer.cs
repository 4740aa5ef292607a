using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Execution.McpServers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC304: tools whose every call the program approves itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnattendedApprovalAnalyzer() : WrittenSettingRule(ExecutionRules.UnattendedApproval, Role.Approval)
{
    private protected override void Look(WrittenSetting setting, CatalogRow row, AiFile file)
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
                if (WrittenSetting.IsBad(setting.Value, row, file) && new AutomaticAnswer(file, row).Is(setting.Node))
                    Report(file, setting.Node, setting.Name, "is true and runs the tool", "ask a person, and answer what was decided", null);
                break;
            default:
                if (WrittenSetting.IsBad(setting.Value, row, file) && !(row["unless"] is { } list && ReadingTools.AreAll(setting.Node, list, file)))
                    Report(file, setting.Node, setting.Name, "runs every tool", "require approval, and except only tools that read", row["good"]);
                break;
        }
    }
}
