using System.Text.RegularExpressions;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Commands;

/// <summary>The page of a rule for the console. Pages come with the tool.</summary>
internal static partial class RulePage
{
    public static async Task<string> ReadAsync(RuleInfo rule, CancellationToken cancellationToken)
    {
        using var stream = typeof(RulePage).Assembly.GetManifestResourceStream($"Rules/{rule.Id}.md");
        if (stream is null)
            return $"{rule.Id}: {rule.Title}\n\n{rule.Description}\n\n{rule.HelpUri}";

        using var reader = new StreamReader(stream);
        var text = (await reader.ReadToEndAsync(cancellationToken)).ReplaceLineEndings("\n");
        return $"{string.Join('\n', ForConsole(text.Split('\n'))).Trim()}\n\n{rule.HelpUri}";
    }

    private static IEnumerable<string> ForConsole(IEnumerable<string> lines)
    {
        var isCode = false;
        foreach (var line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (isCode)
                yield return "    " + line;
            else if (!Comment().IsMatch(line))
                yield return Heading().Replace(Link().Replace(line, "${text}"), static match => match.Groups["text"].Value.ToUpperInvariant());
        }
    }

    /// <summary>Marks of generated parts.</summary>
    [GeneratedRegex("^<!--.*-->$")]
    private static partial Regex Comment();

    /// <summary>Links lead nowhere on a console; the page's own address follows in the end.</summary>
    [GeneratedRegex(@"\[(?<text>`[^`]+`|[^\]\n]+)\]\((?:https?:|\.\.?/|[A-Za-z0-9]+\.md|#)[^)\n]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.*)$")]
    private static partial Regex Heading();
}
