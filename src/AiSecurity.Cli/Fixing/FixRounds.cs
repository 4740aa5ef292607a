using System.Collections.Immutable;
using AiSecurity.Cli.Loading;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Fixing;

/// <summary>
/// Applies fixes until none is left. Each fix is followed by a look at all that its projects compile to: one that leaves an error that was not there before is taken
/// back and not tried again.
/// </summary>
internal sealed class FixRounds(LoadedRepository repository, FixableDiagnostics rules)
{
    /// <summary>A fix can uncover another; more than this many times in a row would be fixes that undo each other.</summary>
    private const int MaxRounds = 25;

    private readonly HashSet<string> _givenUp = new(StringComparer.Ordinal);
    private readonly Dictionary<ProjectId, CompileErrors> _errors = [];

    public Solution Solution { get; private set; } = repository.Solution;

    /// <summary>What was reported at first.</summary>
    public ImmutableArray<Diagnostic> Found { get; private set; } = [];

    /// <summary>How often a fix of a rule was taken back.</summary>
    public SortedDictionary<string, int> TakenBack { get; } = new(StringComparer.Ordinal);

    /// <summary>What is left in the end.</summary>
    public ImmutableArray<Diagnostic> Left { get; private set; } = [];

    public async Task RunAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var open = repository.Projects.Where(CanFix).SelectMany(static project => project.Ids).ToHashSet();
        var (found, left) = (new Dictionary<ProjectId, ImmutableArray<Diagnostic>>(), new Dictionary<ProjectId, ImmutableArray<Diagnostic>>());
        for (var round = 1; round <= MaxRounds && open.Count > 0; round++)
        {
            progress.Report($"fixing, round {round}");
            var next = new HashSet<ProjectId>();
            foreach (var id in open.OrderBy(id => Solution.GetProject(id)!.FilePath, StringComparer.Ordinal))
            {
                left[id] = await rules.OfAsync(Solution.GetProject(id)!, cancellationToken);
                found.TryAdd(id, left[id]);
                if (await FixAsync(id, left[id], cancellationToken))
                    next.UnionWith(DependentsOf(id));
            }

            open = next;
        }

        (Found, Left) = (Distinct(found), Distinct(left));
    }

    /// <summary>Whether its code can be compiled, as far as its packages are there.</summary>
    public static bool CanFix(LoadedProject project) => project.Reading is Reading.Complete or Reading.Names;

    /// <summary>Each once, whatever the number of projects and frameworks that a file belongs to.</summary>
    private static ImmutableArray<Diagnostic> Distinct(Dictionary<ProjectId, ImmutableArray<Diagnostic>> byProject) =>
        [.. byProject.Values.SelectMany(static diagnostics => diagnostics).DistinctBy(static diagnostic => (diagnostic.Id, diagnostic.Location.GetLineSpan()))];

    /// <summary>One kind of finding in each file of a project; whether anything has changed.</summary>
    private async Task<bool> FixAsync(ProjectId id, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var start = Solution;
        foreach (var ofFile in diagnostics.GroupBy(static diagnostic => diagnostic.Location.SourceTree))
        {
            // A fix in another file may have written here: what was reported stands elsewhere now.
            if (ofFile.Key is null || Solution.GetProject(id)!.GetDocument(ofFile.Key) is not { } document)
                continue;

            var reported = ofFile.ToImmutableArray();
            foreach (var diagnostic in reported)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_givenUp.Contains(KeyOf(diagnostic)))
                    continue;
                if (await DocumentFix.ApplyAsync(document, diagnostic, reported, cancellationToken) is { } changed && await TakeAsync(changed, diagnostic, cancellationToken))
                    break;
                _givenUp.Add(KeyOf(diagnostic));
            }
        }

        return Solution != start;
    }

    private async Task<bool> TakeAsync(Solution changed, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        changed = await LinkedFiles.SpreadAsync(Solution, changed, cancellationToken);
        var projects = changed.GetChanges(Solution).GetProjectChanges().SelectMany(changes => DependentsOf(changes.ProjectId)).Distinct().ToList();
        if (changed.GetChanges(Solution).GetProjectChanges().SelectMany(static changes => changes.GetChangedDocuments()).Any(id => !rules.IsWithin(changed.GetDocument(id)!.FilePath)))
            return false;

        var errors = new Dictionary<ProjectId, CompileErrors>();
        foreach (var id in projects)
        {
            if (!_errors.TryGetValue(id, out var before))
                _errors.Add(id, before = await CompileErrors.OfAsync(Solution.GetProject(id)!, cancellationToken));
            errors[id] = await CompileErrors.OfAsync(changed.GetProject(id)!, cancellationToken);
            if (errors[id].Exceeds(before))
            {
                TakenBack[diagnostic.Id] = TakenBack.GetValueOrDefault(diagnostic.Id) + 1;
                return false;
            }
        }

        foreach (var (id, after) in errors)
            _errors[id] = after;
        Solution = changed;
        return true;
    }

    private HashSet<ProjectId> DependentsOf(ProjectId id) => [id, .. Solution.GetProjectDependencyGraph().GetProjectsThatTransitivelyDependOnThisProject(id)];

    /// <summary>Stays the same when lines move.</summary>
    private static string KeyOf(Diagnostic diagnostic)
    {
        var tree = diagnostic.Location.SourceTree;
        var line = tree?.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().Trim();
        return $"{diagnostic.Id} {tree?.FilePath ?? diagnostic.Location.GetLineSpan().Path} {line ?? diagnostic.Location.GetLineSpan().StartLinePosition.ToString()}";
    }
}
