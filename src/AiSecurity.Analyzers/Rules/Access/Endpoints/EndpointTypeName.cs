using System;
using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Tells names of base types and attributes by which a class may answer requests, also those of a library between it and the framework.</summary>
internal static class EndpointTypeName
{
    private static readonly string[] Kinds = ["Controller", "Hub", "Page", "PageModel", "Base"];

    public static bool Is(string? name, AiCatalog catalog)
    {
        if (name is null)
            return false;

        foreach (var row in catalog.Index.Types(name).AddRange(catalog.Index.Types(name + nameof(Attribute))))
        {
            if (row.Role == Role.Endpoint && row["kind"] != "sender")
                return true;
        }

        return Array.Exists(Kinds, kind => name.EndsWith(kind, StringComparison.Ordinal));
    }
}
