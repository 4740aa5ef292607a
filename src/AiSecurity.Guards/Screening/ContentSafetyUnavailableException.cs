using System;

namespace AiSecurity.Guards;

/// <summary>Azure AI Content Safety gave no answer: the text was not screened and must not be shown.</summary>
public sealed class ContentSafetyUnavailableException : GuardUnavailableException
{
    /// <summary>An exception, also for the tests of an application.</summary>
    /// <param name="reason">Why there is no answer.</param>
    /// <param name="innerException">What was thrown below, if anything was.</param>
    public ContentSafetyUnavailableException(GuardFailureReason reason, Exception? innerException = null)
        : this(new GuardFailure(reason, inner: innerException))
    {
    }

    internal ContentSafetyUnavailableException(GuardFailure failure)
        : base(failure.Describe("Azure AI Content Safety"), failure)
    {
    }
}
