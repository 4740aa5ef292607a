using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary><c>sp.GetRequiredService&lt;PromptShield&gt;()</c></summary>
internal static class GuardService
{
    /// <summary>The call; null where no provider is at hand.</summary>
    public static ExpressionSyntax? At(ReportedPlace place, GuardMember guard) =>
        place.Model.LookupSymbols(place.Node.SpanStart).OfType<IParameterSymbol>().FirstOrDefault(static parameter => parameter.Type.Name == "IServiceProvider" && parameter.Name != "_") is { } provider
            ? Call(provider.Name, guard.Type, place)
            : null;

    /// <summary>The call on a provider of that name.</summary>
    public static ExpressionSyntax? Call(string provider, INamedTypeSymbol service, ReportedPlace place)
    {
        if (place.Symbols.Catalog[Role.Service].FirstOrDefault(row => place.Symbols.FindType(row.TypeName) is not null) is not { } row)
            return null;

        var method = place.Generator.WithTypeArguments(place.Generator.IdentifierName(row.MemberName), place.Types.To(service));
        return (ExpressionSyntax)place.Generator.InvocationExpression(place.Generator.MemberAccessExpression(place.Generator.IdentifierName(provider), method));
    }
}
