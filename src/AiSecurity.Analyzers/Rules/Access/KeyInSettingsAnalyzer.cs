using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Settings.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC104: a key that stands in a settings file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyInSettingsAnalyzer() : AiRule(AccessRules.KeyInSettings)
{
    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation) =>
        SettingsFiles.OnEach(start, compilation, (file, context) =>
        {
            var keys = new SettingsKeys(file, compilation.Symbols.Catalog);
            foreach (var value in file.Values)
            {
                if (keys.SubjectOf(value) is { } subject)
                    context.ReportDiagnostic(Diagnostic.Create(AccessRules.KeyInSettings, file.LocationOf(value), ControlTags.Of(AccessRules.KeyInSettings), subject));
            }
        });
}
