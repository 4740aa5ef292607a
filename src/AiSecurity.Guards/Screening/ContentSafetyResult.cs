using System.Collections.Generic;
using System.Linq;

namespace AiSecurity.Guards;

/// <summary>What Azure AI Content Safety says of a text.</summary>
/// <remarks>Severities are 0, 2, 4 or 6. Of a text in several pieces each is the highest. Instances do not change and are safe for several threads.</remarks>
public sealed class ContentSafetyResult
{
    /// <summary>An answer, also for the tests of an application.</summary>
    /// <param name="isSafe">Whether the text is safe.</param>
    /// <param name="hate">The severity of hate.</param>
    /// <param name="selfHarm">The severity of self-harm.</param>
    /// <param name="sexual">The severity of sexual content.</param>
    /// <param name="violence">The severity of violence.</param>
    /// <param name="matchedBlocklists">The names of blocklists with a term of which the text has one; null for none.</param>
    public ContentSafetyResult(bool isSafe, int hate = 0, int selfHarm = 0, int sexual = 0, int violence = 0, IEnumerable<string>? matchedBlocklists = null)
    {
        IsSafe = isSafe;
        Hate = hate;
        SelfHarm = selfHarm;
        Sexual = sexual;
        Violence = violence;
        MatchedBlocklists = [.. (matchedBlocklists ?? []).Distinct()];
    }

    /// <summary>Whether every severity is below its threshold and no blocklist matched. When it is false, the text must not be shown.</summary>
    public bool IsSafe { get; }

    /// <summary>The severity of hate.</summary>
    public int Hate { get; }

    /// <summary>The severity of self-harm.</summary>
    public int SelfHarm { get; }

    /// <summary>The severity of sexual content.</summary>
    public int Sexual { get; }

    /// <summary>The severity of violence.</summary>
    public int Violence { get; }

    /// <summary>The names of the blocklists that matched, without the terms.</summary>
    public IReadOnlyList<string> MatchedBlocklists { get; }
}
