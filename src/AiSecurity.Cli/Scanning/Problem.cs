namespace AiSecurity.Cli.Scanning;

/// <summary>Something that was not seen, and why.</summary>
/// <param name="Message">One sentence.</param>
/// <param name="Path">What it is about; empty for the repository.</param>
internal sealed record Problem(string Message, string Path = "");
