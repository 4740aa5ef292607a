using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary><c>sp.GetRequiredService&lt;PromptShield&gt;()</c></summary>
internal static class GuardService
{
    /// <summary>The call; null where no provider is at hand.</summary>
    public static ExpressionSyntax? At(ReportedPlace place, GuardMember guard)
    {
        var provider = place.Model.LookupSymbols(place.Node.SpanStart).OfType<IParameterSymbol>().FirstOrDefault(static parameter => parameter.Type.Name == "IServiceProvider" && parameter.Name != "_");
        var row = place.Symbols.Catalog[Role.Service].FirstOrDefault(row => place.Symbols.FindType(row.TypeName) is not null);
        if (provider is null || row is null)
            return null;

        var method = place.Generator.WithTypeArguments(place.Generator.IdentifierName(row.MemberName), place.Types.To(guard.Type));
        return (ExpressionSyntax)place.Generator.InvocationExpression(place.Generator.MemberAccessExpression(place.Generator.IdentifierName(provider.Name), method));
    }
}
