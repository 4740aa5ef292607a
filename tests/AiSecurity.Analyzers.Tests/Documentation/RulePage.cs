using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiSecurity.Analyzers.Tests.Documentation;

/// <summary>A block of code on a page.</summary>
/// <param name="Section">The heading it stands under.</param>
/// <param name="Language">What stands behind the fence.</param>
/// <param name="Text">The code.</param>
internal sealed record Snippet(string Section, string Language, string Text);

/// <summary>The page of a rule, taken apart.</summary>
internal static partial class RulePage
{
    public static ImmutableArray<string> Sections { get; } =
        ["What is wrong", "Why it matters", "Bad", "Good", "Fix", "When to suppress", "Options", "Limits"];

    public static ImmutableArray<string> SectionsOf(string page) => [.. Heading().Matches(page).Select(match => match.Groups["name"].Value)];

    public static ImmutableArray<Snippet> SnippetsOf(string page)
    {
        var snippets = ImmutableArray.CreateBuilder<Snippet>();
        var headings = Heading().Matches(page);
        foreach (Match fence in Fence().Matches(page))
        {
            var section = headings.LastOrDefault(heading => heading.Index < fence.Index)?.Groups["name"].Value ?? "";
            snippets.Add(new Snippet(section, fence.Groups["language"].Value, fence.Groups["text"].Value));
        }

        return snippets.ToImmutable();
    }

    public static string TextOf(string page, string section)
    {
        var start = page.IndexOf($"\n## {section}\n", StringComparison.Ordinal) + $"\n## {section}\n".Length;
        var end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
        return (end < 0 ? page[start..] : page[start..end]).Trim();
    }

    [GeneratedRegex(@"^## (?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```(?<language>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
