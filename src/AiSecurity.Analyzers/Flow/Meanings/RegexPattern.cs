using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>The constant pattern of a regular expression, and whether it leaves a text no room for instructions.</summary>
internal static class RegexPattern
{
    /// <summary>What lets nearly any character through.</summary>
    private static readonly string[] Wide = ["[^", @"\s", @"\S", @"\W", @"\D", " "];

    /// <summary>The pattern of a field that is created with one, or of a method that is generated for one; null for others.</summary>
    public static string? Of(IOperation? regex) => regex switch
    {
        IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaringSyntaxReferences: { Length: > 0 } references } } => Written(references[0].GetSyntax()),
        IInvocationOperation { TargetMethod: var method } => Generated(method),
        IPropertyReferenceOperation { Property: var property } => Generated(property),
        _ => null,
    };

    /// <summary>Whether it holds the whole text to characters and words that it names.</summary>
    public static bool IsNarrow(string pattern)
    {
        if (!(pattern.StartsWith("^", StringComparison.Ordinal) || pattern.StartsWith(@"\A", StringComparison.Ordinal))
            || !(pattern.EndsWith("$", StringComparison.Ordinal) || pattern.EndsWith(@"\z", StringComparison.Ordinal))
            || pattern.Replace(@"\.", "").IndexOf('.') >= 0)
            return false;

        foreach (var wide in Wide)
        {
            if (pattern.IndexOf(wide, StringComparison.Ordinal) >= 0)
                return false;
        }

        // ^a|b$ is anchored on one side each.
        var depth = 0;
        foreach (var character in pattern)
        {
            depth += character switch { '(' => 1, ')' => -1, _ => 0 };
            if (character == '|' && depth == 0)
                return false;
        }

        return true;
    }

    private static string? Written(SyntaxNode declaration) =>
        declaration is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } } && arguments[0].Expression is LiteralExpressionSyntax literal
            ? literal.Token.Value as string
            : null;

    private static string? Generated(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "GeneratedRegexAttribute" && attribute.ConstructorArguments is { Length: > 0 } arguments)
                return arguments[0].Value as string;
        }

        return null;
    }
}
