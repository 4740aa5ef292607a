using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Settings.Files;

/// <summary>The beginning of an element: <c>&lt;name a="b"&gt;</c>.</summary>
/// <param name="Name">The element's name.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="IsEmpty">Whether it ends in <c>/&gt;</c>.</param>
/// <param name="End">The position after it.</param>
internal sealed record XmlTag(string Name, List<(string Name, string Value, TextSpan Span)> Attributes, bool IsEmpty, int End)
{
    /// <summary>The tag at a position; null when there is none, or it does not end.</summary>
    public static XmlTag? Read(string text, int at)
    {
        var name = ReadName(text, ref at, at + 1);
        if (name.Length == 0)
            return null;

        var attributes = new List<(string, string, TextSpan)>();
        while (SkipBlanks(text, ref at))
        {
            if (text[at] == '>')
                return new XmlTag(name, attributes, false, at + 1);
            if (text[at] == '/')
                return at + 1 < text.Length && text[at + 1] == '>' ? new XmlTag(name, attributes, true, at + 2) : null;

            var attribute = ReadName(text, ref at, at);
            if (attribute.Length == 0 || !SkipBlanks(text, ref at) || text[at++] != '=' || !SkipBlanks(text, ref at) || text[at] is not ('"' or '\''))
                return null;

            var close = text.IndexOf(text[at], at + 1);
            if (close < 0)
                return null;
            attributes.Add((attribute, Decode(text.Substring(at + 1, close - at - 1)), TextSpan.FromBounds(at + 1, close)));
            at = close + 1;
        }

        return null;
    }

    public string? ValueOf(string attribute)
    {
        foreach (var (name, value, _) in Attributes)
        {
            if (name == attribute)
                return value;
        }

        return null;
    }

    public static string Decode(string text) =>
        text.IndexOf('&') < 0 ? text : text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&apos;", "'").Replace("&amp;", "&");

    private static string ReadName(string text, ref int at, int start)
    {
        for (at = start; at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.' or ':'); at++)
        {
        }

        return text.Substring(start, at - start);
    }

    private static bool SkipBlanks(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at < text.Length;
    }
}
