using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>A meaning that a name can have.</summary>
/// <param name="Kind">The meaning.</param>
/// <param name="Namespace">Where the type lives that gives it, cut to three parts; null when no file needs to name it.</param>
/// <param name="NeedsArgument">Whether it is one only with an argument.</param>
/// <param name="TypeWord">The last word of the type's name, which a file that uses it writes somewhere; null where it need not.</param>
internal readonly record struct NameMeaning(NameKind Kind, string? Namespace, bool NeedsArgument, string? TypeWord);

/// <summary>The meanings of names by the catalog, each found once. Safe for concurrent use.</summary>
internal sealed class NameKinds(AiCatalog catalog)
{
    /// <summary>Namespaces whose members are met without a using: implicit ones, and those of base types.</summary>
    private static readonly ImmutableHashSet<string> Everywhere = ImmutableHashSet.Create(
        "System", "System.IO", "System.Net", "System.Net.Http", "System.Threading.Tasks", "System.Collections.Generic",
        "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Builder", "Microsoft.Extensions.Logging", "Microsoft.Extensions.Configuration");

    private readonly ConcurrentDictionary<string, ImmutableArray<NameMeaning>> _members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NameKind> _types = new(StringComparer.Ordinal);

    /// <summary>What <c>new(...)</c> can mean, which does not say what it creates.</summary>
    public ImmutableArray<NameMeaning> Creations { get; } = Of(catalog[Role.Message].RemoveAll(static row => row.MemberName != "#ctor")).AddRange(OtherCreations(catalog));

    /// <summary>Of a member, or of a type that is created.</summary>
    public ImmutableArray<NameMeaning> OfMember(string name) =>
        _members.TryGetValue(name, out var known) ? known : _members[name] = Of(catalog.Index.Members(name)).AddRange(Of(catalog.Index.Constructors(name)));

    private readonly ImmutableArray<(string Ending, NameKind Kind)> _bases = Bases(catalog);

    private readonly ILookup<string, string> _dispatched = catalog[Role.Dispatch].SelectMany(static row => row["as"]!.Split(','), static (row, handler) => (row.MemberName, handler.Substring(handler.LastIndexOf('.') + 1))).Distinct().ToLookup(static pair => pair.Item1, static pair => pair.Item2, StringComparer.Ordinal);
    private readonly ImmutableHashSet<string> _handlers = catalog[Role.Dispatch].SelectMany(static row => row["as"]!.Split(',')).Select(static handler => handler.Substring(0, Math.Max(0, handler.LastIndexOf('.')))).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The methods that get what a member hands on: <c>Handle</c> for <c>Send</c>.</summary>
    public IEnumerable<string> HandlersOf(string dispatching) => _dispatched[dispatching];

    /// <summary>Whether an interface of that name handles what its first type argument is.</summary>
    public bool IsHandler(string contract) => _handlers.Contains(contract);

    /// <summary>Whether a method of an interface says by its name, or by that of the interface, that it asks a shield.</summary>
    public bool IsShieldContract(string contract, string method) => ShieldNames.AreIn(contract, method, isContract: true, catalog);

    /// <summary>Whether a text is the path of a model's operation.</summary>
    public bool IsModelPath(string text) => ModelPath.IsIn(text, catalog);

    /// <summary>Whether a node is the turn of a conversation that is sent to a model.</summary>
    public bool IsModelBody(SyntaxNode node) => ModelBody.Is(node, catalog);

    /// <summary>Of a base type or an attribute.</summary>
    public NameKind OfType(string name)
    {
        if (_types.TryGetValue(name, out var known))
            return known;

        var kinds = NameKind.None;
        foreach (var meaning in Of(catalog.Index.Types(name)).AddRange(Of(catalog.Index.Types(name + "Attribute"))))
            kinds |= meaning.Kind;
        return _types[name] = kinds;
    }

    /// <summary>Of a base type, also of a library's that stands between the project and the framework and is called after it: <c>ApiController</c>.</summary>
    public NameKind OfBase(string name)
    {
        var kinds = OfType(name);
        foreach (var (ending, kind) in _bases)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                kinds |= kind;
        }

