using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>Rows by the name that stands in source code, so that most call sites are dismissed by one look-up of their name.</summary>
internal sealed class CatalogIndex
{
    private static readonly ImmutableArray<CatalogRow> None = ImmutableArray<CatalogRow>.Empty;

    private readonly Dictionary<string, ImmutableArray<CatalogRow>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<CatalogRow>> _constructors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<CatalogRow>> _types = new(StringComparer.Ordinal);
    private readonly List<(string Start, CatalogRow Row)> _prefixes = [];
    private readonly ConcurrentDictionary<string, ImmutableArray<CatalogRow>> _found = new(StringComparer.Ordinal);

    public CatalogIndex(ImmutableArray<CatalogRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Member.Length < 2 || row.Member[1] != ':')
                continue;

            if (row.MemberName.Length == 0)
                Add(_types, row.SimpleTypeName, row);
            else if (row.MemberName == "#ctor")
                Add(_constructors, row.SimpleTypeName, row);
            else if (row.MemberName.EndsWith("*", StringComparison.Ordinal))
                _prefixes.Add((row.MemberName.Substring(0, row.MemberName.Length - 1), row));
            else
                Add(_members, row.MemberName, row);
        }

        foreach (var row in rows)
        {
            // A key credential's own constructor is a place where a key enters.
            if (row.Role == Role.KeyCredential)
                Add(_constructors, row.SimpleTypeName, row);
        }
    }

    /// <summary>Rows about methods and properties of that simple name.</summary>
    public ImmutableArray<CatalogRow> Members(string name) => _found.TryGetValue(name, out var found) ? found : _found[name] = Find(name);

    /// <summary>Rows about constructors of types of that simple name.</summary>
    public ImmutableArray<CatalogRow> Constructors(string typeName) => _constructors.TryGetValue(typeName, out var rows) ? rows : None;

    /// <summary>Rows about types of that simple name.</summary>
    public ImmutableArray<CatalogRow> Types(string typeName) => _types.TryGetValue(typeName, out var rows) ? rows : None;

    private ImmutableArray<CatalogRow> Find(string name)
    {
        var rows = _members.TryGetValue(name, out var exact) ? exact : None;
        foreach (var (start, row) in _prefixes)
        {
            if (name.StartsWith(start, StringComparison.Ordinal))
                rows = rows.Add(row);
        }

        return rows;
    }

    private static void Add(Dictionary<string, ImmutableArray<CatalogRow>> index, string name, CatalogRow row) =>
        index[name] = index.TryGetValue(name, out var rows) ? rows.Add(row) : ImmutableArray.Create(row);
}
