using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>The id of the user on whose behalf code runs, where something in scope knows it.</summary>
internal static class SignedInUser
{
    public static ExpressionSyntax? IdAt(ReportedPlace place)
    {
        ISymbol? best = null;
        string? user = null;
        string? claim = null;
        foreach (var symbol in place.Model.LookupSymbols(place.Node.SpanStart))
        {
            if (ScopedSymbols.TypeOf(symbol) is not { } type || RowOf(type, place.Symbols) is not { } row || !ScopedSymbols.IsUsable(symbol, place.Node.SpanStart, place.Model, place.CancellationToken))
                continue;
            var expression = row["through"] is { } path ? $"{symbol.Name}.{path}" : symbol.Name;
            // A controller has its user at hand, and the context with that user too.
            if (best is null || (ScopedSymbols.Rank(symbol), expression.Length).CompareTo((ScopedSymbols.Rank(best), user!.Length)) < 0)
                (best, user, claim) = (symbol, expression, row["value"]);
        }

        return user is null ? null : SyntaxFactory.ParseExpression($"{user}.FindFirst({SymbolDisplay.FormatLiteral(claim!, quote: true)})?.Value");
    }

    /// <summary>A derived type may show its user elsewhere.</summary>
    private static CatalogRow? RowOf(ITypeSymbol type, AiSymbols symbols) => symbols.RowOf(type, Role.SignedIn) is { } row && row.IsOnType(MetadataName.Of(type)) ? row : null;
}
