namespace AiSecurity.Cli.Signatures;

/// <summary>A type that is declared, as far as it is known.</summary>
internal sealed class StubType(string name)
{
    public string Name { get; } = name;

    public string SimpleName { get; } = name[(name.LastIndexOf('.') + 1)..];

    public int Arity { get; init; }

    public string Keyword { get; set; } = "class";

    public string Modifiers { get; set; } = "";

    public string? Base { get; set; }

    public bool IsStatic { get; set; }

    public bool HasConstructor { get; set; }

    public bool HasOtherConstructor { get; set; }

    public SortedDictionary<string, string> Members { get; } = new(StringComparer.Ordinal);
}
