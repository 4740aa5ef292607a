namespace AiSecurity.Guards;

/// <summary>Why a guard could not give an answer.</summary>
public enum GuardFailureReason
{
    /// <summary>No answer came: no connection, a cut connection, or no token from the credential.</summary>
    Unreachable,

    /// <summary>The answer was not there within the time limit of the guard's options.</summary>
    TimedOut,

    /// <summary>HTTP 401 or 403: the identity has no role that allows the call, or the endpoint takes no Microsoft Entra ID tokens.</summary>
    Unauthorized,

    /// <summary>HTTP 429: more calls than the resource's rate limit allows, also after the retries.</summary>
    Throttled,

    /// <summary>Any other HTTP status that is no success; a redirect, too, which is never followed.</summary>
    UnexpectedStatus,

    /// <summary>An answer that is not what the service's contract says: not JSON, a member missing or twice, or not one answer for each item sent.</summary>
    InvalidAnswer,

    /// <summary>The text, or the service's answer, is larger than the guard's options allow.</summary>
    TooLarge,

    /// <summary>A value that has no text, so that nothing could be looked at.</summary>
    Unscreenable,
}
