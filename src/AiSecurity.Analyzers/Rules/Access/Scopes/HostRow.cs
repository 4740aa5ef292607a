using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Access.Scopes;

/// <summary>The catalog's row about the host of an address, as far as the source tells.</summary>
internal static class HostRow
{
    /// <summary>The row, when all that is known of the address agrees; null otherwise.</summary>
    public static CatalogRow? Of(IOperation address, AiHosts hosts, ValueTrace trace, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var source in trace.SourcesOf(address))
        {
            var inner = Endpoint.Inner(source) ?? source;
            foreach (var piece in ConstantText.Of(inner, trace, cancellationToken).Pieces)
                texts.Add(piece.Text);
            foreach (var innermost in trace.SourcesOf(inner))
            {
                if (innermost.ConstantValue.HasValue == false && Endpoint.Template(innermost) is { } template)
                    texts.Add(template.Text);
            }
        }

        CatalogRow? found = null;
        foreach (var text in texts)
        {
            var row = hosts.Find(text);
            if (row is null || (found is not null && found["scope"] != row["scope"]))
                return null;
            found = row;
        }

        return found;
    }
}
