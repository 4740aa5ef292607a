using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Cli.Scanning;

/// <summary>Tells which rules the configuration of a project has switched off, so that a silent rule can be told from one that never ran.</summary>
internal sealed class RuleSwitch(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
{
    private const string CategorySeverity = "dotnet_analyzer_diagnostic.category-aisecurity.severity";

    private readonly SyntaxTreeOptionsProvider? _severities = compilation.Options.SyntaxTreeOptionsProvider;

    /// <summary>A rule is on when it can report in one file at least.</summary>
    public bool IsOn(DiagnosticDescriptor rule) => compilation.SyntaxTrees.Any(tree => IsOn(rule, tree));

    private bool IsOn(DiagnosticDescriptor rule, SyntaxTree tree)
    {
        if (_severities?.TryGetDiagnosticValue(tree, rule.Id, cancellationToken, out var severity) == true
            || compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out severity)
            || _severities?.TryGetGlobalDiagnosticValue(rule.Id, cancellationToken, out severity) == true)
            return severity is not (ReportDiagnostic.Suppress or ReportDiagnostic.Hidden) && (severity != ReportDiagnostic.Default || rule.IsEnabledByDefault);

        if (!rule.IsEnabledByDefault)
            return false;
        return !options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(CategorySeverity, out var category) || category.Trim().ToLowerInvariant() is not ("none" or "silent");
    }
}
