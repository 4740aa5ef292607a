using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Names;

/// <summary>What a body does, by the symbols behind its telling names.</summary>
internal static class ExactKinds
{
    public static NameKind Of(BodyNames body, SemanticModel model, AiSymbols symbols, CancellationToken cancellationToken)
    {
        var kinds = body.Given;
        foreach (var site in body.Sites)
        {
            if ((kinds & site.Kinds) != site.Kinds)
                kinds |= Of(site, model, symbols, cancellationToken);
        }

        return kinds;
    }

    private static NameKind Of(NameSite site, SemanticModel model, AiSymbols symbols, CancellationToken cancellationToken)
    {
        var info = model.GetSymbolInfo(site.Node, cancellationToken);
        // Code that the compiler cannot bind means what its names mean.
        if ((info.Symbol ?? CandidateCall.Resolve(site.Node, info, model, cancellationToken)) is not { } symbol)
            return site.Kinds;

        var kinds = NameKind.None;
        foreach (var row in symbols.RowsOf(symbol))
            kinds |= NameKinds.KindOf(row);
        return kinds;
    }
}
