using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>The id of the user on whose behalf code runs, where something in scope knows it.</summary>
internal static class SignedInUser
{
    /// <summary>As ASP.NET Core maps the claim <c>oid</c> of Microsoft Entra ID.</summary>
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    public static ExpressionSyntax? IdAt(ReportedPlace place)
    {
        ISymbol? best = null;
        string? user = null;
        foreach (var symbol in place.Model.LookupSymbols(place.Node.SpanStart))
        {
            if (ScopedSymbols.TypeOf(symbol) is not { } type || UserOf(symbol.Name, type) is not { } expression || !ScopedSymbols.IsUsable(symbol, place.Node.SpanStart, place.Model, place.CancellationToken))
                continue;
            // A controller has its user at hand, and the context with that user too.
            if (best is null || (ScopedSymbols.Rank(symbol), expression.Length).CompareTo((ScopedSymbols.Rank(best), user!.Length)) < 0)
                (best, user) = (symbol, expression);
        }

        return user is null ? null : SyntaxFactory.ParseExpression($"{user}.FindFirst(\"{ObjectId}\")?.Value");
    }

    private static string? UserOf(string name, ITypeSymbol type) => (type.ContainingNamespace?.ToString(), type.Name) switch
    {
        ("System.Security.Claims", "ClaimsPrincipal") => name,
        ("Microsoft.AspNetCore.Http", "HttpContext") => name + ".User",
        ("Microsoft.AspNetCore.Http", "IHttpContextAccessor") => name + ".HttpContext?.User",
        ("Microsoft.AspNetCore.SignalR", "HubCallerContext") => name + ".User?",
        _ => null,
    };
}
