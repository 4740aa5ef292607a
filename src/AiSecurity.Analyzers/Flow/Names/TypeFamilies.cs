using System.Collections.Concurrent;
using System.Collections.Generic;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>Which types a call can mean by name: a type, what it derives from and what derives from it, and what hands one out. Safe for concurrent use.</summary>
internal sealed class TypeFamilies
{
    /// <summary>Types that more than so many others derive from say nothing about which is meant.</summary>
    private const int MaxSize = 200;

    private readonly ConcurrentDictionary<string, HashSet<string>> _families = new();
    private readonly ConcurrentDictionary<string, HashSet<string>> _named = new();
    private readonly Dictionary<string, List<string>> _bases = [];
    private readonly Dictionary<string, List<string>> _derived = [];
    private readonly Dictionary<string, List<string>> _givers = [];

    /// <param name="bases">Types and what they derive from.</param>
    /// <param name="results">Types and what their members hand out.</param>
    public TypeFamilies(List<(string Type, string Base)> bases, List<(string Type, string Result)> results)
    {
        foreach (var (type, parent) in bases)
        {
            Add(_bases, type, parent);
            Add(_derived, parent, type);
        }

        foreach (var (type, result) in results)
            Add(_givers, result, type);
    }

    /// <summary>The names under which members of a type are called.</summary>
    public HashSet<string> Of(string type)
    {
        if (_families.TryGetValue(type, out var known))
            return known;

        var family = new HashSet<string> { type };
        Spread(type, _bases, family);
        Spread(type, _derived, family);
        return _families.GetOrAdd(type, family);
    }

    /// <summary>The names of which a file has one that calls a member of a type: its family, or what hands one of that out, as in <c>registry.Find(name).Run()</c>.</summary>
    public HashSet<string> NamedFor(string type)
    {
        if (_named.TryGetValue(type, out var known))
            return known;

        var named = new HashSet<string>(Of(type));
        foreach (var member in Of(type))
        {
            if (_givers.TryGetValue(member, out var givers))
                named.UnionWith(givers);
        }

        return _named.GetOrAdd(type, named);
    }

    /// <summary>Whether some type here derives from one with that name, or implements it.</summary>
    public bool IsDerived(string type) => _derived.ContainsKey(type);

    private static void Spread(string type, Dictionary<string, List<string>> next, HashSet<string> family)
    {
        var pending = new Queue<string>();
        pending.Enqueue(type);
        while (pending.Count > 0 && family.Count < MaxSize)
        {
            if (!next.TryGetValue(pending.Dequeue(), out var others))
                continue;
            foreach (var other in others)
            {
                if (family.Add(other))
                    pending.Enqueue(other);
            }
        }
    }

    private static void Add(Dictionary<string, List<string>> index, string name, string other)
    {
        if (!index.TryGetValue(name, out var others))
            index.Add(name, others = []);
        others.Add(other);
    }
}
