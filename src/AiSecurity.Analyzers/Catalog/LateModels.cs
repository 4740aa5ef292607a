using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>
/// Models for the end of a compilation, when those that the compiler had made for the files are gone: each binds again what it is asked, so that rules share them. Held weakly, because an
/// editor keeps compilations. Safe for concurrent use.
/// </summary>
internal static class LateModels
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, WeakReference<SemanticModel>>> Known = new();

    public static SemanticModel LateModelOf(this Compilation compilation, SyntaxTree tree)
    {
        var models = Known.GetValue(compilation, static _ => new ConcurrentDictionary<SyntaxTree, WeakReference<SemanticModel>>());
        if (models.TryGetValue(tree, out var known) && known.TryGetTarget(out var model))
            return model;

#pragma warning disable RS0030, RS1030
        model = compilation.GetSemanticModel(tree);
#pragma warning restore RS0030, RS1030
        models[tree] = new WeakReference<SemanticModel>(model);
        return model;
    }
}
