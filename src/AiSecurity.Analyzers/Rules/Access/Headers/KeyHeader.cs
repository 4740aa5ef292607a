using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Access.Headers;

/// <summary>A request header that can carry a key, where it is set.</summary>
/// <param name="Node">The call, or the item of a list of headers that a loop sets.</param>
/// <param name="Name">The header's name.</param>
/// <param name="Row">The catalog's row about the header.</param>
/// <param name="Value">The key: what is sent, without the scheme before it.</param>
/// <param name="Call">The call that sets the header.</param>
internal sealed record KeyHeader(SyntaxNode Node, string Name, CatalogRow Row, IOperation Value, IOperation Call)
{
    /// <summary>Whether the header carries tokens as well as keys.</summary>
    public bool TakesTokens => Row["scheme"] is not null;
}
