using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Execution.Downloads;

/// <summary>The constant addresses that something is fetched from.</summary>
internal static class DownloadUrl
{
    public static IEnumerable<ConstantPiece> Of(IOperation call, ISymbol member, CatalogRow row, AiFile file) =>
        row["url"] is { } parameter && new SinkArguments(file.Model, file.CancellationToken).Find(call, member, new CatalogSlot(parameter, null, null)) is { } address ? Of(address.Value, file) : [];

    public static IEnumerable<ConstantPiece> Of(IOperation address, AiFile file)
    {
        var trace = new ValueTrace(file.Model, file.CancellationToken);
        foreach (var source in trace.SourcesOf(address))
        {
            foreach (var piece in ConstantText.Of(Endpoint.Inner(source) ?? source, trace, file.CancellationToken).Pieces)
                yield return piece;
        }
    }

    public static bool IsLoopback(ConstantPiece address, AiFile file) => file.Compilation.Symbols.Catalog.Hosts.Classify(address.Text) == HostKind.Loopback;

    public static bool IsRemote(ConstantPiece address, AiFile file) => address.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && AiHosts.HostOf(address.Text).Length > 0 && !IsLoopback(address, file);
}
