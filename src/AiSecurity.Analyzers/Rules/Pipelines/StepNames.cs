using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Pipelines;

/// <summary>The steps of one role for one kind of pipeline, by names alone: the catalog's, and the methods of the project that add them.</summary>
internal sealed class StepNames
{
    private const int MaxDistance = 3;

    private readonly HashSet<string> _names = [];
    private readonly HashSet<string> _common = ["Build"];

    private StepNames(Role role, string pipeline, AiFile file)
    {
        foreach (var row in file.Compilation.Symbols.Catalog[role])
        {
            if (row["kind"] == "named" && System.Array.IndexOf(row["covers"]!.Split(','), pipeline) >= 0)
                _names.Add(row.MemberName is "" or "#ctor" ? row.SimpleTypeName : row.MemberName);
        }

        // A method of the project that is called as one which every pipeline has says nothing.
        foreach (var row in file.Compilation.Symbols.Catalog[Role.PipelineStart])
            _common.Add(row.MemberName);

        var shared = FlowFactStore.For(file.Compilation, file.Model.Compilation, file.CancellationToken).Shared.Names;
        var types = _names.ToImmutableHashSet();
        foreach (var (_, contract) in shared.Bases)
            AreAnywhere |= types.Contains(contract);
        for (var distance = 0; distance <= MaxDistance; distance++)
            Spread(shared.All);
    }

    /// <summary>Whether anything in the project adds one.</summary>
    public bool AreAnywhere { get; private set; }

    public static StepNames Of(Role role, string pipeline, AiFile file) =>
        file.Compilation.Once(static () => new ConcurrentDictionary<(Role, string), StepNames>()).GetOrAdd((role, pipeline), _ => new StepNames(role, pipeline, file));

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>The project's own methods that use a name are names for it too.</summary>
    private void Spread(List<BodyNames> bodies)
    {
        foreach (var body in bodies)
        {
            var uses = body.Mentions.Overlaps(_names) || UsesOne(body);
            AreAnywhere |= uses;
            if (!uses || !UsesOne(body))
                continue;

            if (body.Node is MethodDeclarationSyntax && !_common.Contains(body.Name))
                _names.Add(body.Name);
            foreach (var function in body.LocalFunctions)
                _names.Add(function);
        }
    }

    private bool UsesOne(BodyNames body)
    {
        foreach (var use in body.Uses)
        {
            if (_names.Contains(use.Name))
                return true;
        }

        return false;
    }
}
