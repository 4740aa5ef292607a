using System;
using System.Collections.Generic;

namespace AiSecurity.Guards;

/// <summary>What the guards on Azure AI Content Safety have in common.</summary>
/// <remarks>
/// The <see cref="GuardOptions.Endpoint"/> is <c>https://NAME.cognitiveservices.azure.com</c> or <c>https://NAME.services.ai.azure.com</c>; regional endpoints take no
/// Microsoft Entra ID tokens. The identity needs the role <i>Cognitive Services User</i> on the resource.
/// Source: https://learn.microsoft.com/azure/ai-services/authentication and https://learn.microsoft.com/azure/ai-services/content-safety/concepts/response-codes.
/// </remarks>
public abstract class ContentSafetyOptions : GuardOptions
{
    private protected ContentSafetyOptions()
        : base(TimeSpan.FromSeconds(10), maxRetries: 2)
    {
    }

    /// <summary>
    /// How many characters of a text the next request repeats when a text is longer than the 10,000 that the service takes, so that an attack across the border is seen whole:
    /// 0 to 4,000, 500 by default. Blanks, invisible and repeated characters do not count.
    /// </summary>
    public int Overlap { get; set; } = 500;

    /// <summary>
    /// The most characters (UTF-16 units) of one call, of all texts together; more throws with <see cref="GuardFailureReason.TooLarge"/>, so that nobody can make a call cost
    /// as much as they like. 1 to 100,000,000; 500,000 by default, which are about 55 requests.
    /// </summary>
    public int MaxTextLength { get; set; } = 500_000;

    /// <summary>
    /// The most requests of one call; more throws with <see cref="GuardFailureReason.TooLarge"/>. Five documents make a request, however short they are. 1 to 10,000; 200 by default.
    /// </summary>
    public int MaxRequestsPerCall { get; set; } = 200;

    /// <summary>How many requests of one call run at the same time: 1 to 64, 4 by default.</summary>
    public int MaxConcurrentRequests { get; set; } = 4;

    internal override IEnumerable<string> ServiceHosts => ContentSafetyService.Hosts;

    internal override string ScopeOf(Uri endpoint) => ContentSafetyService.ScopeOf(endpoint);

    internal override IEnumerable<string> OwnProblems()
    {
        if (Overlap is < 0 or > 4_000)
            yield return $"{nameof(Overlap)} must be from 0 to 4,000.";
        if (MaxTextLength is < 1 or > 100_000_000)
            yield return $"{nameof(MaxTextLength)} must be from 1 to 100,000,000.";
        if (MaxRequestsPerCall is < 1 or > 10_000)
            yield return $"{nameof(MaxRequestsPerCall)} must be from 1 to 10,000.";
        if (MaxConcurrentRequests is < 1 or > 64)
            yield return $"{nameof(MaxConcurrentRequests)} must be from 1 to 64.";
    }
}
