using System.Collections.Generic;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>Which bodies call which others, by names alone: a name can mean more than it does, never less.</summary>
internal sealed class NameIndex
{
    /// <summary>A name that so few types declare means one of them, whether the file names the type or not.</summary>
    private const int RareTypes = 3;

    /// <summary>Shorter names are words that every library has.</summary>
    private const int MinTellingLength = 9;

    // Names that every type has: a call of one leads everywhere and nowhere.
    private static readonly HashSet<string> CommonNames = ["Equals", "GetHashCode", "Dispose", "DisposeAsync", "GetType", "CompareTo"];

    private readonly Dictionary<string, List<BodyNames>> _byName = [];
    private readonly Dictionary<string, List<BodyNames>> _byType = [];
    private readonly Dictionary<string, List<(BodyNames Body, NameUse Use)>> _byUse = [];

    private readonly Dictionary<string, int> _declaringTypes = [];
    private readonly Dictionary<(HashSet<string> File, string Type), bool> _mentions = [];
    private readonly TypeFamilies _families;

    /// <param name="bodies">The bodies in view.</param>
    /// <param name="families">Which types a name can mean.</param>
    public NameIndex(IReadOnlyList<BodyNames> bodies, TypeFamilies families)
    {
        _families = families;
        foreach (var body in bodies)
        {
            Add(_byType, body.Type, body);
            if (!CommonNames.Contains(body.Name))
                Add(_byName, body.Name, body);
        }

        foreach (var pair in _byName)
        {
            var types = new HashSet<string>();
            foreach (var body in pair.Value)
                types.Add(body.Type);
            _declaringTypes.Add(pair.Key, types.Count);
        }

        foreach (var body in bodies)
        {
            foreach (var use in body.Uses)
            {
                if (_byName.ContainsKey(use.Name))
                    Add(_byUse, use.Name, (body, use));
            }
        }
    }

    /// <summary>The types that have bodies; the nameless one is that of top-level statements.</summary>
    public IEnumerable<string> Types => _byType.Keys;

    public List<BodyNames> OfType(string type) => _byType[type];

    /// <summary>The bodies that may call one.</summary>
    public IEnumerable<BodyNames> UsersOf(BodyNames body)
    {
        if (!_byUse.TryGetValue(body.Name, out var users) || CommonNames.Contains(body.Name))
            yield break;

        foreach (var (user, use) in users)
        {
            if (!Means(user, use, body))
                continue;
            yield return user;
            // A method that a constructor takes as a value may be called by any other of the type that holds it.
            if (use.Arguments < 0 && !body.RunsWithType && user.RunsWithType && user.Type.Length > 0)
            {
                foreach (var sibling in _byType[user.Type])
                    yield return sibling;
            }
        }
    }

    /// <summary>The bodies that one may call.</summary>
    public IEnumerable<BodyNames> UsedBy(BodyNames body)
    {
        foreach (var use in body.Uses)
        {
            foreach (var used in UsedBy(body, use))
                yield return used;
        }

        // It may call what its type's constructor has taken as a value.
        foreach (var sibling in body.Type.Length > 0 && !body.RunsWithType ? _byType[body.Type] : [])
        {
            if (!sibling.RunsWithType)
                continue;
            foreach (var use in sibling.Uses)
            {
                if (use.Arguments >= 0)
                    continue;
                foreach (var used in UsedBy(sibling, use))
                {
                    if (!used.RunsWithType)
                        yield return used;
                }
            }
        }
    }

    private IEnumerable<BodyNames> UsedBy(BodyNames body, NameUse use)
    {
        if (!_byName.TryGetValue(use.Name, out var candidates))
            yield break;

        foreach (var candidate in candidates)
        {
            if (Means(body, use, candidate))
                yield return candidate;
        }
    }

    /// <summary>Whether a use in a body can mean another: by its arguments, and because its file names the other's type, or nothing else has the name.</summary>
    private bool Means(BodyNames user, NameUse use, BodyNames body) =>
        body.CanBe(use)
        && (user.Type == body.Type || body.IsExtension || IsTelling(use, body) || Mentions(user, body.Type));

    /// <summary>A long name that hardly anything else has means the method wherever it is called.</summary>
    private bool IsTelling(NameUse use, BodyNames body) => use.Arguments >= 0 && !body.RunsWithType && body.Name.Length >= MinTellingLength && _declaringTypes[body.Name] <= RareTypes;

    private bool Mentions(BodyNames user, string type)
    {
        var key = (user.Mentions, type);
        if (_mentions.TryGetValue(key, out var known))
            return known;

        var named = _families.NamedFor(type);
        var mentions = named.Count < user.Mentions.Count ? user.Mentions.Overlaps(named) : named.Overlaps(user.Mentions);
        _mentions.Add(key, mentions);
        return mentions;
    }

    private static void Add<T>(Dictionary<string, List<T>> index, string name, T item)
    {
        if (!index.TryGetValue(name, out var items))
            index.Add(name, items = []);
        items.Add(item);
    }
}
