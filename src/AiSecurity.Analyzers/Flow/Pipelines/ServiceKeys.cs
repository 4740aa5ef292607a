using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Pipelines;

/// <summary>Keys of a container's services, as they are written.</summary>
internal static class ServiceKeys
{
    /// <summary>A service without a key.</summary>
    public const string None = "";

    /// <summary>A key that only the program knows.</summary>
    private const string Computed = "?";

    /// <summary>A literal with its quotes, a constant by its name.</summary>
    public static string Of(ExpressionSyntax? key) => key switch
    {
        LiteralExpressionSyntax { Token.RawKind: (int)SyntaxKind.StringLiteralToken, Token.ValueText: var text } => $"\"{text}\"",
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments } when Names.SimpleNames.Of(arguments[0].Expression) is { } named => $"\"{named}\"",
        IdentifierNameSyntax { Identifier.ValueText: { Length: > 0 } name } when char.IsUpper(name[0]) => name,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax, Name.Identifier.ValueText: { Length: > 0 } name } owner when owner.Expression.ToString() is { Length: > 0 } type && char.IsUpper(type[0]) => name,
        _ => Computed,
    };

    /// <summary>Whether two keys are known to be the same, or to be different: a constant may be any literal.</summary>
    public static bool CanBeTold(string key, string other) => key != Computed && other != Computed && (key == None || other == None || (key[0] == '"') == (other[0] == '"'));
}
