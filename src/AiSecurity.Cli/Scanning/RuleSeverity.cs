namespace AiSecurity.Cli.Scanning;

/// <summary>How sure and how bad, from mild to grave.</summary>
internal enum RuleSeverity
{
    Suggestion,
    Warning,
    Error,
}
