using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>What the requests of models look like: a conversation whose turns have a role and a content, in whatever an application writes JSON with.</summary>
internal static class ModelBody
{
    /// <summary>Whether some code writes one.</summary>
    public static bool IsIn(SyntaxNode code, AiCatalog catalog) => code.DescendantNodes().Any(node => Is(node, catalog));

    /// <summary>Whether a node is the turn of a conversation: <c>new { role, content }</c> or <c>new Line(turn.Role, turn.Content)</c>, entries of a JSON object or dictionary, JSON as text, or an object inside something called messages.</summary>
    public static bool Is(SyntaxNode node, AiCatalog catalog) => node switch
    {
        AnonymousObjectCreationExpressionSyntax turn => HasAll(catalog, word => turn.Initializers.Any(member => IsNamed(member, word))),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression } turn => HasAll(catalog, word => turn.Expressions.Any(entry => IsEntry(entry, word)))
            || (IsInMessages(turn) && HasAll(catalog, word => turn.Expressions.Any(entry => IsSet(entry, word)))),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } parts } turn => HasAll(catalog, word => parts.Any(part => Is(NameOf(part.Expression), word))) || (IsSpoken(parts[0].Expression) && IsInMessages(turn)),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: var text } => IsText(text, catalog),
        InterpolatedStringTextSyntax { TextToken.ValueText: var text } => IsText(text, catalog),
        _ => false,
    };

    private static bool HasAll(AiCatalog catalog, Func<string, bool> isThere)
    {
        foreach (var row in catalog[Role.ModelBody])
        {
            if (row.Member.Split(',').All(isThere))
                return true;
        }

        return false;
    }

    private static bool IsText(string text, AiCatalog catalog) => text.IndexOf('"') >= 0 && HasAll(catalog, word => text.IndexOf('"' + word + '"', StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsNamed(AnonymousObjectMemberDeclaratorSyntax member, string word) => Is(member.NameEquals?.Name.Identifier.ValueText ?? NameOf(member.Expression), word);

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Whether a text is the role of a turn.</summary>
    private static bool IsSpoken(ExpressionSyntax role) => role is LiteralExpressionSyntax { Token.Value: "user" or "system" or "assistant" or "developer" };

    /// <summary><c>["role"] = ...</c> and <c>{ "role", ... }</c>.</summary>
    private static bool IsEntry(ExpressionSyntax entry, string word) => entry switch
    {
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } keys } } => IsText(keys[0].Expression, word),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: { Count: 2 } pair } => IsText(pair[0], word),
        _ => false,
    };

    private static bool IsSet(ExpressionSyntax entry, string word) => entry is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } && Is(name.Identifier.ValueText, word);

    private static bool IsInMessages(SyntaxNode turn) => turn.Ancestors().TakeWhile(static outer => outer is not StatementSyntax).Any(static outer => outer switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => Is(name.Identifier.ValueText, "messages"),
        VariableDeclaratorSyntax variable => Is(variable.Identifier.ValueText, "messages"),
        ArgumentSyntax { NameColon.Name: var name } => Is(name.Identifier.ValueText, "messages"),
        AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name: var name } => Is(name.Identifier.ValueText, "messages"),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var list } } => Is((list as IdentifierNameSyntax ?? (list as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText, "messages"),
        _ => false,
    });

    private static bool IsText(ExpressionSyntax key, string word) => key is LiteralExpressionSyntax literal && Is(literal.Token.ValueText, word);

    private static bool Is(string? name, string word) => string.Equals(name, word, StringComparison.OrdinalIgnoreCase);
}
