using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>What types have of the project's own base types: a controller's actions are called from outside whatever stands between.</summary>
internal sealed class InheritedKinds
{
    private readonly Dictionary<string, NameKind> _kinds = [];

    public InheritedKinds(CompilationNames names)
    {
        if (names.Types.Count == 0)
            return;

        var derived = new Dictionary<string, List<string>>();
        foreach (var (type, parent) in names.Bases)
        {
            if (!derived.TryGetValue(parent, out var types))
                derived.Add(parent, types = []);
            types.Add(type);
        }

        var pending = new Queue<(string Type, NameKind Kinds)>(names.Types);
        while (pending.Count > 0)
        {
            var (type, kinds) = pending.Dequeue();
            _kinds.TryGetValue(type, out var known);
            if ((known | kinds) == known)
                continue;
            _kinds[type] = known | kinds;
            if (!derived.TryGetValue(type, out var types))
                continue;
            foreach (var next in types)
                pending.Enqueue((next, known | kinds));
        }
    }

    public NameKind Of(BodyNames body) => body.Node is MethodDeclarationSyntax && _kinds.TryGetValue(body.Type, out var kinds) ? kinds : NameKind.None;
}
