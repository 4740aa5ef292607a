using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>All rows that a compilation is judged by: the embedded ones and those of the user. Immutable and safe to share.</summary>
internal sealed class AiCatalog
{
    /// <summary>Projects of a solution that have rows of their own, in turn.</summary>
    private const int MaxExtended = 8;

    private static readonly Lazy<AiCatalog> LazyBuiltIn = new(ReadEmbedded);

    private readonly ImmutableDictionary<Role, ImmutableArray<CatalogRow>> _byRole;

    /// <summary>Replaced as a whole, never changed.</summary>
    private List<(string Rows, AiCatalog Catalog)> _extended = [];

    public AiCatalog(ImmutableArray<CatalogRow> rows)
    {
        Rows = rows;
        var byRole = new Dictionary<Role, ImmutableArray<CatalogRow>.Builder>();
        foreach (var row in rows)
        {
            if (!byRole.TryGetValue(row.Role, out var builder))
                byRole.Add(row.Role, builder = ImmutableArray.CreateBuilder<CatalogRow>());
            builder.Add(row);
        }

        _byRole = byRole.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToImmutable());
        Index = new CatalogIndex(rows);
        Hosts = new AiHosts(this[Role.Host]);
        Names = new AiNames(this[Role.AiName]);
        Mentions = new AiMentions(this[Role.Mention]);
        OwnMediators = new OwnMediators(this[Role.Service]);
    }

    /// <summary>The rows that ship in this assembly.</summary>
    public static AiCatalog BuiltIn => LazyBuiltIn.Value;

    public ImmutableArray<CatalogRow> Rows { get; }

    public CatalogIndex Index { get; }

    public AiHosts Hosts { get; }

    public AiNames Names { get; }

    public AiMentions Mentions { get; }

    /// <summary>Finds the mediators that an application wrote itself.</summary>
    public OwnMediators OwnMediators { get; }

    public ImmutableArray<CatalogRow> this[Role role] => _byRole.TryGetValue(role, out var rows) ? rows : ImmutableArray<CatalogRow>.Empty;

    /// <summary>The same catalog for the same rows, of the last few times: what is known of files is kept by catalog, and an editor asks for several projects in turn.</summary>
    public AiCatalog With(ImmutableArray<CatalogRow> more)
    {
        if (more.IsEmpty)
            return this;

        var text = string.Join("\n", more.Select(static row => $"{row.Role} {row.Member} {row.Package} {string.Join(" ", row.Attributes.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}={pair.Value}"))}"));
        var known = _extended;
        if (known.Find(extended => extended.Rows == text) is { Catalog: { } same })
            return same;

        var made = new AiCatalog(Rows.AddRange(more));
        _extended = [(text, made), .. known.Take(MaxExtended - 1)];
        return made;
    }

    /// <summary>Whether an assembly of that simple name is worth a look.</summary>
    public bool IsAiReference(string assemblyName) => IsAssembly(Role.Reference, assemblyName);

    /// <summary>Whether a row of that role names an assembly.</summary>
    public bool IsAssembly(Role role, string assemblyName)
    {
        foreach (var row in this[role])
        {
            var pattern = row.Member;
            var matches = pattern[pattern.Length - 1] == '*'
                ? assemblyName.Length >= pattern.Length - 1 && string.CompareOrdinal(assemblyName, 0, pattern, 0, pattern.Length - 1) == 0
                : assemblyName == pattern;
            if (matches)
                return true;
        }

        return false;
    }

    private static AiCatalog ReadEmbedded()
    {
        var rows = ImmutableArray.CreateBuilder<CatalogRow>();
        var assembly = typeof(AiCatalog).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith("Sdks/", StringComparison.Ordinal))
                continue;

            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            rows.AddRange(CatalogParser.Parse(reader.ReadToEnd()).Rows);
        }

        return new AiCatalog(rows.ToImmutable());
    }
}
