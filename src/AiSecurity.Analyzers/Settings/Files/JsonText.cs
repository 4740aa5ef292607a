using System;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Settings.Files;

/// <summary>The characters of a JSON file, read from front to back.</summary>
internal sealed class JsonText(string text)
{
    private int _at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    public bool IsAtEnd => _at >= text.Length;

    public char Current => text[_at];

    /// <summary>Goes on to what is neither blank nor comment; false when a comment has no end.</summary>
    public bool SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]))
            {
                _at++;
                continue;
            }

            if (text[_at] != '/')
                return true;

            var (end, length) = _at + 1 < text.Length ? text[_at + 1] switch { '/' => ("\n", 1), '*' => ("*/", 2), _ => ("", 0) } : ("", 0);
            if (length == 0)
                return false;
            var close = text.IndexOf(end, _at + 2, StringComparison.Ordinal);
            if (close < 0 && length == 2)
                return false;
            _at = close < 0 ? text.Length : close + length;
        }

        return true;
    }

    public bool Skip(char expected)
    {
        if (IsAtEnd || Current != expected)
            return false;
        _at++;
        return true;
    }

    /// <summary>Reads a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public bool ReadWord(out string word, out TextSpan span)
    {
        var start = _at;
        while (!IsAtEnd && (char.IsLetterOrDigit(Current) || Current is '-' or '+' or '.'))
            _at++;
        word = text.Substring(start, _at - start);
        span = TextSpan.FromBounds(start, _at);
        return _at > start;
    }

    /// <summary>Reads a text in quotes.</summary>
    public bool ReadString(out string value, out TextSpan span)
    {
        var start = ++_at;
        var result = new StringBuilder();
        for (; !IsAtEnd && Current is not ('"' or '\n'); _at++)
        {
            if (Current != '\\')
                result.Append(Current);
            else if (!ReadEscape(result))
                break;
        }

        span = TextSpan.FromBounds(start, Math.Min(_at, text.Length));
        value = result.ToString();
        return Skip('"');
    }

    private bool ReadEscape(StringBuilder result)
    {
        if (++_at >= text.Length)
            return false;
        if (Current == 'u')
        {
            if (_at + 4 >= text.Length || !ushort.TryParse(text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                return false;
            result.Append((char)code);
            _at += 4;
            return true;
        }

        result.Append(Current switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
        return true;
    }
}
