using System.Collections.Generic;
using System.Linq;

namespace AiSecurity.Guards;

/// <summary>From which severity on a <see cref="ContentSafetyScreen"/> calls a text unsafe.</summary>
/// <remarks>
/// Severities are 0 (safe), 2 (low), 4 (medium) and 6 (high); a threshold is from 1 to 6, and 4 by default, as in the default filter of Azure OpenAI. 7 switches a category off.
/// Source: https://learn.microsoft.com/azure/ai-services/content-safety/concepts/harm-categories.
/// </remarks>
public sealed class ContentSafetyScreenOptions : ContentSafetyOptions
{
    /// <summary>Options with their defaults: every category from 4 on, 10 seconds, 2 retries, streams in windows of 1,000 characters.</summary>
    public ContentSafetyScreenOptions()
    {
    }

    /// <summary>The lowest severity of hate that is unsafe.</summary>
    public int HateThreshold { get; set; } = 4;

    /// <summary>The lowest severity of self-harm that is unsafe.</summary>
    public int SelfHarmThreshold { get; set; } = 4;

    /// <summary>The lowest severity of sexual content that is unsafe.</summary>
    public int SexualThreshold { get; set; } = 4;

    /// <summary>The lowest severity of violence that is unsafe.</summary>
    public int ViolenceThreshold { get; set; } = 4;

    /// <summary>The names of blocklists of the resource; a text with one of their terms is unsafe. At most 64 characters each: letters, digits, <c>-</c>, <c>.</c>, <c>_</c>, <c>~</c>.</summary>
    public IList<string> BlocklistNames { get; } = new List<string>();

    /// <summary>
    /// How many characters of a stream are held back, screened together and then released: 100 to 10,000, 1,000 by default. Less shows text sooner, and costs more requests.
    /// </summary>
    public int StreamingWindow { get; set; } = 1_000;

    internal override IEnumerable<string> OwnProblems()
    {
        foreach (var problem in base.OwnProblems())
            yield return problem;
        if (HateThreshold is < 1 or > 7 || SelfHarmThreshold is < 1 or > 7 || SexualThreshold is < 1 or > 7 || ViolenceThreshold is < 1 or > 7)
            yield return "A threshold must be from 1 to 7.";
        if (StreamingWindow is < 100 or > ContentSafetyService.TextLimit)
            yield return $"{nameof(StreamingWindow)} must be from 100 to 10,000.";
        if (BlocklistNames.Any(static name => name is not { Length: > 0 and <= 64 } || name.Any(static character => !IsNameCharacter(character))))
            yield return $"{nameof(BlocklistNames)} must be of 1 to 64 letters, digits, '-', '.', '_' or '~'.";
    }

    private static bool IsNameCharacter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~';
}
