using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Cli.Signatures;

/// <summary>All types that are declared, and their names as source code writes them.</summary>
/// <param name="latest">What it has itself is not declared again.</param>
internal sealed class StubTypes(Compilation latest)
{
    /// <summary>Where the signatures leave the namespace out.</summary>
    private static readonly string[] ImpliedNamespaces =
    [
        "System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "System.ClientModel", "System.ClientModel.Primitives", "System.Net.Http",
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging", "Azure", "Azure.Core", "Microsoft.SemanticKernel",
    ];

    private readonly Dictionary<(string Name, int Arity), bool> _known = [];

    public SortedDictionary<string, StubType> All { get; } = new(StringComparer.Ordinal);

    public static string NamespaceOf(string name) => name[..Math.Max(0, name.LastIndexOf('.'))];

    public string Type(DocIdType type, ImmutableArray<string> generics)
    {
        if (type.Name.StartsWith("``", StringComparison.Ordinal))
            return generics[int.Parse(type.Name.AsSpan(2), CultureInfo.InvariantCulture)] + type.Suffix;
        var name = Mention(type.Name, type.Arguments.Length);
        if (type is { Name: "System.Nullable", Arguments: [var value] } && !IsKnown(value.Name, 0) && !All.ContainsKey(value.Name))
            All[value.Name] = new StubType(value.Name) { Keyword = "struct" };
        return (type.Arguments.IsEmpty ? name : $"{name}<{string.Join(", ", type.Arguments.Select(argument => Type(argument, generics)))}>") + type.Suffix;
    }

    public string Type(TypeSyntax type, StubType container, ImmutableArray<string> generics) => type switch
    {
        PredefinedTypeSyntax => type.ToString(),
        NullableTypeSyntax nullable => Type(nullable.ElementType, container, generics) + "?",
        ArrayTypeSyntax array => Type(array.ElementType, container, generics) + string.Concat(array.RankSpecifiers),
        TupleTypeSyntax tuple => $"({string.Join(", ", tuple.Elements.Select(element => Type(element.Type, container, generics) + " " + element.Identifier))})",
        IdentifierNameSyntax name when generics.Contains(name.Identifier.Text) => name.Identifier.Text,
        NameSyntax name => Named(name, container, generics),
        _ => type.ToString(),
    };

    private string Named(NameSyntax name, StubType container, ImmutableArray<string> generics)
    {
        var arguments = name.DescendantNodesAndSelf(node => node is not TypeArgumentListSyntax).OfType<GenericNameSyntax>().FirstOrDefault()?.TypeArgumentList.Arguments ?? [];
        var plain = Regex.Replace(name.ToString(), "<.*>", "");
        var full = plain.Contains('.') ? plain : Resolve(plain, arguments.Count, container);
        var text = Mention(full, arguments.Count);
        return arguments.Count == 0 ? text : $"{text}<{string.Join(", ", arguments.Select(argument => Type(argument, container, generics)))}>";
    }

    private string Resolve(string name, int arity, StubType container)
    {
        var own = NamespaceOf(container.Name) + "." + name;
        if (All.ContainsKey(own) || IsKnown(own, arity))
            return own;
        return ImpliedNamespaces.Select(prefix => prefix + "." + name).FirstOrDefault(full => IsKnown(full, arity))
            ?? All.Keys.FirstOrDefault(full => full.EndsWith("." + name, StringComparison.Ordinal))
            ?? own;
    }

    /// <summary>The full name as C# text; declares the type when nobody else does.</summary>
    public string Mention(string name, int arity)
    {
        if (!IsKnown(name, arity) && !All.ContainsKey(name))
            All[name] = new StubType(name) { Arity = arity };
        return "global::" + name;
    }

    public bool IsKnown(string name, int arity)
    {
        if (_known.TryGetValue((name, arity), out var known))
            return known;
        var metadataName = arity == 0 ? name : name + "`" + arity.ToString(CultureInfo.InvariantCulture);
        while (true)
        {
            known = !latest.GetTypesByMetadataName(metadataName).IsEmpty;
            var dot = metadataName.LastIndexOf('.');
            if (known || dot < 0)
                return _known[(name, arity)] = known;
            metadataName = metadataName[..dot] + "+" + metadataName[(dot + 1)..];
        }
    }
}
