using System;
using System.Collections.Generic;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>
/// The bodies worth a graph: those on a way between a place where text comes in and one where it matters, by names alone. A name too many
/// costs time, never a report.
/// </summary>
internal sealed class BodySelection
{
    /// <summary>Calls between a body and the far end of a way.</summary>
    private const int MaxDistance = 8;

    /// <summary>Calls from a way into methods that only hand back what they are given.</summary>
    private const int MaxHelpers = 2;

    private readonly HashSet<BodyNames> _selected = [];
    private readonly HashSet<BodyNames> _onWay = [];
    private readonly Func<BodyNames, NameKind> _kindsOf;
    private readonly IReadOnlyList<BodyNames> _bodies;
    private readonly NameIndex _index;

    /// <param name="bodies">The bodies in view.</param>
    /// <param name="kindsOf">What a body does.</param>
    /// <param name="families">Which types a name can mean.</param>
    /// <param name="isEveryMethodEntry">Whether anybody may fill the parameters of public methods.</param>
    public BodySelection(IReadOnlyList<BodyNames> bodies, Func<BodyNames, NameKind> kindsOf, TypeFamilies families, bool isEveryMethodEntry)
    {
        (_bodies, _kindsOf, _index) = (bodies, kindsOf, new NameIndex(bodies, families));
        // What reaches a model, and what comes out of one.
        Select(isEveryMethodEntry ? (NameKind)~0 : NameKind.Origin | NameKind.Entry | NameKind.Tool, NameKind.Model | NameKind.Prompt);
        Select(NameKind.Model | NameKind.Tool, NameKind.Danger | NameKind.Entry);
        // What a tool hands back to the model.
        Select(NameKind.Origin, NameKind.Tool);
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

    /// <summary>The bodies that some bodies get to by calls, and those with them: nothing else in the projects of others is on their ways.</summary>
    public HashSet<BodyNames> ReachedFrom(IEnumerable<BodyNames> start)
    {
        var reached = new HashSet<BodyNames>(start);
        var front = new List<BodyNames>(reached);
        for (var distance = 0; distance < MaxDistance && front.Count > 0; distance++)
        {
            var beyond = new List<BodyNames>();
            foreach (var body in front)
            {
                foreach (var used in _index.UsedBy(body))
                {
                    if (_selected.Contains(used) && reached.Add(used))
                        beyond.Add(used);
                }
            }

            front = beyond;
        }

        AddInitializers(reached);
        return reached;
    }

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

        foreach (var type in _index.Types)
        {
            if (type.Length > 0 && _index.OfType(type) is var members && members.Exists(sinks.Contains) && members.Find(sources.Contains) is { } first)
                Take(first);
        }

        // Down from where both are in reach, on ways to either.
        while (pending.Count > 0)
        {
            foreach (var used in _index.UsedBy(pending.Dequeue()))
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
            foreach (var sibling in _index.OfType(body.Type))
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
                foreach (var user in _index.UsersOf(body))
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
                foreach (var used in _index.UsedBy(body))
                {
                    if (all.Add(used))
                        beyond.Add(used);
                }
            }

            front = beyond;
        }

        AddInitializers(all);
        return all;
    }

    /// <summary>Constructors and initializers run with whatever else of their type does.</summary>
    private void AddInitializers(HashSet<BodyNames> bodies)
    {
        var types = new HashSet<string>();
        foreach (var body in bodies)
            types.Add(body.Type);
        foreach (var type in types)
        {
            foreach (var body in _index.OfType(type))
            {
                if (body.RunsWithType)
                    bodies.Add(body);
            }
        }
    }
}
