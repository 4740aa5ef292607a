using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Settings;
using AiSecurity.Analyzers.Settings.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Data;

/// <summary>AISEC404: prompts and completions recorded in telemetry.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordedContentAnalyzer() : AiRule(DataRules.RecordedContent)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        base.Register(start, compilation);
        SettingsFiles.OnEach(start, compilation, (file, context) =>
        {
            foreach (var value in file.Values)
            {
                if (value.IsTrue && RecordingSetting.NameOf(value, compilation.Symbols.Catalog) is { } name && !DevelopmentSettings.Holds(file, value))
                    context.ReportDiagnostic(Diagnostic.Create(DataRules.RecordedContent, file.LocationOf(value), ControlTags.Of(DataRules.RecordedContent), name));
            }
        });
    }

    private protected override void Analyze(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (NameOf(site, row, file) is not { } name || IsGuarded(site.Node, file))
                    continue;

                file.Report(Diagnostic.Create(DataRules.RecordedContent, site.Node.GetLocation(), ControlTags.Of(DataRules.RecordedContent), name));
                break;
            }
        }
    }

    /// <summary>What switches the recording on at a place; null when nothing does.</summary>
    private static string? NameOf(CallSite site, CatalogRow row, AiFile file) => row.Role switch
    {
        Role.RecordsContent when site.Node is AssignmentExpressionSyntax assignment && ConstantSwitch.IsAlwaysTrue(assignment.Right, file)
            && (row["kind"] != "client" || new ClientDiagnostics(file).AreOfAiClient(assignment)) => site.Member.Name,
        Role.SwitchSetter => SwitchAt(site, row, file),
        _ => null,
    };

    private static string? SwitchAt(CallSite site, CatalogRow row, AiFile file)
    {
        if (file.Model.OperationOf(site.Node, file.CancellationToken) is not { } operation)
            return null;

        var arguments = new SinkArguments(file.Model, file.CancellationToken);
        if (arguments.Find(operation, site.Member, new CatalogSlot(row["name"]!, null, null))?.Value.ConstantValue is not { HasValue: true, Value: string name }
            || arguments.Find(operation, site.Member, new CatalogSlot(row["value"]!, null, null))?.Value.ConstantValue is not { HasValue: true } value
            || !(value.Value is true || (value.Value is string text && (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1"))))
            return null;

        foreach (var known in file.Compilation.Symbols.Catalog[Role.ContentSwitch])
        {
            if (known["kind"] is null && known.Member.Equals(name, StringComparison.OrdinalIgnoreCase))
                return known.Member;
        }

        return null;
    }

    private static bool IsGuarded(SyntaxNode node, AiFile file) =>
        new DevelopmentGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(node)
        || new SettingGuard(file.Compilation.Symbols, file.Model, file.CancellationToken).Covers(node);
}
