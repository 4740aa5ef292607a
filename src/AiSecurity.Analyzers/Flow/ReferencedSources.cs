using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Flow;

/// <summary>
/// The sources of the projects that a compilation refers to. An editor and the tool have them; a compiler on the command line has assemblies only, and so sees none.
/// Safe for concurrent use.
/// </summary>
internal sealed class ReferencedSources
{
    /// <summary>Projects of a solution that is larger than that are not all looked at.</summary>
    private const int MaxProjects = 60;

    private readonly Dictionary<SyntaxTree, Compilation> _trees = [];
    private readonly HashSet<Compilation> _projects = [];
    private readonly AiCatalog _catalog;
    private IReadOnlyList<CompilationNames>? _names;

    private ReferencedSources(Compilation whole, AiCatalog catalog)
    {
        _catalog = catalog;
        var pending = new Queue<Compilation>([whole]);
        while (pending.Count > 0)
        {
            foreach (var reference in pending.Dequeue().References.OfType<CompilationReference>())
            {
                if (_projects.Count == MaxProjects || reference.Compilation is not CSharpCompilation project || project == whole || !_projects.Add(project))
                    continue;
                pending.Enqueue(project);
                foreach (var tree in project.SyntaxTrees)
                    _trees[tree] = project;
            }
        }
    }

    public static ReferencedSources Of(AiCompilation compilation, Compilation whole) => compilation.Once(() => new ReferencedSources(whole, compilation.Symbols.Catalog));

    public IReadOnlyCollection<Compilation> Projects => _projects;

    public IReadOnlyCollection<SyntaxTree> Trees => _trees.Keys;

    /// <summary>All bodies by name.</summary>
    public IEnumerable<BodyNames> Bodies(CancellationToken cancellationToken) => Names(cancellationToken).SelectMany(static names => names.All);

    /// <summary>Whether any file names the path of a model's operation.</summary>
    public bool NameModelRequest(CancellationToken cancellationToken) => Names(cancellationToken).Any(static names => names.NamesModelRequest);

    public bool Contains(SyntaxTree tree) => _trees.ContainsKey(tree);

    public SemanticModel ModelOf(SyntaxTree tree) => _trees[tree].LateModelOf(tree);

    /// <summary>Read when they are asked for; who comes second at the same time reads them again.</summary>
    private IReadOnlyList<CompilationNames> Names(CancellationToken cancellationToken) => _names ??= [.. _projects.Select(project => new CompilationNames(project, _catalog, cancellationToken))];
}
