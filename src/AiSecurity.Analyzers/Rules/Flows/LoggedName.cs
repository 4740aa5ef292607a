using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Flows;

/// <summary>Arguments of a log that are called an identifier and not a text: of a tool, a file, a server, a model.</summary>
internal static class LoggedName
{
    public static bool Is(SyntaxNode argument)
    {
        var name = argument switch
        {
            ArgumentSyntax { Expression: var expression } => NameOf(expression),
            ExpressionSyntax expression => NameOf(expression),
            _ => null,
        };
        return name is not null && (IdentifierNames.Is(name) || IdentifierNames.IsWhole(name));
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => name,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } } => name,
        _ => null,
    };
}
