namespace AiSecurity.Cli.Scanning;

/// <summary>Something that was not seen, and why.</summary>
/// <param name="Message">One sentence.</param>
/// <param name="Path">What it is about; empty for the repository.</param>
/// <param name="IsOutOfScope">Whether it is nothing that the tool could ever see, such as a project in another language.</param>
internal sealed record Problem(string Message, string Path = "", bool IsOutOfScope = false);
