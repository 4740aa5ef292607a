using System;
using System.Collections.Generic;

namespace AiSecurity.Guards;

/// <summary>How a <see cref="SandboxedSession"/> runs code in a pool of Azure Container Apps dynamic sessions.</summary>
/// <remarks>
/// The <see cref="GuardOptions.Endpoint"/> is the pool's management endpoint, <c>https://REGION.dynamicsessions.io/subscriptions/.../sessionPools/NAME</c>. The identity needs the role
/// <i>Azure ContainerApps Session Executor</i> on the pool, and nothing more. <see cref="GuardOptions.Timeout"/> is for the execution with the allocation of its session and must be
/// longer than <see cref="ExecutionTimeLimit"/>: 90 seconds by default. <see cref="GuardOptions.MaxRetries"/> is 0 by default: code that may have begun to run is not sent again.
/// Source: https://learn.microsoft.com/azure/container-apps/sessions-usage.
/// </remarks>
public sealed class SandboxedSessionOptions : GuardOptions
{
    /// <summary>Options with their defaults: 60 seconds, 65,536 characters of output, an exception for code that fails, the newest contract.</summary>
    public SandboxedSessionOptions()
        : base(TimeSpan.FromSeconds(90), maxRetries: 0)
    {
    }

    /// <summary>How long the code may run: 1 to 220 seconds, which is the service's own limit; 60 by default. The service counts whole seconds.</summary>
    public TimeSpan ExecutionTimeLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The most characters of the output, of the error output and of the result, each: 1 to 1,000,000; 65,536 by default. The rest is cut off.</summary>
    public int MaxOutputLength { get; set; } = 65_536;

    /// <summary>
    /// Whether code that fails is a <see cref="SandboxExecutionException"/> (true, the default), or a result whose <see cref="SandboxResult.Succeeded"/> is false.
    /// </summary>
    public bool ThrowOnFailure { get; set; } = true;

    /// <summary>The contract that the pool speaks.</summary>
    public SandboxApiVersion ApiVersion { get; set; } = SandboxApiVersion.Preview20251002;

    internal override IEnumerable<string> ServiceHosts { get; } = ["*.dynamicsessions.io"];

    internal override string ScopeOf(Uri endpoint) => "https://dynamicsessions.io/.default";

    internal override IEnumerable<string> OwnProblems()
    {
        if (ExecutionTimeLimit < TimeSpan.FromSeconds(1) || ExecutionTimeLimit > TimeSpan.FromSeconds(220))
            yield return $"{nameof(ExecutionTimeLimit)} must be from 1 to 220 seconds.";
        if (Timeout <= ExecutionTimeLimit)
            yield return $"{nameof(Timeout)} must be longer than {nameof(ExecutionTimeLimit)}.";
        if (MaxOutputLength is < 1 or > 1_000_000)
            yield return $"{nameof(MaxOutputLength)} must be from 1 to 1,000,000.";
        if (ApiVersion is < SandboxApiVersion.Preview20240202 or > SandboxApiVersion.Preview20251002)
            yield return $"{nameof(ApiVersion)} is unknown.";
    }
}
