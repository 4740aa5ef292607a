using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Execution.Sessions;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC308: identifiers of sessions that others have, can guess or can choose.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SessionIdentifierAnalyzer() : AiRule(ExecutionRules.SessionIdentifier)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Analyze(AiFile file)
    {
        foreach (var value in Values(file))
        {
            var fault = value is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax ? "is always the same" : new SessionName(file).FaultOf(value);
            if (value is InterpolatedStringExpressionSyntax { Contents.Count: > 0 } && !IsWrittenOut(value))
                fault = new SessionName(file).FaultOf(value);
            if (fault is not null)
                file.Report(Diagnostic.Create(ExecutionRules.SessionIdentifier, value.GetLocation(), ControlTags.Of(ExecutionRules.SessionIdentifier), fault));
        }
    }

    /// <summary>A URL with the identifier in it.</summary>
    private static bool IsWrittenOut(ExpressionSyntax value) => value.ToString().IndexOf("identifier=", System.StringComparison.Ordinal) >= 0;

    private static IEnumerable<ExpressionSyntax> Values(AiFile file)
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role == Role.SessionIdentifier && WrittenSetting.At(site, row, file) is { } setting)
                    yield return setting.Value;
            }
        }

        foreach (var value in SessionUrls.In(file))
            yield return value;
    }
}
