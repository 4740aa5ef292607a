using System;

namespace AiSecurity.Guards;

/// <summary>Code failed in its session. The message holds no part of the code or its output; <see cref="Result"/> does.</summary>
public sealed class SandboxExecutionException : Exception
{
    /// <summary>An exception for a result that is a failure.</summary>
    /// <param name="result">What the code did.</param>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public SandboxExecutionException(SandboxResult result)
        : base("The code failed in its session.") => Result = result ?? throw new ArgumentNullException(nameof(result));

    /// <summary>What the code did until it failed. Untrusted text.</summary>
    public SandboxResult Result { get; }
}
