using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Headers;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC103: a key in a header that is written by hand, towards an Azure AI service.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyHeaderAnalyzer() : AiRule(AccessRules.KeyHeader)
{
    /// <summary>Property of a diagnostic: the scope of the token to send instead; missing where the service takes none.</summary>
    internal const string ScopeProperty = "scope";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        var trace = new ValueTrace(file.Model, file.CancellationToken);
        var destination = new HeaderDestination(file, trace);
        var reported = new HashSet<SyntaxNode>();
        foreach (var header in new KeyHeaderFinder(file, trace).Find())
        {
            // A key that is wholly constant is AISEC102's to report.
            if (ConstantText.Of(header.Value, trace, file.CancellationToken).IsWhole || destination.ScopeOf(header) is not { } scope || !reported.Add(header.Node))
                continue;

            var properties = ControlTags.Of(AccessRules.KeyHeader);
            if (scope.Length > 0)
                properties = properties.Add(ScopeProperty, scope);
            var advice = scope.Length > 0
                ? "send a token of Microsoft Entra ID instead" + GuardPackage.Hint("token", file.Compilation.Symbols)
                : "give the resource a name of its own (a custom subdomain) and send a token of Microsoft Entra ID instead";
            file.Report(Diagnostic.Create(AccessRules.KeyHeader, header.Node.GetLocation(), properties, header.TakesTokens ? "Authorization" : header.Name, advice));
        }
    }
}
