using System;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Gateways;
using AiSecurity.Analyzers.Settings.Files;

namespace AiSecurity.Analyzers.Rules.Access.Tls;

/// <summary>Tells the settings that hold the address of an AI service without TLS: by the host, or by the name outside development.</summary>
internal static class PlainHttpSetting
{
    private static readonly string[] AddressEnds = ["endpoint", "url", "uri", "address", "host"];

    public static bool Is(SettingValue value, SettingsFile file, AiCatalog catalog)
    {
        if (EndpointSetting.UrlOf(value) is not { } url || !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return false;

        return catalog.Hosts.Classify(url) switch
        {
            HostKind.Loopback => false,
            HostKind.Unknown => IsAddressOfAi(DevelopmentSettings.NameOf(value), catalog) && IsWritten(AiHosts.HostOf(url)) && !DevelopmentSettings.Holds(file, value),
            _ => true,
        };
    }

    private static bool IsAddressOfAi(string name, AiCatalog catalog) =>
        Array.Exists(AddressEnds, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && catalog.Names.IsIn(name);

    /// <summary>Whether a host is written out, with nothing to be filled in.</summary>
    private static bool IsWritten(string host)
    {
        foreach (var c in host)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_' or '[' or ']' or ':'))
                return false;
        }

        return host.Length > 0;
    }
}
