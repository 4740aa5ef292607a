using System;
using System.Globalization;

namespace AiSecurity.Guards;

/// <summary>What went wrong, without any text that was sent or received.</summary>
internal readonly struct GuardFailure(GuardFailureReason reason, int? status = null, string? errorCode = null, Exception? inner = null)
{
    public GuardFailureReason Reason { get; } = reason;

    public int? Status { get; } = status;

    public string? ErrorCode { get; } = errorCode;

    public Exception? Inner { get; } = inner;

    public static GuardFailure OfStatus(int status, string? errorCode) => status switch
    {
        401 or 403 => new(GuardFailureReason.Unauthorized, status, errorCode),
        429 => new(GuardFailureReason.Throttled, status, errorCode),
        _ => new(GuardFailureReason.UnexpectedStatus, status, errorCode),
    };

    public string Describe(string guard)
    {
        var status = Status is { } code ? ", HTTP " + code.ToString(CultureInfo.InvariantCulture) : "";
        var error = ErrorCode is null ? "" : ", " + ErrorCode;
        return $"{guard} gave no answer ({Reason}{status}{error}); the text was not screened.";
    }
}
