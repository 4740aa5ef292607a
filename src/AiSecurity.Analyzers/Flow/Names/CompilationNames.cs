using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>The bodies of all files of a compilation, by name alone.</summary>
internal sealed class CompilationNames
{
    /// <summary>Kept with the catalog and the trees, so that an edit reads only its own file again.</summary>
    private static readonly ConditionalWeakTable<AiCatalog, Known> Catalogs = new();

    private readonly Dictionary<SyntaxTree, FileNames> _byFile = [];

    public CompilationNames(Compilation compilation, AiCatalog catalog, CancellationToken cancellationToken)
    {
        var known = Catalogs.GetValue(catalog, static key => new Known(key));
        var globals = ImmutableHashSet.CreateBuilder<string>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot(cancellationToken) is CompilationUnitSyntax root)
                FileScope.AddGlobals(root, globals);
        }

        var globalUsings = globals.ToImmutable();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (known.Of(tree, globalUsings, cancellationToken) is { } file)
                Add(tree, file);
        }
    }

    /// <summary>Those of several compilations together, in their order.</summary>
    /// <param name="parts">The compilations.</param>
    /// <param name="isMeant">Which of their files count.</param>
    public CompilationNames(IEnumerable<CompilationNames> parts, Func<SyntaxTree, bool> isMeant)
    {
        foreach (var part in parts)
        {
            foreach (var pair in part._byFile)
            {
                if (isMeant(pair.Key))
                    Add(pair.Key, pair.Value);
            }
        }
    }

    public List<BodyNames> All { get; } = [];

    /// <summary>Names of members without a body that an attribute makes guards: of interfaces, and abstract ones.</summary>
    public List<string> DeclaredGuards { get; } = [];

    /// <summary>Members of interfaces that say by their names that they ask a shield.</summary>
    public List<(string Contract, string Name)> NamedGuards { get; } = [];

    /// <summary>Whether any member is declared to be a guard.</summary>
    public bool HasGuardAttributes { get; private set; }

    /// <summary>Whether any file names the path of a model's operation, or writes what is sent to one.</summary>
    public bool NamesModelRequest { get; private set; }

    /// <summary>Types and what they derive from, by name.</summary>
    public List<(string Type, string Base)> Bases { get; } = [];

    /// <summary>Types and the types that their members hand out, by name.</summary>
    public List<(string Type, string Result)> Results { get; } = [];

    /// <summary>Types whose methods somebody else calls, by their attributes and base types.</summary>
    public List<(string Type, NameKind Kinds)> Types { get; } = [];

    public ImmutableArray<BodyNames> Of(SyntaxTree tree) => _byFile.TryGetValue(tree, out var file) ? file.Bodies : ImmutableArray<BodyNames>.Empty;

    /// <summary>Whether a file names the error of the service's content filter.</summary>
    public bool NamesContentFilter(SyntaxTree tree) => _byFile.TryGetValue(tree, out var file) && file.NamesContentFilter;

    private void Add(SyntaxTree tree, FileNames file)
    {
        _byFile[tree] = file;
        All.AddRange(file.Bodies);
        Bases.AddRange(file.Bases);
        Results.AddRange(file.Results);
        Types.AddRange(file.Types);
        HasGuardAttributes |= file.HasGuardAttributes;
        NamesModelRequest |= file.NamesModelRequest;
        DeclaredGuards.AddRange(file.DeclaredGuards);
        NamedGuards.AddRange(file.NamedGuards);
    }

    private sealed class Known(AiCatalog catalog)
    {
        private readonly NameKinds _kinds = new(catalog);
        private readonly ConditionalWeakTable<SyntaxTree, Tuple<ImmutableHashSet<string>, FileNames>> _files = new();

        public FileNames? Of(SyntaxTree tree, ImmutableHashSet<string> globalUsings, CancellationToken cancellationToken)
        {
            if (_files.TryGetValue(tree, out var known) && known.Item1.SetEquals(globalUsings))
                return known.Item2;
            if (tree.GetRoot(cancellationToken) is not CompilationUnitSyntax root)
                return null;

            var file = FileNames.Of(root, _kinds, globalUsings);
            _files.Remove(tree);
            return _files.GetValue(tree, _ => Tuple.Create(globalUsings, file)).Item2;
        }
    }
}
