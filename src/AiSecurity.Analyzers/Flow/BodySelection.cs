using System;
using System.Collections.Generic;

namespace AiSecurity.Analyzers.Flow;

/// <summary>
/// The bodies worth a graph: those on a way between a place where text comes in and one where it matters, by names alone. A name too many
/// costs time, never a report.
/// </summary>
internal sealed class BodySelection
{
    /// <summary>Calls between a body and the far end of a way.</summary>
    private const int MaxDistance = 8;

    /// <summary>A name that so few types declare means one of them, whether the file names the type or not.</summary>
    private const int RareTypes = 3;

    /// <summary>Shorter names are words that every library has.</summary>
    private const int MinTellingLength = 9;

    /// <summary>Calls from a way into methods that only hand back what they are given.</summary>
    private const int MaxHelpers = 2;

    // Names that every type has: a call of one leads everywhere and nowhere.
    private static readonly HashSet<string> CommonNames = ["Equals", "GetHashCode", "Dispose", "DisposeAsync", "GetType", "CompareTo"];

    private readonly HashSet<BodyNames> _selected = [];
    private readonly HashSet<BodyNames> _onWay = [];
    private readonly Func<BodyNames, NameKind> _kindsOf;
    private readonly IReadOnlyList<BodyNames> _bodies;
    private readonly Dictionary<string, List<BodyNames>> _byName = [];
    private readonly Dictionary<string, List<BodyNames>> _byType = [];
    private readonly Dictionary<string, List<(BodyNames Body, NameUse Use)>> _byUse = [];

    private readonly Dictionary<string, int> _declaringTypes = [];
    private readonly Dictionary<(HashSet<string> File, string Type), bool> _mentions = [];
    private readonly TypeFamilies _families;

    /// <param name="bodies">The bodies in view.</param>
    /// <param name="kindsOf">What a body does.</param>
    /// <param name="families">Which types a name can mean.</param>
    /// <param name="isEveryMethodEntry">Whether anybody may fill the parameters of public methods.</param>
    public BodySelection(IReadOnlyList<BodyNames> bodies, Func<BodyNames, NameKind> kindsOf, TypeFamilies families, bool isEveryMethodEntry)
    {
        (_bodies, _kindsOf, _families) = (bodies, kindsOf, families);
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

        // What reaches a model, and what comes out of one.
        Select(isEveryMethodEntry ? (NameKind)~0 : NameKind.Origin | NameKind.Entry | NameKind.Tool, NameKind.Model | NameKind.Prompt);
        Select(NameKind.Model | NameKind.Tool, NameKind.Danger | NameKind.Entry);
        // A shield that nobody heeds is a mistake wherever it stands.
        foreach (var body in bodies)
        {
            if ((kindsOf(body) & NameKind.Shield) != 0)
            {
                _selected.Add(body);
                _onWay.Add(body);
            }
        }
    }

    public bool Contains(BodyNames body) => _selected.Contains(body);

    /// <summary>Whether a body is part of a way itself, and no helper that at most hands on what it is given.</summary>
    public bool IsOnWay(BodyNames body) => _onWay.Contains(body);

    private void Select(NameKind from, NameKind to)
    {
        var sources = ReachersOf(OfKind(from));
        var sinks = ReachersOf(OfKind(to));
        if (sources.Count == 0 || sinks.Count == 0)
            return;

        var way = new HashSet<BodyNames>();
        var types = new HashSet<string>();
        var pending = new Queue<BodyNames>();
        foreach (var body in _bodies)
        {
            if (sources.Contains(body) && sinks.Contains(body))
                Take(body);
        }

        foreach (var type in _byType)
        {
            if (type.Key.Length > 0 && type.Value.Exists(sinks.Contains) && type.Value.Find(sources.Contains) is { } first)
                Take(first);
        }

        // Down from where both are in reach, on ways to either.
        while (pending.Count > 0)
        {
            foreach (var used in UsedBy(pending.Dequeue()))
            {
                if (sources.Contains(used) || sinks.Contains(used))
                    Take(used);
            }
        }

        foreach (var body in way)
            _onWay.Add(body);
        foreach (var body in WithHelpers(way))
            _selected.Add(body);

        void Take(BodyNames body)
        {
            if (!way.Add(body))
                return;
            pending.Enqueue(body);
            // What it keeps in a field, another method of its type sends.
            if (body.Type.Length == 0 || !types.Add(body.Type))
                return;
            foreach (var sibling in _byType[body.Type])
            {
                if (sources.Contains(sibling) || sinks.Contains(sibling))
                    Take(sibling);
            }
        }
    }

    private List<BodyNames> OfKind(NameKind kinds)
    {
        var found = new List<BodyNames>();
        foreach (var body in _bodies)
        {
            if ((_kindsOf(body) & kinds) != 0)
                found.Add(body);
        }

        return found;
    }

    /// <summary>The bodies that can get to one of those, by calls.</summary>
    private HashSet<BodyNames> ReachersOf(List<BodyNames> front)
    {
        var reached = new HashSet<BodyNames>(front);
        for (var distance = 0; distance < MaxDistance && front.Count > 0; distance++)
        {
            var beyond = new List<BodyNames>();
            foreach (var body in front)
            {
                foreach (var user in UsersOf(body))
                {
                    if (reached.Add(user))
                        beyond.Add(user);
                }
            }

            front = beyond;
        }

        return reached;
    }

    private HashSet<BodyNames> WithHelpers(HashSet<BodyNames> way)
    {
        var all = new HashSet<BodyNames>(way);
        var front = new List<BodyNames>(way);
        for (var distance = 0; distance < MaxHelpers && front.Count > 0; distance++)
        {
            var beyond = new List<BodyNames>();
            foreach (var body in front)
            {
                foreach (var used in UsedBy(body))
                {
                    if (all.Add(used))
                        beyond.Add(used);
                }
            }

            front = beyond;
        }

        var types = new HashSet<string>();
        foreach (var body in all)
            types.Add(body.Type);
        foreach (var type in types)
        {
            foreach (var body in _byType[type])
            {
                if (body.RunsWithType)
                    all.Add(body);
            }
        }

        return all;
    }

    private IEnumerable<BodyNames> UsersOf(BodyNames body)
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

    private IEnumerable<BodyNames> UsedBy(BodyNames body)
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

        var family = _families.Of(type);
        var mentions = family.Count < user.Mentions.Count ? user.Mentions.Overlaps(family) : family.Overlaps(user.Mentions);
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
