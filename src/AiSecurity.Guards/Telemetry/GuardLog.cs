using Microsoft.Extensions.Logging;

namespace AiSecurity.Guards;

/// <summary>All that guards write to a log: what happened, and never with which text.</summary>
internal static partial class GuardLog
{
    [LoggerMessage(1, LogLevel.Warning, "The guard {Guard} stopped a text: {Outcome}.")]
    public static partial void Stopped(ILogger logger, string guard, string outcome);

    [LoggerMessage(2, LogLevel.Error, "The guard {Guard} gave no answer, so the text was stopped: {Reason}, HTTP {Status}.")]
    public static partial void Unavailable(ILogger logger, string guard, GuardFailureReason reason, int? status);

    [LoggerMessage(3, LogLevel.Warning, "A sandbox session could not be deleted; it ends by itself when the pool's cooldown is over.")]
    public static partial void SessionNotDeleted(ILogger logger);
}
