using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Configuration;

/// <summary>AISEC901: options and catalog lines that have no effect because they are wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ConfigurationRules.Configuration);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(CheckCatalog);
        context.RegisterCompilationAction(CheckOptions);
    }

    private static void CheckCatalog(AdditionalFileAnalysisContext context)
    {
        if (!UserCatalog.IsCatalog(context.AdditionalFile) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;

        var (rows, errors) = UserCatalog.Parse(context.AdditionalFile, context.CancellationToken);
        foreach (var error in errors)
            Report(error.Line, error.Reason);

        var symbols = new AiSymbols(context.Compilation, AiCatalog.BuiltIn.With(rows));
        foreach (var row in rows)
        {
            if (UserCatalog.Unresolved(row, symbols) is { } reason)
                Report(row.Line, reason);
        }

        void Report(int line, string reason)
        {
            var span = text.Lines[line].Span;
            var location = Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span));
            context.ReportDiagnostic(Diagnostic.Create(ConfigurationRules.Configuration, location, $"This line of the catalog has no effect: {reason}"));
        }
    }

    private static void CheckOptions(CompilationAnalysisContext context)
    {
        var reported = new HashSet<string>();
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        Check(provider.GlobalOptions);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Check(provider.GetOptions(tree));
        }

        void Check(AnalyzerConfigOptions config)
        {
            foreach (var option in AiOptions.All)
            {
                foreach (var key in option.KeysIn(config))
                {
                    if (option.UnknownValue(config, key) is { } value && reported.Add(key + "=" + value))
                        context.ReportDiagnostic(Diagnostic.Create(ConfigurationRules.Configuration, Location.None, $"The option '{key}' has the unknown value '{value}' and counts as '{option.Default}'; known values are {string.Join(", ", option.Values)}"));
                }
            }
        }
    }
}
