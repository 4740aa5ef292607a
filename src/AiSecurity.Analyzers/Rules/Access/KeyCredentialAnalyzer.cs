using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC101: a key credential where the SDK offers Microsoft Entra ID.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyCredentialAnalyzer() : AiRule(AccessRules.KeyCredential)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var symbols = file.Compilation.Symbols;
        var trace = new ValueTrace(file.Model, file.CancellationToken);
        var keySwitch = new KeySwitch(symbols, file.Model, file.CancellationToken);
        foreach (var use in KeyUseFinder.Find(file.Compilation, file.Model, file.CancellationToken))
        {
            // A key that is wholly constant is AISEC102's to report.
            if (use.Replaceable is not { } sink || (use.Key is not null && ConstantText.Of(use.Key, trace, file.CancellationToken).IsWhole))
                continue;

            // Where the other branch already takes a token, the key is somebody's decision: advice, not a warning.
            var severity = keySwitch.IsKeyBranch(use) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
            file.Report(Diagnostic.Create(
                AccessRules.KeyCredential, use.Node.GetLocation(), severity, use.ClientLocations(), ControlTags.Of(AccessRules.KeyCredential), sink.Name, EntraAdvice.For(RuleIds.KeyCredential, symbols, file.Compilation.Options, use.Node.SyntaxTree)));
        }
    }
}
