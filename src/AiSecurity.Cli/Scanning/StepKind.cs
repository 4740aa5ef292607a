namespace AiSecurity.Cli.Scanning;

internal enum StepKind
{
    /// <summary>Where the text of the way comes in. The way ends at the finding's own place.</summary>
    Source,

    /// <summary>Where it passes by.</summary>
    Through,

    /// <summary>Where a value that comes in at the finding's own place arrives.</summary>
    Sink,

    /// <summary>Another place that belongs to the finding, such as where further text comes in.</summary>
    Related,
}
