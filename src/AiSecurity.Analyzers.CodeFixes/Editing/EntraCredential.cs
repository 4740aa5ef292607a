using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>A credential of Microsoft Entra ID that can stand where a key stood.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Id">Last part of the equivalence key.</param>
/// <param name="Type">The type that has to accept it.</param>
/// <param name="Expression">The expression, in full names.</param>
internal sealed record EntraCredential(string Title, string Id, ITypeSymbol Type, ExpressionSyntax Expression)
{
    public const string InScope = "in_scope";

    /// <summary>The credentials to offer at a place, the option's choice first.</summary>
    public static ImmutableArray<EntraCredential> At(int position, string preferred, AiSymbols symbols, SemanticModel model, SyntaxGenerator generator, CancellationToken cancellationToken)
    {
        var offered = new List<EntraCredential>();
        var types = new TypeReference(model, position, generator);
        foreach (var row in symbols.Catalog[Role.Credential])
        {
            if (symbols.FindType(row.TypeName) is not { } type)
                continue;

            var credential = new EntraCredential($"Use {type.Name}", row["as"]!, type, Creation(type, row["argument"], symbols, types, generator));
            if (row["as"] == preferred)
                offered.Insert(0, credential);
            else
                offered.Add(credential);
        }

        if (Found(position, symbols, model, generator, cancellationToken) is { } found)
            offered.Add(found);
        return offered.ToImmutableArray();
    }

    private static ExpressionSyntax Creation(INamedTypeSymbol type, string? argument, AiSymbols symbols, TypeReference types, SyntaxGenerator generator)
    {
        var typeSyntax = types.To(type);
        // Older versions of the library have only the constructor without this argument.
        if (argument is null || !symbols.Exists(argument))
            return (ExpressionSyntax)generator.ObjectCreationExpression(typeSyntax);

        var dot = argument.LastIndexOf('.');
        var owner = symbols.FindNestedType(argument.Substring(2, dot - 2))!;
        return (ExpressionSyntax)generator.ObjectCreationExpression(typeSyntax, types.Member(owner, argument.Substring(dot + 1)));
    }

    /// <summary>A token credential that is in scope, the nearest first; one from the container when the project registers one.</summary>
    private static EntraCredential? Found(int position, AiSymbols symbols, SemanticModel model, SyntaxGenerator generator, CancellationToken cancellationToken)
    {
        ISymbol? best = null;
        ISymbol? provider = null;
        foreach (var symbol in model.LookupSymbols(position))
        {
            // An optional one may be missing, and an instance member cannot be reached from a static place.
            if (ScopedSymbols.TypeOf(symbol) is not { } type || ScopedSymbols.MayBeNull(symbol, type, model, cancellationToken) || !ScopedSymbols.IsUsable(symbol, position, model, cancellationToken))
                continue;
            if (symbols.Is(type, Role.Token) && (best is null || ScopedSymbols.Rank(symbol) < ScopedSymbols.Rank(best)))
                best = symbol;
            if (type.Name == "IServiceProvider" && symbol.Name != "_" && provider is null or not IParameterSymbol)
                provider = symbol;
        }

        if (best is not null)
            return new EntraCredential($"Use the token credential '{best.Name}'", InScope, ScopedSymbols.TypeOf(best)!, SyntaxFactory.IdentifierName(best.Name));
        if (provider is null || RegisteredToken(symbols, model, cancellationToken) is not { } registered)
            return null;

        foreach (var row in symbols.Catalog[Role.Service])
        {
            if (symbols.FindType(row.TypeName) is null)
                continue;

            var method = generator.WithTypeArguments(generator.IdentifierName(row.MemberName), new TypeReference(model, position, generator).To(registered));
            var call = generator.InvocationExpression(generator.MemberAccessExpression(generator.IdentifierName(provider.Name), method));
            return new EntraCredential($"Use the registered {registered.Name}", InScope, registered, (ExpressionSyntax)call);
        }

        return null;
    }

    /// <summary>The token credential type in <c>AddSingleton&lt;TokenCredential&gt;(...)</c> anywhere in the file.</summary>
    private static INamedTypeSymbol? RegisteredToken(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (node is GenericNameSyntax { Identifier.ValueText: "AddSingleton", TypeArgumentList.Arguments: { Count: > 0 } arguments }
                && model.GetTypeInfo(arguments[0], cancellationToken).Type is INamedTypeSymbol type && symbols.Is(type, Role.Token))
                return type;
        }

        return null;
    }
}
