using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    public IReadOnlyCollection<SyntaxTree> Trees => _trees.Keys;

    /// <summary>All bodies by name.</summary>
    public IEnumerable<BodyNames> Bodies(CancellationToken cancellationToken) => Names(cancellationToken).SelectMany(static names => names.All);

    /// <summary>Whether any file names the path of a model's operation.</summary>
    public bool NameModelRequest(CancellationToken cancellationToken) => Names(cancellationToken).Any(static names => names.NamesModelRequest);

    /// <summary>Whether anything in them asks a model, or guards one: flows need not look at them otherwise.</summary>
    public bool MayMatter(CancellationToken cancellationToken) =>
        Names(cancellationToken).Any(static names => names.NamedGuards.Count > 0 || names.HasGuardAttributes || names.All.Exists(body => (body.Kinds & (NameKind.Model | NameKind.Shield | NameKind.Pipeline)) != 0 || (names.NamesModelRequest && (body.Kinds & NameKind.Request) != 0)));

    /// <summary>Their own methods that may ask a shield, project by project.</summary>
    public IEnumerable<ShieldNames> Shields(CancellationToken cancellationToken) => Names(cancellationToken).Select(names => ShieldNames.Of(names, _catalog));

    /// <summary>A project and these, to look at together; null where nothing is to be seen. Programs of their own stay out.</summary>
    public SolutionView? With(Compilation whole, CompilationNames own, AiSymbols symbols)
    {
        // Once begun, it is of use to whoever asks next.
        var cancellationToken = CancellationToken.None;
        var parts = Names(cancellationToken).Prepend(own);
        if (AreSharedBy(whole))
        {
            return new SolutionView(
                whole, new CompilationNames(parts, tree => whole.ContainsSyntaxTree(tree) || !IsProgram(tree, cancellationToken)), symbols,
                tree => whole.ContainsSyntaxTree(tree) ? whole.LateModelOf(tree) : ModelOf(tree), HasOthers: true);
        }

        if (Merge(whole, cancellationToken) is not { } merged)
            return null;
        var isAsItWas = merged.SyntaxTrees.All(tree => whole.ContainsSyntaxTree(tree) || Contains(tree));
        var names = isAsItWas ? new CompilationNames(parts, merged.ContainsSyntaxTree) : new CompilationNames(merged, _catalog, cancellationToken);
        return new SolutionView(merged, names, new AiSymbols(merged, _catalog), merged.LateModelOf, HasOthers: false);
    }

    /// <summary>Whether a symbol of theirs is one and the same in every project: the compiler maps those of a project whose references are of other versions.</summary>
    private bool AreSharedBy(Compilation whole) => _projects.Prepend(whole).All(project => project.References.OfType<CompilationReference>().All(reference =>
        !_projects.Contains(reference.Compilation) || SymbolEqualityComparer.Default.Equals(project.GetAssemblyOrModuleSymbol(reference), reference.Compilation.Assembly)));

    /// <summary>A project and these as one compilation, without files that both have; null where nothing is left.</summary>
    private Compilation? Merge(Compilation whole, CancellationToken cancellationToken)
    {
        if (whole.SyntaxTrees.FirstOrDefault()?.Options is not CSharpParseOptions options)
            return null;

        var files = new HashSet<string>(whole.SyntaxTrees.Select(static tree => tree.FilePath).Where(static path => path.Length > 0));
        var trees = new List<SyntaxTree>();
        foreach (var tree in _trees.Keys)
        {
            if (IsProgram(tree, cancellationToken) || whole.ContainsSyntaxTree(tree) || (tree.FilePath.Length > 0 && !files.Add(tree.FilePath)))
                continue;
            // All files of a compilation are of one version of the language.
            trees.Add(tree.Options is CSharpParseOptions { LanguageVersion: var version } && version == options.LanguageVersion ? tree : tree.WithRootAndOptions(tree.GetRoot(cancellationToken), options));
        }

        if (trees.Count == 0)
            return null;

        var known = new HashSet<string>(whole.ReferencedAssemblyNames.Select(static name => name.Name));
        var more = _projects.SelectMany(static project => project.References.OfType<PortableExecutableReference>().Select(reference => (reference, name: (project.GetAssemblyOrModuleSymbol(reference) as IAssemblySymbol)?.Name)))
            .Where(pair => pair.name is not null && known.Add(pair.name)).Select(static pair => pair.reference);
        return whole.RemoveReferences(whole.References.OfType<CompilationReference>().Where(reference => _projects.Contains(reference.Compilation))).AddReferences(more).AddSyntaxTrees(trees);
    }

    private static bool IsProgram(SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken) is not CompilationUnitSyntax root || root.Members.Any(SyntaxKind.GlobalStatement);

    public bool Contains(SyntaxTree tree) => _trees.ContainsKey(tree);

    public SemanticModel ModelOf(SyntaxTree tree) => _trees[tree].LateModelOf(tree);

    /// <summary>Read when they are asked for; who comes second at the same time reads them again.</summary>
    private IReadOnlyList<CompilationNames> Names(CancellationToken cancellationToken) => _names ??= [.. _projects.Select(project => new CompilationNames(project, _catalog, cancellationToken))];
}
