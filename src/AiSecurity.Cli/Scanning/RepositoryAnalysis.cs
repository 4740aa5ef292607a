using System.Collections.Immutable;
using System.Diagnostics;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Cli.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Cli.Scanning;

/// <summary>Runs the analyzers over the projects of a repository, and makes one finding of what several projects or frameworks report of one place.</summary>
internal sealed class RepositoryAnalysis(LoadedRepository repository, ScanOptions options)
{
    private readonly FindingCollection _findings = new(repository.Sources.Root);
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers =
        [.. RuleSet.Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => options.Takes(descriptor.Id)))];

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

            result = result with
            {
                UsesAi = result.UsesAi || compilation.ReferencedAssemblyNames.Any(static assembly => AiCatalog.BuiltIn.IsAiReference(assembly.Name)),
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
        var diagnostics = await compilation.WithAnalyzers(_analyzers, analysis).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return diagnostics.Where(diagnostic => options.Takes(diagnostic.Id) && RuleSet.SeverityOf(diagnostic.Severity) is { } severity && (severity >= options.Severity));
    }

    /// <summary>MSBuild adds files of its own, and the packages theirs.</summary>
    private bool IsOfRepository(string path) => path.StartsWith(repository.Sources.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path);

    private static bool IsTest(Project project) =>
        project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>MSBuild's workspace writes it behind the name: "Shop(net10.0)".</summary>
    private static string? Framework(Project project) => project.Name.EndsWith(')') && project.Name.LastIndexOf('(') is var start and > 0 ? project.Name[(start + 1)..^1] : null;

    private static int Lines(Document document) => document.TryGetText(out var text) ? text.Lines.Count : 0;
}
