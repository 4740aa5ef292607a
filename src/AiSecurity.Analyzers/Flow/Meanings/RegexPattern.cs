using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>The constant pattern of a regular expression, and whether it leaves a text no room for instructions.</summary>
internal static class RegexPattern
{
    /// <summary>What lets nearly any character through, a set that only says what it does not take among them.</summary>
    private static readonly string[] Wide = [".", "[^", @"\s", @"\S", @"\W", @"\D", " "];

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
        if (!(pattern.StartsWith("^", StringComparison.Ordinal) || pattern.StartsWith(@"\A", StringComparison.Ordinal)))
            return false;

        var (depth, set, last) = (0, -1, "");
        for (var i = 0; i < pattern.Length; i += last.Length)
        {
            last = PieceAt(pattern, i);
            if (Array.IndexOf(Wide, last) >= 0)
                return false;

            if (set >= 0)
            {
                // Directly behind its bracket, another one is a character of the set.
                if (last == "]" && i > set + 1)
                    set = -1;
                continue;
            }

            if (last == "[")
                set = i;
            depth += last switch { "(" => 1, ")" => -1, _ => 0 };
            // ^a|b$ is anchored on one side each.
            if (last == "|" && depth == 0)
                return false;
        }

        return set < 0 && last is ("$" or @"\z");
    }

    /// <summary>What a text has passed in which all that a pattern finds was replaced: one set of characters, those to leave or those to take out.</summary>
    public static Guards LeftBy(string pattern)
    {
        var set = pattern.TrimEnd('+');
        if (set.Length < 3 || set[0] != '[' || set.IndexOf(']', 2) != set.Length - 1)
            return Guards.None;

        var inner = set.Substring(1, set.Length - 2);
        if (inner[0] != '^')
            return inner.IndexOf('/') >= 0 && inner.Contains(@"\\") ? Guards.Path : Guards.None;

        var (left, guards) = (inner.Substring(1), Guards.AllowList | Guards.Path);
        for (var i = 0; i < left.Length;)
        {
            var piece = PieceAt(left, i);
            if (piece is "/" or @"\\" or @"\S" or @"\W" or @"\D")
                return Guards.None;
            // A text with blanks can say something.
            if (piece is " " or @"\s")
                guards = Guards.Path;
            i += piece.Length;
        }

        return guards;
    }

    /// <summary>A character, with the backslash before it or the sign that turns a set around.</summary>
    private static string PieceAt(string pattern, int start)
    {
        var isPair = start + 1 < pattern.Length && (pattern[start] == '\\' || (pattern[start] == '[' && pattern[start + 1] == '^'));
        return pattern.Substring(start, isPair ? 2 : 1);
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
