using System;
using System.Linq;

namespace AiSecurity.Guards;

/// <summary>The address that a guard was given, judged and cut to what requests are made from.</summary>
internal static class ServiceEndpoint
{
    public static string? Problem(Uri? endpoint, GuardOptions options)
    {
        if (endpoint is null)
            return "Endpoint is not set.";
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme != Uri.UriSchemeHttps)
            return "Endpoint must be an absolute https address: a token and a prompt are never sent in the clear.";
        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
            return "Endpoint must have no user, query or fragment.";
        if (!AllowedHosts.Parse(options.ServiceHosts.Concat(options.AllowedHosts)).Contains(endpoint))
            return $"The host '{endpoint.IdnHost}' is none of the service's own; add it to AllowedHosts if prompts and tokens may go there.";
        return null;
    }

    /// <summary>The address without a slash at its end; of a Foundry project's or its models' address, the resource's.</summary>
    public static Uri BaseOf(Uri endpoint)
    {
        var path = endpoint.AbsolutePath;
        foreach (var below in new[] { "/api/projects", "/openai/v1" })
        {
            var at = path.IndexOf(below, StringComparison.OrdinalIgnoreCase);
            path = at < 0 ? path : path.Substring(0, at);
        }

        return new Uri(endpoint.GetLeftPart(UriPartial.Authority) + path.TrimEnd('/'));
    }
}
