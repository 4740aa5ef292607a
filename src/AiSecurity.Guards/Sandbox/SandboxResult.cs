using System;

namespace AiSecurity.Guards;

/// <summary>What code did in its session. All of it was written by code that nobody reviewed: treat it as untrusted text.</summary>
/// <remarks>Instances do not change and are safe for several threads.</remarks>
public sealed class SandboxResult
{
    /// <summary>A result, also for the tests of an application.</summary>
    /// <param name="succeeded">Whether the code ran to its end.</param>
    /// <param name="standardOutput">What it printed.</param>
    /// <param name="standardError">What it printed as errors.</param>
    /// <param name="resultJson">The value of its last expression, as JSON.</param>
    /// <param name="executionTime">How long it ran.</param>
    /// <param name="outputTruncated">Whether something was cut off.</param>
    public SandboxResult(bool succeeded, string standardOutput = "", string standardError = "", string? resultJson = null, TimeSpan? executionTime = null, bool outputTruncated = false)
    {
        Succeeded = succeeded;
        StandardOutput = standardOutput ?? throw new ArgumentNullException(nameof(standardOutput));
        StandardError = standardError ?? throw new ArgumentNullException(nameof(standardError));
        ResultJson = resultJson;
        ExecutionTime = executionTime;
        OutputTruncated = outputTruncated;
    }

    /// <summary>Whether the code ran to its end. The service answers HTTP 200 also when it did not.</summary>
    public bool Succeeded { get; }

    /// <summary>What the code printed, at most <see cref="SandboxedSessionOptions.MaxOutputLength"/> characters.</summary>
    public string StandardOutput { get; }

    /// <summary>What the code printed as errors, at most <see cref="SandboxedSessionOptions.MaxOutputLength"/> characters.</summary>
    public string StandardError { get; }

    /// <summary>
    /// The value of the code's last expression as JSON of any kind (an image is an object with base64); null or an empty text when there is none, and null or when it is longer than
    /// <see cref="SandboxedSessionOptions.MaxOutputLength"/> characters, since JSON that is cut off is none.
    /// </summary>
    public string? ResultJson { get; }

    /// <summary>How long the code ran, as the service says; null when it does not.</summary>
    public TimeSpan? ExecutionTime { get; }

    /// <summary>Whether an output reached the limit, or the result was left out.</summary>
    public bool OutputTruncated { get; }
}
