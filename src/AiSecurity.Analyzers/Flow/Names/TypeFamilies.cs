using System.Collections.Concurrent;
using System.Collections.Generic;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>Which types a call can mean by name: a type, what it derives from and what derives from it. Safe for concurrent use.</summary>
internal sealed class TypeFamilies
{
    /// <summary>Types that more than so many others derive from say nothing about which is meant.</summary>
    private const int MaxSize = 200;

    private readonly ConcurrentDictionary<string, HashSet<string>> _families = new();
    private readonly Dictionary<string, List<string>> _bases = [];
    private readonly Dictionary<string, List<string>> _derived = [];

    public TypeFamilies(List<(string Type, string Base)> bases)
    {
        foreach (var (type, parent) in bases)
        {
            Add(_bases, type, parent);
            Add(_derived, parent, type);
        }
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
