using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>
/// The bodies worth a graph: those that speak to a model or are called by one, what calls them, what they call, and the constructors of
/// their types. Decided by names alone; a name too many costs time, never a report.
/// </summary>
internal sealed class BodySelection
{
    /// <summary>Calls between a model and the far end of a way, in each direction.</summary>
    private const int MaxDistance = 9;

    // Names that every type has: a call of one leads everywhere and nowhere.
    private static readonly HashSet<string> CommonNames = ["Equals", "GetHashCode", "Dispose", "DisposeAsync", "GetType", "CompareTo"];

    private readonly HashSet<SyntaxNode> _selected = [];
    private readonly Dictionary<string, List<BodyNames>> _byType = [];
    private readonly Dictionary<string, List<BodyNames>> _byName = [];
    private readonly Dictionary<string, List<(BodyNames Body, NameUse Use)>> _byUse = [];

    private BodySelection(List<BodyNames> bodies)
    {
        foreach (var body in bodies)
        {
            Add(_byType, body.Type, body);
            if (!CommonNames.Contains(body.Name))
                Add(_byName, body.Name, body);
        }

        foreach (var body in bodies)
        {
            foreach (var use in body.Uses)
            {
                if (_byName.ContainsKey(use.Name))
                    Add(_byUse, use.Name, (body, use));
            }
        }

        var anchors = bodies.FindAll(static body => body.IsAnchor);
        var around = Spread(anchors, UsersOf);
        around.AddRange(Spread(around, UsedBy));
        var types = new HashSet<string>();
        foreach (var body in around)
        {
            _selected.Add(body.Node);
            types.Add(body.Type);
        }

        foreach (var body in bodies)
        {
            if (body.RunsWithType && types.Contains(body.Type))
                _selected.Add(body.Node);
        }
    }

    public static BodySelection Of(Compilation compilation, AiCatalog catalog, CancellationToken cancellationToken)
    {
        var bodies = new List<BodyNames>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bodies.AddRange(BodyNames.Of(tree, catalog, cancellationToken));
        }

        return new BodySelection(bodies);
    }

    public bool Contains(BodyNames body) => _selected.Contains(body.Node);

    private static List<BodyNames> Spread(List<BodyNames> from, System.Func<BodyNames, IEnumerable<BodyNames>> next)
    {
        var seen = new HashSet<BodyNames>(from);
        var reached = new List<BodyNames>(from);
        var front = from;
        for (var distance = 0; distance < MaxDistance && front.Count > 0; distance++)
        {
            var beyond = new List<BodyNames>();
            foreach (var body in front)
            {
                foreach (var neighbour in next(body))
                {
                    if (seen.Add(neighbour))
                        beyond.Add(neighbour);
                }
            }

            reached.AddRange(beyond);
            front = beyond;
        }

        return reached;
    }

    private IEnumerable<BodyNames> UsersOf(BodyNames body)
    {
        if (!_byUse.TryGetValue(body.Name, out var users) || CommonNames.Contains(body.Name))
            yield break;

        foreach (var (user, use) in users)
        {
            if (!body.CanBe(use))
                continue;
            yield return user;
            // A method that is taken as a value may be called by any other of the type that holds it.
            if (use.Arguments < 0 && user.Type.Length > 0)
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
            if (!_byName.TryGetValue(use.Name, out var used))
                continue;
            foreach (var candidate in used)
            {
                if (candidate.CanBe(use))
                    yield return candidate;
            }
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> index, string name, T item)
    {
        if (!index.TryGetValue(name, out var items))
            index.Add(name, items = []);
        items.Add(item);
    }
}
