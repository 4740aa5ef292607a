using System.Security.Cryptography;
using System.Text;

namespace AiSecurity.Cli.Scanning;

/// <summary>Makes fingerprints of rule, file and code. Line numbers are no part, so that edits elsewhere in the file change nothing; equal lines are counted.</summary>
internal sealed class FingerprintMaker
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public string Make(string rule, SourcePlace place)
    {
        var code = string.Concat(place.Code.Where(static c => !char.IsWhiteSpace(c)));
        var key = $"{rule}|{place.File}|{code}";
        _seen[key] = _seen.TryGetValue(key, out var count) ? ++count : count;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}|{count}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
