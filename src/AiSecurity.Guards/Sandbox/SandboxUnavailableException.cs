using System;

namespace AiSecurity.Guards;

/// <summary>The session pool gave no proper answer. Whether the code ran is not known; it never runs on this machine instead.</summary>
public sealed class SandboxUnavailableException : GuardUnavailableException
{
    /// <summary>An exception, also for the tests of an application.</summary>
    /// <param name="reason">Why there is no answer.</param>
    /// <param name="innerException">What was thrown below, if anything was.</param>
    public SandboxUnavailableException(GuardFailureReason reason, Exception? innerException = null)
        : this(new GuardFailure(reason, inner: innerException))
    {
    }

    internal SandboxUnavailableException(GuardFailure failure)
        : base($"The session pool gave no answer ({failure.Reason}{(failure.Status is { } status ? $", HTTP {status}" : "")}).", failure)
    {
    }
}
