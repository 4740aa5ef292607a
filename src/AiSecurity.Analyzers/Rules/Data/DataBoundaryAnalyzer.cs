using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access;
using AiSecurity.Analyzers.Rules.Data.Boundaries;
using AiSecurity.Analyzers.Settings;
using AiSecurity.Analyzers.Settings.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Data;

/// <summary>AISEC407: a store whose data fewer people may read than the application answers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DataBoundaryAnalyzer() : AiRule(DataRules.DataBoundary)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        base.Register(start, compilation);
        SettingsFiles.OnEach(start, compilation, AnalyzeSettings);
    }

    private protected override void Analyze(AiFile file)
    {
        if (DataBoundary.In(file.Compilation.Options.AnalyzerConfigOptionsProvider.GetOptions(file.Model.SyntaxTree)) is not { } boundary)
            return;

        var trace = new ValueTrace(file.Model, file.CancellationToken);
        var reported = new HashSet<SyntaxNode>();
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.StoreName)
                    continue;

                foreach (var written in WrittenSetting.AllAt(site, row, file))
                {
                    if (file.Model.OperationOf(written.Value, file.CancellationToken) is not { } value)
                        continue;

                    foreach (var (store, node) in StoresOf(value, trace, file))
                    {
                        // A constant of another file is reported where it is used.
                        var place = node?.SyntaxTree == file.Model.SyntaxTree ? node : written.Value;
                        if (boundary.IsCrossedBy(store) && reported.Add(place))
                            file.Report(boundary.Report(store, place.GetLocation()));
                    }
                }
            }
        }
    }

    /// <summary>The names that a value can be: constants, and what the project's settings files hold under the name that is read.</summary>
    private static IEnumerable<(string Store, SyntaxNode? Node)> StoresOf(IOperation value, ValueTrace trace, AiFile file)
    {
        foreach (var piece in ConstantText.Of(value, trace, file.CancellationToken).Pieces)
            yield return (piece.Text.Trim(), piece.Node);

        foreach (var source in trace.SourcesOf(value))
        {
            if (Endpoint.SettingName(source, file.Compilation.Symbols) is not { } name)
                continue;

            foreach (var additional in file.Compilation.Options.AdditionalFiles)
            {
                if (SettingsFiles.Read(file.Compilation, additional, file.CancellationToken) is not { } settings)
                    continue;

                foreach (var setting in settings.Values)
                {
                    // What names a store by its own name is reported in the settings file.
                    if (StoreSetting.IsRead(setting, name) && !Contains(StoreSetting.StoresOf(setting), setting.Text.Trim()))
                        yield return (setting.Text.Trim(), null);
                }
            }
        }
    }

    private static bool Contains(IEnumerable<string> stores, string store)
    {
        foreach (var known in stores)
        {
            if (known == store)
                return true;
        }

        return false;
    }

    private static void AnalyzeSettings(SettingsFile file, AdditionalFileAnalysisContext context)
    {
        if (DataBoundary.For(context) is not { } boundary)
            return;

        foreach (var value in file.Values)
        {
            foreach (var store in StoreSetting.StoresOf(value))
            {
                if (!boundary.IsCrossedBy(store))
                    continue;

                context.ReportDiagnostic(boundary.Report(store, file.LocationOf(value)));
                break;
            }
        }
    }
}
