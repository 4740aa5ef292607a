using System.Collections.Immutable;
using System.Diagnostics;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Cli.Inventory;
using AiSecurity.Cli.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Cli.Scanning;

/// <summary>Runs the analyzers over the projects of a repository, and makes one finding of what several projects or frameworks report of one place.</summary>
internal sealed class RepositoryAnalysis(LoadedRepository repository, ScanOptions options)
{
    private readonly FindingCollection _findings = new(repository.Sources.Root);
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers =
        [.. RuleSet.Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => IsWanted(descriptor.Id, options)))];

    public ImmutableArray<Finding> Findings() => _findings.ToFindings();

    public async Task<ProjectResult> AnalyzeAsync(LoadedProject loaded, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var problems = loaded.Problems.ToBuilder();
        var name = Path.GetFileNameWithoutExtension(loaded.Path);
        var result = new ProjectResult { Name = name, Path = RelativePath.Of(repository.Sources.Root, loaded.Path), Reading = loaded.Reading };
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in loaded.Ids)
        {
            var project = repository.Solution.GetProject(id)!;
            if (await project.GetCompilationAsync(cancellationToken) is not { } compilation)
                continue;

            var usesAi = AiCompilation.TryGet(compilation, project.AnalyzerOptions, cancellationToken) is not null;
            result = result with
            {
                UsesAi = result.UsesAi || usesAi,
                RulesOn = usesAi ? result.RulesOn.Union(RulesOn(compilation, project, cancellationToken)) : result.RulesOn,
                IsTest = IsTest(project),
                Frameworks = Framework(project) is { } framework ? result.Frameworks.Add(framework) : result.Frameworks,
                Lines = result.Lines + project.Documents.Where(document => document.FilePath is { } path && IsOfRepository(path) && files.Add(path)).Sum(Lines),
            };
            foreach (var diagnostic in await DiagnosticsAsync(compilation, project, problems, cancellationToken))
                _findings.Add(diagnostic, name);
        }

        return result with { Files = files.Count, Problems = problems.ToImmutable(), Duration = watch.Elapsed };
    }

    private async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(Compilation compilation, Project project, ImmutableArray<Problem>.Builder problems, CancellationToken cancellationToken)
    {
        void Note(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic)
        {
            lock (problems)
                problems.Add(new Problem($"{analyzer.GetType().Name} failed, so its rules have not seen all of the project: {exception.GetType().Name}: {exception.Message}", project.FilePath ?? ""));
        }

        var analysis = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, Note, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var diagnostics = await InventorySwitch.On(compilation).WithAnalyzers(_analyzers, analysis).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return diagnostics.Where(diagnostic => IsWanted(diagnostic.Id, options) && RuleSet.SeverityOf(diagnostic.Severity) is { } severity && (severity >= options.Severity || diagnostic.Id == RuleIds.AgentInventory));
    }

    private IEnumerable<string> RulesOn(Compilation compilation, Project project, CancellationToken cancellationToken)
    {
        var rules = new RuleSwitch(compilation, project.AnalyzerOptions, cancellationToken);
        return _analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Where(rule => options.Takes(rule.Id) && rules.IsOn(rule)).Select(static rule => rule.Id);
    }

    /// <summary>The inventory is a part of every result, and no finding.</summary>
    private static bool IsWanted(string rule, ScanOptions options) => rule == RuleIds.AgentInventory || options.Takes(rule);

    /// <summary>MSBuild adds files of its own, and the packages theirs.</summary>
    private bool IsOfRepository(string path) => path.StartsWith(repository.Sources.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path);

    private static bool IsTest(Project project) =>
        project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>MSBuild's workspace writes it behind the name: "Shop(net10.0)".</summary>
    private static string? Framework(Project project) => project.Name.EndsWith(')') && project.Name.LastIndexOf('(') is var start and > 0 ? project.Name[(start + 1)..^1] : null;

    private static int Lines(Document document) => document.TryGetText(out var text) ? text.Lines.Count : 0;
}
