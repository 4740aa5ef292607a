using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC102: a key that stands in source code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HardCodedKeyAnalyzer() : AiRule(AccessRules.HardCodedKey)
{
    private protected override void Analyze(AiFile file)
    {
        foreach (var key in HardCodedKeyFinder.Find(file.Compilation, file.Model, file.CancellationToken))
        {
            // Several files can use one constant: its own file keeps count.
            if (!file.Compilation.PerFile(key.Node.SyntaxTree, static () => new ReportedSpans()).Add(key.Node.Span))
                continue;

            var advice = key.Use?.Replaceable is null
                ? "read it from configuration or an environment variable"
                : EntraAdvice.For(RuleIds.HardCodedKey, file.Compilation.Symbols, file.Compilation.Options, file.Model.SyntaxTree);
            file.Report(Diagnostic.Create(
                AccessRules.HardCodedKey, key.Node.GetLocation(), key.Use?.ClientLocations(), ControlTags.Of(AccessRules.HardCodedKey), key.Subject, advice));
        }
    }
}
