using System;
using System.Collections.Generic;
using System.Linq;

namespace AiSecurity.Guards;

/// <summary>The hosts that may be sent a token: exact names, or <c>*.</c> and a suffix of two labels or more.</summary>
internal sealed class AllowedHosts
{
    private readonly string[] _names;
    private readonly string[] _suffixes;

    private AllowedHosts(string[] names, string[] suffixes)
    {
        _names = names;
        _suffixes = suffixes;
    }

    /// <exception cref="ArgumentException">A pattern is neither.</exception>
    public static AllowedHosts Parse(IEnumerable<string> patterns)
    {
        var all = patterns.ToArray();
        if (Array.Find(all, pattern => Problem(pattern) is not null) is { } wrong)
            throw new ArgumentException(Problem(wrong), nameof(patterns));
        return new([.. all.Where(static pattern => pattern[0] != '*').Select(Bare)], [.. all.Where(static pattern => pattern[0] == '*').Select(static pattern => pattern.Substring(1))]);
    }

    /// <summary>What is wrong with a pattern; null when nothing is.</summary>
    public static string? Problem(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern))
            return "A host must not be empty.";

        var name = pattern!.StartsWith("*.", StringComparison.Ordinal) ? pattern.Substring(2) : pattern;
        var isWildcard = name.Length != pattern.Length;
        if (Uri.CheckHostName(Bare(name)) is UriHostNameType.Unknown or UriHostNameType.Basic || (isWildcard && (Uri.CheckHostName(name) != UriHostNameType.Dns || name.IndexOf('.') < 0)))
            return $"'{pattern}' is no host: write a name without scheme, port and path, or '*.' and a suffix of at least two labels.";
        return null;
    }

    /// <summary>Compares what the connection will be made to, the name after IDN mapping, and never the text of the address.</summary>
    public bool Contains(Uri uri)
    {
        var host = Bare(uri.IdnHost);
        return Array.Exists(_names, name => name.Equals(host, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(_suffixes, suffix => host.Length > suffix.Length && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>An IPv6 address without its brackets.</summary>
    private static string Bare(string host) => host.Trim('[', ']');
}
