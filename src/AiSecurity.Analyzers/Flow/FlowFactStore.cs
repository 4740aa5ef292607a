using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Bodies;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>The facts of bodies, each found once: for ways inside a file while it is typed, for ways through all of them at the end. Safe for concurrent use.</summary>
internal sealed class FlowFactStore
{
    /// <summary>An editor looks at a file or two of a compilation, a build at all of them.</summary>
    private const int FilesOfAnEditor = 2;

    /// <summary>Of a solution that is larger than that, each project is looked at by itself.</summary>
    private const int MaxOtherFiles = 1_000;

    private readonly ConcurrentDictionary<BodyNames, ImmutableArray<FlowFacts>> _known = new();
    private readonly ConcurrentDictionary<BodyNames, NameKind> _kinds = new();
    private readonly ConcurrentDictionary<SyntaxTree, bool> _files = new();
    private readonly Lazy<BodySelection> _whole;
    private readonly Func<SyntaxTree, SemanticModel> _modelOf;
    private Lazy<FlowFactStore?>? _solution;

    private FlowFactStore(FlowCompilation shared, Func<SyntaxTree, SemanticModel> modelOf)
    {
        (Shared, _modelOf) = (shared, modelOf);
        // By names alone: a way too many costs less there than one that is missed.
        _whole = new Lazy<BodySelection>(() => SelectionOf(shared.Names.All, NamedKindsOf));
    }

    public FlowCompilation Shared { get; }

    public static FlowFactStore For(AiCompilation compilation, Compilation whole, CancellationToken cancellationToken) => compilation.Once(() =>
    {
        var others = OthersOf(compilation, whole, cancellationToken);
        var names = new CompilationNames(whole, compilation.Symbols.Catalog, cancellationToken);
        var store = new FlowFactStore(new FlowCompilation(whole, names, compilation.Symbols, AreUntrusted(compilation, whole), others is not null, others?.Shields(cancellationToken) ?? []), whole.LateModelOf);
        if (others is not null)
            store._solution = new Lazy<FlowFactStore?>(() => others.With(whole, names, compilation.Symbols) is { } view ? store.Around(view) : null);
        return store;
    });

    private FlowFactStore Around(SolutionView view) => new(new FlowCompilation(view.Compilation, view.Names, view.Symbols, Shared.ArePublicParametersUntrusted, view.HasOthers, []), view.ModelOf);

    private static ReferencedSources? OthersOf(AiCompilation compilation, Compilation whole, CancellationToken cancellationToken) =>
        ReferencedSources.Of(compilation, whole) is { Trees.Count: > 0 and <= MaxOtherFiles } others && others.MayMatter(cancellationToken) ? others : null;

    /// <summary>The facts of the bodies that are on ways in the file itself.</summary>
    public ImmutableArray<FlowFacts> Of(SemanticModel model, CancellationToken cancellationToken)
    {
        var tree = model.SyntaxTree;
        var bodies = Shared.Names.Of(tree);
        _files[tree] = true;
        var live = OfWaysIn(bodies, model, cancellationToken);
        // What the end will ask for costs least now: the compiler has bound this file. Where all projects are one compilation, the end asks for that one.
        if (_files.Count > FilesOfAnEditor && Whole is var whole && whole.Shared.HasOthers == Shared.HasOthers)
            whole.Take(bodies, whole._whole.Value, _ => model, cancellationToken);
        return live;
    }

    /// <summary>Names say which bodies can be on a way inside their file, and only of those it is asked what the names mean.</summary>
    private ImmutableArray<FlowFacts> OfWaysIn(ImmutableArray<BodyNames> bodies, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!bodies.Any(body => KindsOf(body, NamedKindsOf) != NameKind.None))
            return ImmutableArray<FlowFacts>.Empty;

        var possible = SelectionOf(bodies, NamedKindsOf);
        var isAny = false;
        foreach (var body in bodies)
        {
            if (!possible.Contains(body))
                continue;
            isAny = true;
            _kinds[body] = ExactKinds.Of(body, model, Shared.Symbols, cancellationToken);
        }

        return isAny ? Take(bodies, SelectionOf(bodies, ExactKindsOf), _ => model, cancellationToken) : ImmutableArray<FlowFacts>.Empty;
    }

    /// <summary>This, or where other projects matter, the same of them together.</summary>
    public FlowFactStore Whole => _solution?.Value ?? this;

    /// <summary>The facts of the bodies that are on ways through all files that were looked at, and through the projects that they are compiled with.</summary>
    public ImmutableArray<FlowFacts> OfAll(CancellationToken cancellationToken)
    {
        var seen = Shared.Names.All.Where(body => _files.ContainsKey(body.Node.SyntaxTree));
        return Whole == this ? Take(seen, _whole.Value, _modelOf, cancellationToken) : Whole.OfReached(tree => _files.ContainsKey(tree), cancellationToken);
    }

    private ImmutableArray<FlowFacts> OfReached(Func<SyntaxTree, bool> isSeen, CancellationToken cancellationToken)
    {
        var reached = _whole.Value.ReachedFrom(Shared.Names.All.Where(body => isSeen(body.Node.SyntaxTree)));
        return Take(Shared.Names.All.Where(reached.Contains), _whole.Value, _modelOf, cancellationToken);
    }

    /// <summary>In the order of the bodies, so that what is reported does not depend on which was ready first.</summary>
    private ImmutableArray<FlowFacts> Take(IEnumerable<BodyNames> bodies, BodySelection selection, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellationToken)
    {
        var facts = ImmutableArray.CreateBuilder<FlowFacts>();
        foreach (var body in bodies)
        {
            if (!selection.Contains(body))
                continue;
            if (!_known.TryGetValue(body, out var known) && BodyFacts.Of(body, selection.IsOnWay(body), Shared, modelOf(body.Node.SyntaxTree), cancellationToken) is { } found)
                _known[body] = known = found;
            if (!known.IsDefault)
                facts.AddRange(known);
        }

        return facts.ToImmutable();
    }

    private BodySelection SelectionOf(IReadOnlyList<BodyNames> bodies, Func<BodyNames, NameKind> given) =>
        new(bodies, body => KindsOf(body, given), Shared.Families, Shared.ArePublicParametersUntrusted);

    private NameKind KindsOf(BodyNames body, Func<BodyNames, NameKind> given)
    {
        var kinds = given(body) | Shared.Inherited.Of(body);
        if ((kinds & NameKind.Request) != 0)
            kinds = Shared.Names.NamesModelRequest ? kinds | NameKind.Model : kinds & ~NameKind.Request;
        return body.CallsShieldService || Shared.Shields.AreAskedBy(body) ? kinds | NameKind.Shield : kinds;
    }

    private static NameKind NamedKindsOf(BodyNames body) => body.Kinds;

    private NameKind ExactKindsOf(BodyNames body) => _kinds.TryGetValue(body, out var kinds) ? kinds : NameKind.None;

    /// <summary>Whether any file says that the parameters of its public methods are untrusted.</summary>
    private static bool AreUntrusted(AiCompilation compilation, Compilation whole)
    {
        foreach (var tree in whole.SyntaxTrees)
        {
            if (AiOptions.PublicParameters.Read(compilation.Options, tree, RuleIds.UnshieldedInput) == "untrusted")
                return true;
        }

        return false;
    }
}
