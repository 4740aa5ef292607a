using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Inventory;

/// <summary>Switches on the rule that notes what there is, which is off in builds. Configuration that speaks of that rule, as for a folder of samples, still wins.</summary>
internal static class InventorySwitch
{
    public static Compilation On(Compilation compilation)
    {
        var severities = compilation.Options.SpecificDiagnosticOptions.SetItem(RuleIds.AgentInventory, ReportDiagnostic.Info);
        return compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(severities));
    }
}
