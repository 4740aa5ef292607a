namespace AiSecurity.Analyzers.Catalog;

/// <summary>A parameter or property by name, and what goes into it.</summary>
/// <param name="Name">Parameter or property name.</param>
/// <param name="TypeName">Metadata name of its type, for <c>name:Type</c>; null for <c>name=Member</c>.</param>
/// <param name="Value">The enumeration member to put there, for <c>name=Member</c>; null otherwise.</param>
internal sealed record CatalogSlot(string Name, string? TypeName, string? Value)
{
    public static CatalogSlot? Parse(string? text)
    {
        if (text is null or "()")
            return null;

        var separator = text.IndexOfAny([':', '=']);
        if (separator < 0)
            return new CatalogSlot(text, null, null);

        var rest = text.Substring(separator + 1);
        return text[separator] == ':' ? new CatalogSlot(text.Substring(0, separator), rest, null) : new CatalogSlot(text.Substring(0, separator), null, rest);
    }
}
