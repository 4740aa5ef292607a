namespace AiSecurity.Cli.Commands;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or over --fail-on.</summary>
    public const int Clean = 0;

    public const int Findings = 1;

    /// <summary>A bad path or option.</summary>
    public const int Usage = 2;

    /// <summary>Nothing could be analysed; with --require-complete: not everything.</summary>
    public const int NotAnalyzed = 3;

    /// <summary>Ctrl+C.</summary>
    public const int Cancelled = 130;
}
