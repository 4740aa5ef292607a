namespace AiSecurity.Cli.Controls;

/// <summary>What a scan says about an item of the guidance or a control.</summary>
internal enum CoverageState
{
    /// <summary>Somebody has to act.</summary>
    Open,

    /// <summary>There are findings, and all are suppressed or of the baseline.</summary>
    Accepted,

    /// <summary>Rules looked and found nothing.</summary>
    Clean,

    /// <summary>There are rules, and none of them ran.</summary>
    NotChecked,

    /// <summary>It is done on the platform, and no code shows it.</summary>
    NotInCode,

    /// <summary>No rule speaks to it.</summary>
    NoRule,
}
