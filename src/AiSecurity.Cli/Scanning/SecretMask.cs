using System.Text.RegularExpressions;
using AiSecurity.Analyzers.Descriptors;

namespace AiSecurity.Cli.Scanning;

/// <summary>Takes what may be a secret out of lines of code: reports are mailed around and uploaded.</summary>
internal static partial class SecretMask
{
    private const string Mask = "\u2026";

    /// <param name="line">The whole line.</param>
    /// <param name="rule">Of a finding about a key in a file, everything quoted goes.</param>
    /// <param name="start">Where the reported piece begins in it.</param>
    /// <param name="end">Where it ends.</param>
    public static string Apply(string line, string rule, int start, int end)
    {
        if (rule is RuleIds.HardCodedKey or RuleIds.KeyInSettings && start <= end && end <= line.Length)
        {
            var reported = line[start..end];
            var masked = reported.Contains('"', StringComparison.Ordinal) ? Quoted().Replace(reported, $"\"{Mask}\"") : Mask;
            line = line[..start] + masked + line[end..];
        }

        // Looking back from each word instead takes minutes for a prompt of a megabyte on one line.
        var first = line.AsSpan().IndexOfAny("\"'=");
        return first < 0 ? line : Token().Replace(line, match => match.Index > first && match.Value.Any(char.IsAsciiDigit) && match.Value.Any(char.IsAsciiLetter) ? Mask : match.Value);
    }

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"?")]
    private static partial Regex Quoted();

    /// <summary>What keys, tokens and connection strings are made of, inside of quotes or behind an equals sign.</summary>
    [GeneratedRegex(@"[A-Za-z0-9+/_\-]{24,}={0,2}")]
    private static partial Regex Token();
}
