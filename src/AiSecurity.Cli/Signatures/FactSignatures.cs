using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AiSecurity.Cli.Signatures;

/// <summary>The signatures of facts, completed where they are cut off.</summary>
/// <param name="facts">All of them: a name that is missing in one stands in another, often.</param>
internal sealed class FactSignatures(ImmutableArray<Fact> facts)
{
    /// <summary>
    /// Long signatures are cut off in the facts. The rest is known from the id: the types, not the names, which then come from an overload that has the type too.
    /// </summary>
    public string Complete(Fact fact)
    {
        var signature = fact.Signature ?? "";
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        if (!fact.DocId!.StartsWith("M:", StringComparison.Ordinal) || open < 0 || Depth(signature[open..]) == 0)
            return signature;
        var types = DocIdType.ParseList(fact.DocId[(fact.DocId.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
        var whole = Split(signature[(open + 1)..]);
        var list = whole.Take(Math.Min(whole.Count - 1, types.Length)).ToList();
        if (Regex.Match(whole[^1], @"^(?<head>.*[\w>\]?] \w+) =.*$") is { Success: true } last && Depth(last.Groups["head"].Value) == 0)
            list.Add(last.Groups["head"].Value + " = default");
        for (var index = list.Count; index < types.Length; index++)
        {
            var name = NameFromOverload(fact, types[index]);
            if (name is null || list.Any(parameter => parameter.Split(" = ")[0].EndsWith(" " + name, StringComparison.Ordinal)))
                name = "argument" + index.ToString(CultureInfo.InvariantCulture);
            list.Add($"object {name} = default");
        }

        return $"{signature[..open]}({string.Join(", ", list)})";
    }

    private string? NameFromOverload(Fact fact, DocIdType type)
    {
        var others = facts.Where(other => other.Package == fact.Package && other != fact && other.Signature?.Contains('(') == true && other.DocId!.Contains('('));
        foreach (var other in others.OrderByDescending(other => other.Member == fact.Member))
        {
            var open = other.Signature!.IndexOf('(', StringComparison.Ordinal);
            var types = DocIdType.ParseList(other.DocId![(other.DocId!.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
            var names = Split(other.Signature![(open + 1)..].TrimEnd(')'));
            var index = types.ToList().FindLastIndex(candidate => candidate.ToString() == type.ToString());
            if (index >= 0 && index < (Depth(other.Signature[open..]) == 0 ? names.Count : names.Count - 1))
                return names[index].Split(" = ")[0].Split(' ')[^1];
        }

        return null;
    }

    private static int Depth(string text) => text.Count(c => c is '(' or '<') - text.Count(c => c is ')' or '>');

    private static List<string> Split(string parameters)
    {
        var parts = new List<string>();
        var start = 0;
        var depth = 0;
        for (var index = 0; index < parameters.Length; index++)
        {
            depth += parameters[index] is '<' or '(' or '[' ? 1 : parameters[index] is '>' or ')' or ']' ? -1 : 0;
            if (depth != 0 || parameters[index] != ',')
                continue;
            parts.Add(parameters[start..index].Trim());
            start = index + 1;
        }

        parts.Add(parameters[start..].Trim());
        return parts;
    }

    public static string ContainingType(Fact fact)
    {
        var id = fact.DocId!;
        if (id.StartsWith("T:", StringComparison.Ordinal))
            return id[2..];
        var open = id.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? id[2..] : id[2..open];
        return name[..name.LastIndexOf('.')];
    }
}
