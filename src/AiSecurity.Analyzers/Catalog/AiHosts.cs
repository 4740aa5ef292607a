using System;
using System.Collections.Immutable;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>Who answers at an endpoint.</summary>
internal enum HostKind
{
    /// <summary>Nothing is known of the host.</summary>
    Unknown,

    /// <summary>An Azure AI service, which takes Entra ID tokens.</summary>
    Azure,

    /// <summary>A gateway with subscription keys of its own.</summary>
    Gateway,

    /// <summary>A service that has keys only.</summary>
    Other,

    /// <summary>This machine, or one that is reached by a name without dots.</summary>
    Loopback,
}

/// <summary>Tells hosts apart by the catalog's patterns; the longest that matches decides.</summary>
internal sealed class AiHosts(ImmutableArray<CatalogRow> rows)
{
    /// <summary>The kind of an absolute URL; <see cref="HostKind.Unknown"/> for anything else.</summary>
    public HostKind Classify(string url)
    {
        var host = HostOf(url, out var isServiceName);
        if (host.Length == 0)
            return HostKind.Unknown;

        return isServiceName || IsLoopbackAddress(host) ? HostKind.Loopback : KindOf(Longest(pattern => Matches(pattern, host)));
    }

    /// <summary>The row about the host of an absolute URL; null when there is none.</summary>
    public CatalogRow? Find(string url) => HostOf(url, out _) is { Length: > 0 } host ? Longest(pattern => Matches(pattern, host)) : null;

    /// <summary>The row about a host that a text names, wherever in it: <c>".openai.azure.com/"</c>. Null when it names none.</summary>
    public CatalogRow? Mentioned(string text) => Longest(pattern => text.IndexOf(pattern.TrimStart('*'), StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The host of an absolute URL, in lower case; empty when it has none.</summary>
    public static string HostOf(string url) => HostOf(url, out _);

    public static HostKind KindOf(CatalogRow? row) => row?["kind"] switch
    {
        "azure" => HostKind.Azure,
        "gateway" => HostKind.Gateway,
        "other" => HostKind.Other,
        "loopback" => HostKind.Loopback,
        _ => HostKind.Unknown,
    };

    private CatalogRow? Longest(Func<string, bool> fits)
    {
        CatalogRow? best = null;
        foreach (var row in rows)
        {
            if (fits(row.Member) && (best is null || row.Member.Length > best.Member.Length))
                best = row;
        }

        return best;
    }

    /// <summary>The host of a URL, lower case and without port; empty when there is none. Never throws.</summary>
    private static string HostOf(string url, out bool isServiceName)
    {
        isServiceName = false;
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return "";

        // Service discovery writes "https+http://name".
        isServiceName = url.IndexOf('+', 0, scheme) >= 0;
        var start = scheme + 3;
        var end = url.IndexOfAny(['/', '?', '#'], start);
        var authority = end < 0 ? url.Substring(start) : url.Substring(start, end - start);
        authority = authority.Substring(authority.LastIndexOf('@') + 1);
        if (authority.StartsWith("[", StringComparison.Ordinal))
            return authority.Substring(0, Math.Max(0, authority.IndexOf(']') + 1));

        var port = authority.IndexOf(':');
        var host = (port < 0 ? authority : authority.Substring(0, port)).ToLowerInvariant();
        // The root of the name system may be written out.
        if (host.Length > 1 && host[host.Length - 1] == '.')
            host = host.Substring(0, host.Length - 1);
        // A single label that is not a placeholder is a container or a machine of the same network.
        if (host.Length > 0 && host.IndexOf('.') < 0 && IsName(host))
            isServiceName = true;
        return host;
    }

    private static bool IsName(string host)
    {
        foreach (var c in host)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_'))
                return false;
        }

        return true;
    }

    private static bool IsLoopbackAddress(string host) =>
        host is "[::1]" or "0.0.0.0" || (host.StartsWith("127.", StringComparison.Ordinal) && char.IsDigit(host[host.Length - 1]));

    private static bool Matches(string pattern, string host) =>
        pattern[0] == '*'
            ? host.Length >= pattern.Length && host.EndsWith(pattern.Substring(1), StringComparison.OrdinalIgnoreCase)
            : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
