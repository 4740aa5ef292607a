using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>What all rules share about one compilation. Held weakly by the compilation itself and by nothing else; safe for concurrent use.</summary>
internal sealed class AiCompilation
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<AiCompilation?>> Instances = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<(SyntaxTree, Type), object> _perFile = new();
    private readonly ConcurrentDictionary<Type, object> _once = new();
    private ImmutableHashSet<string>? _globalAliases;

    private AiCompilation(Compilation compilation, AnalyzerOptions options, AiCatalog catalog)
    {
        _compilation = compilation;
        Options = options;
        Symbols = new AiSymbols(compilation, catalog);
    }

    public AiSymbols Symbols { get; }

    public AnalyzerOptions Options { get; }

    /// <summary>The compilation's shared knowledge, or null when it neither refers to nor names anything that a rule looks at.</summary>
    public static AiCompilation? TryGet(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (Instances.TryGetValue(compilation, out var known))
            return known.Value;

        var created = new StrongBox<AiCompilation?>(Create(compilation, options, cancellationToken));
        return Instances.GetValue(compilation, _ => created).Value;
    }

    /// <summary>What one walk over a file finds; made once for all rules.</summary>
    public SourceScan ScanOf(SemanticModel model, CancellationToken cancellationToken) =>
        PerFile(model.SyntaxTree, () => new SourceScanner(Symbols, model, GlobalAliases(cancellationToken), cancellationToken).Scan());

    /// <summary>Something that rules derive from a file and want to derive only once.</summary>
    public T PerFile<T>(SyntaxTree tree, Func<T> create)
        where T : notnull
    {
        if (_perFile.TryGetValue((tree, typeof(T)), out var known))
            return (T)known;

        return (T)_perFile.GetOrAdd((tree, typeof(T)), create());
    }

    /// <summary>Something that rules derive from the whole compilation and want to derive only once.</summary>
    public T Once<T>(Func<T> create)
        where T : notnull => _once.TryGetValue(typeof(T), out var known) ? (T)known : (T)_once.GetOrAdd(typeof(T), create());

    /// <summary>What <see cref="Once"/> has derived already; null before.</summary>
    public T? Known<T>()
        where T : class => _once.TryGetValue(typeof(T), out var known) ? (T)known : null;

    private static AiCompilation? Create(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var catalog = AiCatalog.BuiltIn.With(UserCatalog.RowsOf(options.AdditionalFiles, cancellationToken));
        return RefersToAi(compilation, catalog) || catalog.Mentions.AreIn(compilation, cancellationToken)
            ? new AiCompilation(compilation, options, catalog.With(catalog.OwnMediators.RowsOf(compilation, cancellationToken)))
            : null;
    }

    /// <summary>Whether it refers to an AI library, or is compiled with a project that does.</summary>
    private static bool RefersToAi(Compilation compilation, AiCatalog catalog)
    {
        if (NamesAi(compilation, catalog))
            return true;

        // Packages that a project keeps to itself do not show in those that use it.
        foreach (var reference in compilation.References)
        {
            if (reference is CompilationReference { Compilation: var project } && NamesAi(project, catalog))
                return true;
        }

        return false;
    }

    private static bool NamesAi(Compilation compilation, AiCatalog catalog)
    {
        foreach (var reference in compilation.ReferencedAssemblyNames)
        {
            if (catalog.IsAiReference(reference.Name))
                return true;
        }

        return false;
    }

    private ImmutableHashSet<string> GlobalAliases(CancellationToken cancellationToken)
    {
        if (_globalAliases is not null)
            return _globalAliases;

        var aliases = ImmutableHashSet.CreateBuilder<string>();
        foreach (var tree in _compilation.SyntaxTrees)
        {
            if (tree.GetRoot(cancellationToken) is not CompilationUnitSyntax root)
                continue;

            foreach (var directive in root.Usings)
            {
                if (directive.Alias is { } alias && directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                    aliases.Add(alias.Name.Identifier.ValueText);
            }
        }

        return _globalAliases = aliases.ToImmutable();
    }
}
