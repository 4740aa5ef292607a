using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Writes https where http stands.</summary>
internal static class SecureScheme
{
    private const string Scheme = "http://";

    public static bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        // A port that is written down is one for plain HTTP.
        if (place.Node is not (LiteralExpressionSyntax or InterpolatedStringTextSyntax or BinaryExpressionSyntax) || HasPort(place.Node.Parent is InterpolatedStringExpressionSyntax whole ? whole.ToString() : place.Node.ToString()))
            return false;

        var token = place.Node.DescendantTokens().FirstOrDefault(static token => token.ValueText.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase));
        var start = token.Text.IndexOf(Scheme, StringComparison.OrdinalIgnoreCase);
        if (start < 0 || token.Parent is not { } owner)
            return false;

        var letter = char.IsUpper(token.Text[start]) ? "S" : "s";
        var text = token.Text.Insert(start + "http".Length, letter);
        var value = token.ValueText.Insert("http".Length, letter);
        edit.Change(owner, current => current.ReplaceToken(current.DescendantTokens().First(), SyntaxFactory.Token(token.LeadingTrivia, token.Kind(), text, value, token.TrailingTrivia)));
        return true;
    }

    private static bool HasPort(string text)
    {
        var start = text.IndexOf(Scheme, StringComparison.OrdinalIgnoreCase) + Scheme.Length;
        var end = text.IndexOf('/', start);
        return text.IndexOf(':', start) is var colon and >= 0 && (end < 0 || colon < end);
    }
}
