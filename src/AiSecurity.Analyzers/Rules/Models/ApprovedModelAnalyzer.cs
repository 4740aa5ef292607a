using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Models.Approval;
using AiSecurity.Analyzers.Settings;
using AiSecurity.Analyzers.Settings.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Models;

/// <summary>AISEC211: a model or deployment that is not on the project's list.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApprovedModelAnalyzer() : AiRule(ModelRules.ApprovedModel)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        base.Register(start, compilation);
        SettingsFiles.OnEach(start, compilation, (file, context) => AnalyzeSettings(compilation, file, context));
    }

    private protected override void Analyze(AiFile file)
    {
        var approved = new ApprovedModels(AiOptions.ApprovedModels.ReadList(file.Compilation.Options.AnalyzerConfigOptionsProvider.GetOptions(file.Model.SyntaxTree), RuleIds.ApprovedModel));
        if (approved.IsEmpty)
            return;

        var trace = new ValueTrace(file.Model, file.CancellationToken);
        var reported = new HashSet<SyntaxNode>();
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.ModelName || WrittenSetting.At(site, row, file) is not { } written || file.Model.OperationOf(written.Value, file.CancellationToken) is not { } value)
                    continue;

                foreach (var piece in ConstantText.Of(value, trace, file.CancellationToken).Pieces)
                {
                    // A constant of another file is reported where it is used.
                    var place = piece.Node.SyntaxTree == file.Model.SyntaxTree ? piece.Node : written.Value;
                    if (piece.Text.Trim() is { Length: > 0 } model && !approved.Has(model) && reported.Add(place))
                        file.Report(Create(place.GetLocation(), model));
                }
            }
        }
    }

    private static void AnalyzeSettings(AiCompilation compilation, SettingsFile file, AdditionalFileAnalysisContext context)
    {
        var approved = new ApprovedModels(AiOptions.ApprovedModels.ReadList(context, RuleIds.ApprovedModel));
        if (approved.IsEmpty)
            return;

        foreach (var value in file.Values)
        {
            if (ModelSetting.ModelOf(value, compilation.Symbols.Catalog.Names) is { } model && !approved.Has(model))
                context.ReportDiagnostic(Create(file.LocationOf(value), model));
        }
    }

    private static Diagnostic Create(Location location, string model) => Diagnostic.Create(ModelRules.ApprovedModel, location, ControlTags.Of(ModelRules.ApprovedModel), model);
}
