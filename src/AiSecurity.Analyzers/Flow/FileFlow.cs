using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>The facts that the rules need of a file or of the whole compilation. Safe for concurrent use.</summary>
internal sealed class FileFlow(FlowCompilation shared)
{
    private readonly ConcurrentDictionary<BodyNames, ImmutableArray<FlowFacts>> _known = new();
    private readonly ConcurrentDictionary<BodyNames, NameKind> _kinds = new();

    /// <summary>Held weakly: where many files are looked at and nobody asks for the end, they are let go.</summary>
    private readonly ConcurrentDictionary<SyntaxTree, WeakReference<SemanticModel>> _files = new();

    public FlowCompilation Shared { get; } = shared;

    public static FileFlow For(AiCompilation compilation, Compilation whole, CancellationToken cancellationToken) =>
        compilation.Once(() => new FileFlow(new FlowCompilation(whole, compilation.Symbols, AreUntrusted(compilation, whole), cancellationToken)));

    /// <summary>The facts of the bodies that are on ways in the file itself.</summary>
    public ImmutableArray<FlowFacts> Of(SemanticModel model, CancellationToken cancellationToken)
    {
        var tree = model.SyntaxTree;
        var bodies = Shared.Names.Of(tree);
        _files[tree] = new WeakReference<SemanticModel>(model);
        foreach (var body in bodies)
        {
            if (body.Kinds != NameKind.None)
                _kinds[body] = ExactKinds.Of(body, model, Shared.Symbols, cancellationToken);
        }

        return Select(bodies, ExactKindsOf, _ => model, cancellationToken);
    }

    /// <summary>The facts of the bodies that are on ways through all files that were looked at, by names alone: a way too many costs less there than one that is missed.</summary>
    public ImmutableArray<FlowFacts> OfAll(Compilation compilation, CancellationToken cancellationToken)
    {
        var models = new Dictionary<SyntaxTree, SemanticModel>();
        return Select([.. Shared.Names.All.Where(body => _files.ContainsKey(body.Node.SyntaxTree))], static body => body.Kinds, Find, cancellationToken);

        SemanticModel Find(SyntaxTree tree)
        {
            if (!models.TryGetValue(tree, out var model))
                models.Add(tree, model = _files[tree].TryGetTarget(out var living) ? living : ModelOf(compilation, tree));
            return model;
        }
    }

    /// <summary>What a body in one file wants of another is known at the end only, when the models of the files may be gone.</summary>
#pragma warning disable RS0030, RS1030
    private static SemanticModel ModelOf(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS0030, RS1030

    /// <summary>In the order of the bodies, so that what is reported does not depend on which was ready first.</summary>
    private ImmutableArray<FlowFacts> Select(IReadOnlyList<BodyNames> bodies, Func<BodyNames, NameKind> given, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellationToken)
    {
        NameKind KindsOf(BodyNames body) => given(body) | (Shared.Shields.AreAskedBy(body) ? NameKind.Shield : NameKind.None);
        if (!bodies.Any(body => KindsOf(body) != NameKind.None || body.CallsShieldService))
            return ImmutableArray<FlowFacts>.Empty;

        var selection = new BodySelection(bodies, KindsOf, Shared.Families, Shared.ArePublicParametersUntrusted);
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
