using System;

namespace AiSecurity.Guards;

/// <summary>
/// A guard could give no answer, so what it guards must not go on. An application may answer it with HTTP 503.
/// </summary>
/// <remarks>Neither the message nor a property holds any part of a text that was sent or received.</remarks>
public abstract class GuardUnavailableException : Exception
{
    private protected GuardUnavailableException(GuardFailureReason reason, string message, Exception? innerException)
        : base(message, innerException) => Reason = reason;

    private protected GuardUnavailableException(string message, GuardFailure failure)
        : this(failure.Reason, message, failure.Inner)
    {
        Status = failure.Status;
        ErrorCode = failure.ErrorCode;
    }

    /// <summary>Why there is no answer.</summary>
    public GuardFailureReason Reason { get; }

    /// <summary>The HTTP status of the service; null when no answer came.</summary>
    public int? Status { get; }

    /// <summary>The service's error code, from the header <c>x-ms-error-code</c>, for example <c>TooManyRequests</c>; null when it sent none that is a plain word.</summary>
    public string? ErrorCode { get; }
}
