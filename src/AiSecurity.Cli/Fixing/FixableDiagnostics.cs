using System.Collections.Immutable;
using AiSecurity.Cli.Loading;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RuleSet = AiSecurity.Cli.Scanning.RuleSet;

namespace AiSecurity.Cli.Fixing;

/// <summary>What the rules report in the code of a solution: open, in a file below the root, and of a rule that was asked for.</summary>
internal sealed class FixableDiagnostics(ScanOptions options, string root)
{
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers =
        [.. RuleSet.Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => options.Takes(descriptor.Id)))];

    public async Task<ImmutableArray<Diagnostic>> OfAsync(Project project, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken) is not { } compilation)
            return [];

        // A rule that fails on some code has nothing to fix there; scanning says so.
        var analysis = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, static (_, _, _) => { }, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(_analyzers, analysis).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return
        [
            .. diagnostics.Where(diagnostic => !diagnostic.IsSuppressed && options.Takes(diagnostic.Id) && IsWithin(diagnostic.Location) && RuleSet.SeverityOf(diagnostic.Severity) >= options.Severity)
                .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    public bool IsWithin(string? path) => path is not null && path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) && !LeadsAway(new FileInfo(path));

    /// <summary>Whether a file or a folder on the way to it is a link: what it leads to may be anybody's.</summary>
    private bool LeadsAway(FileSystemInfo? entry)
    {
        for (; entry is not null && entry.FullName.Length > root.Length; entry = entry is FileInfo file ? file.Directory : ((DirectoryInfo)entry).Parent)
        {
            if (entry.LinkTarget is not null)
                return true;
        }

        return false;
    }

    private bool IsWithin(Location location) => IsWithin(location.SourceTree?.FilePath ?? location.GetLineSpan().Path);
}
