namespace AiSecurity.Cli.Scanning;

/// <summary>A place beside the one that is reported.</summary>
internal sealed record FlowStep(StepKind Kind, SourcePlace Place);
