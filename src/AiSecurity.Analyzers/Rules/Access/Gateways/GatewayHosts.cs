using System;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Rules.Access.Gateways;

/// <summary>The hosts of the gateway that a project names.</summary>
internal sealed class GatewayHosts(ImmutableArray<string> names)
{
    /// <summary>Property of a diagnostic: the host to use instead, when there is only one.</summary>
    public const string Property = "gateway";

    private readonly ImmutableArray<string> _hosts = Hosts(names);

    public bool IsEmpty => _hosts.IsEmpty;

    /// <summary>The one host there is; null when there are several, or any name below one.</summary>
    public string? Only => _hosts.Length == 1 && _hosts[0][0] != '*' ? _hosts[0] : null;

    /// <summary>Whether an endpoint is that of an AI service, or of another gateway, and none of these.</summary>
    public bool IsPassedBy(string url, AiHosts hosts)
    {
        if (hosts.Classify(url) is not (HostKind.Azure or HostKind.Gateway))
            return false;

        var host = AiHosts.HostOf(url);
        foreach (var gateway in _hosts)
        {
            if (gateway[0] == '*' ? host.EndsWith(gateway.Substring(1), StringComparison.Ordinal) : host == gateway)
                return false;
        }

        return true;
    }

    /// <summary>The hosts alone: somebody may write whole URLs.</summary>
    private static ImmutableArray<string> Hosts(ImmutableArray<string> names)
    {
        var hosts = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names)
        {
            var host = name.IndexOf("://", StringComparison.Ordinal) >= 0 ? AiHosts.HostOf(name) : name.TrimEnd('/').ToLowerInvariant();
            if (host.Length > 0)
                hosts.Add(host);
        }

        return hosts.ToImmutable();
    }
}