        return kinds;
    }

    /// <summary>What is created where its type stands in the same file.</summary>
    private static ImmutableArray<NameMeaning> OtherCreations(AiCatalog catalog)
    {
        var meanings = ImmutableArray.CreateBuilder<NameMeaning>();
        foreach (var row in catalog.Rows)
        {
            if (row.MemberName == "#ctor" && row.Role != Role.Message && KindOf(row) is var kind and not NameKind.None)
                meanings.Add(new NameMeaning(kind, NamespaceOf(row.TypeName), false, row.SimpleTypeName));
        }

        return meanings.ToImmutable();
    }

    /// <summary>How types that derive from one of the catalog's are mostly called: by its name, or by that with or without <c>Base</c>.</summary>
    private static ImmutableArray<(string Ending, NameKind Kind)> Bases(AiCatalog catalog)
    {
        var endings = ImmutableArray.CreateBuilder<(string, NameKind)>();
        foreach (var row in catalog[Role.Entry])
        {
            var name = row.SimpleTypeName;
            if (row.Member[0] != 'T' || name.EndsWith("Attribute", StringComparison.Ordinal))
                continue;
            endings.Add((name, KindOf(row)));
            if (name.EndsWith("Base", StringComparison.Ordinal))
                endings.Add((name.Substring(0, name.Length - 4), KindOf(row)));
            else if (name.StartsWith("Base", StringComparison.Ordinal))
                endings.Add((name.Substring(4), KindOf(row)));
            else
                endings.Add((name + "Base", KindOf(row)));
        }

        foreach (var row in catalog[Role.Queue])
        {
            if (row.Member[0] == 'M' && row["handles"] is not null)
                endings.Add((row.SimpleTypeName, KindOf(row)));
        }

        return endings.ToImmutable();
    }

    private static ImmutableArray<NameMeaning> Of(ImmutableArray<CatalogRow> rows)
    {
        var meanings = ImmutableArray<NameMeaning>.Empty;
        foreach (var row in rows)
        {
            var kind = KindOf(row);
            if (kind == NameKind.None)
                continue;
            // Who asks a model, registers a handler or asks a shield is looked at in any case: that is what it is all about.
            var isCentral = (kind & (NameKind.Model | NameKind.Entry | NameKind.Shield | NameKind.Pipeline)) != 0 && !row.MemberName.EndsWith("*", StringComparison.Ordinal);
            var space = isCentral ? null : NamespaceOf(row.TypeName);
            var meaning = new NameMeaning(kind, space, row.Role == Role.Sink && row.Member[0] == 'M', isCentral || space is not null ? null : TypeWordOf(row.SimpleTypeName));
            if (!meanings.Contains(meaning))
                meanings = meanings.Add(meaning);
        }

        return meanings;
    }

    public static NameKind KindOf(CatalogRow row) => row.Role switch
    {
        Role.ModelCall => row["url"] is null ? NameKind.Model : NameKind.Request,
        Role.Message or Role.Instructions => NameKind.Prompt,
        Role.Sink => NameKind.Danger,
        Role.Shield when (GuardNames.Parse(row["guards"]) & Guards.Shield) != 0 => NameKind.Shield,
        Role.GuardAttribute => NameKind.Shield,
        Role.PipelineShield => NameKind.Pipeline,
        // A setting is a secret by what it is called, which the walk over the file sees.
        Role.Source => row["origin"] switch { "model" => NameKind.Model, "tool-argument" or "prompt" => NameKind.Tool, _ => NameKind.Origin },
        Role.Queue when row["handles"] is not null => NameKind.Origin | NameKind.Prompt,
        Role.Queue => row["value"] is null ? NameKind.Origin : NameKind.Prompt,
        Role.Entry => row["origin"] is "tool-argument" or "prompt" ? NameKind.Tool : NameKind.Entry,
        _ => NameKind.None,
    };

    /// <summary><c>HttpRequest</c> is met as <c>context.Request</c>; extension methods are met without their type.</summary>
    private static string? TypeWordOf(string type)
    {
        if (type.EndsWith("Extensions", StringComparison.Ordinal))
            return null;
        if (type.StartsWith("Http", StringComparison.Ordinal) && type.Length > 4)
            return type.Substring(4);
        return type.Length > 2 && type[0] == 'I' && char.IsUpper(type[1]) ? type.Substring(1) : type;
    }

    private static string? NamespaceOf(string typeName)
    {
        var last = typeName.LastIndexOf('.');
        if (last < 0 || typeName[0] == '*')
            return null;

        var space = typeName.Substring(0, last);
        var dots = 0;
        for (var i = 0; i < space.Length; i++)
        {
            if (space[i] == '.' && ++dots == 3)
                space = space.Substring(0, i);
        }

        return Everywhere.Contains(space) ? null : space;
    }
}
