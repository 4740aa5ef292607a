using System.Collections.Generic;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>Bodies by their own names, and by the names that they use. Not changed once made.</summary>
internal sealed class BodyUses
{
    private readonly Dictionary<string, List<BodyNames>> _named = [];
    private readonly Dictionary<string, List<BodyNames>> _users = [];

    public BodyUses(IEnumerable<BodyNames> bodies)
    {
        foreach (var body in bodies)
        {
            Add(_named, body.Name, body);
            foreach (var use in body.Uses)
                Add(_users, use.Name, body);
        }
    }

    /// <summary>All names that some body uses.</summary>
    public IEnumerable<string> Names => _users.Keys;

    public IReadOnlyList<BodyNames> Named(string name) => _named.TryGetValue(name, out var bodies) ? bodies : [];

    /// <summary>The bodies that use a name, more than once if with different numbers of arguments.</summary>
    public IReadOnlyList<BodyNames> UsersOf(string name) => _users.TryGetValue(name, out var bodies) ? bodies : [];

    private static void Add(Dictionary<string, List<BodyNames>> index, string name, BodyNames body)
    {
        if (!index.TryGetValue(name, out var bodies))
            index.Add(name, bodies = []);
        bodies.Add(body);
    }
}
