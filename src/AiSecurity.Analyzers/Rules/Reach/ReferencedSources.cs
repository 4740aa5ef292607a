using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Rules.Reach;

/// <summary>The sources of the projects that a compilation refers to. An editor and the tool have them; a compiler on the command line has assemblies only, and so sees none.</summary>
internal sealed class ReferencedSources
{
    /// <summary>Projects of a solution that is larger than that are not all looked at.</summary>
    private const int MaxProjects = 60;

    private readonly Dictionary<SyntaxTree, Compilation> _trees = [];

    private ReferencedSources(Compilation whole, AiCatalog catalog, CancellationToken cancellationToken)
    {
        var pending = new Queue<Compilation>([whole]);
        var projects = new HashSet<Compilation> { whole };
        while (pending.Count > 0)
        {
            foreach (var reference in pending.Dequeue().References.OfType<CompilationReference>())
            {
                if (projects.Count > MaxProjects || reference.Compilation is not CSharpCompilation project || !projects.Add(project))
                    continue;
                pending.Enqueue(project);
                var names = new CompilationNames(project, catalog, cancellationToken);
                Bodies.AddRange(names.All);
                NamesModelPath |= names.NamesModelPath;
                foreach (var tree in project.SyntaxTrees)
                    _trees[tree] = project;
            }
        }
    }

    public static ReferencedSources Of(Compilation whole, AiCatalog catalog, CancellationToken cancellationToken) => new(whole, catalog, cancellationToken);

    /// <summary>All bodies by name.</summary>
    public List<BodyNames> Bodies { get; } = [];

    /// <summary>Whether any file names the path of a model's operation.</summary>
    public bool NamesModelPath { get; }

    public bool Contains(SyntaxTree tree) => _trees.ContainsKey(tree);

    public SemanticModel ModelOf(SyntaxTree tree) => _trees[tree].LateModelOf(tree);
}
