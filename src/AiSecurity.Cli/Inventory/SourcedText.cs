namespace AiSecurity.Cli.Inventory;

/// <summary>A text that stands in the source, or the place that it is read from.</summary>
/// <param name="Text">The constant; empty where none tells.</param>
/// <param name="Source">As in <c>configuration:AzureOpenAI:Deployment</c>; empty for a plain constant.</param>
internal sealed record SourcedText(string Text, string Source)
{
    public static SourcedText None { get; } = new("", "");

    public bool IsKnown => Text.Length > 0 || Source.Length > 0;

    public override string ToString() => (Text.Length, Source.Length) switch
    {
        ( > 0, 0) => Text,
        ( > 0, _) => $"{Text} (or {Source})",
        (0, > 0) => $"from {Source}",
        _ => "",
    };
}
