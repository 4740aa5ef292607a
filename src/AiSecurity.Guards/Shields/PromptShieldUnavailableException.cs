using System;

namespace AiSecurity.Guards;

/// <summary>Prompt Shields gave no answer, or not one for every text: the prompt was not screened and must not go to a model.</summary>
public sealed class PromptShieldUnavailableException : GuardUnavailableException
{
    /// <summary>An exception, also for the tests of an application.</summary>
    /// <param name="reason">Why there is no answer.</param>
    /// <param name="innerException">What was thrown below, if anything was.</param>
    public PromptShieldUnavailableException(GuardFailureReason reason, Exception? innerException = null)
        : this(new GuardFailure(reason, inner: innerException))
    {
    }

    internal PromptShieldUnavailableException(GuardFailure failure)
        : base(failure.Describe("Prompt Shields"), failure)
    {
    }
}
