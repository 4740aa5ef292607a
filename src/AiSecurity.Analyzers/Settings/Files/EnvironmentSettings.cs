using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Settings.Files;

/// <summary>Reads <c>.env</c> files: <c>NAME=value</c>, one a line.</summary>
internal static class EnvironmentSettings
{
    private const string Export = "export ";

    public static ImmutableArray<SettingValue>? Read(string text)
    {
        var values = ImmutableArray.CreateBuilder<SettingValue>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (ReadLine(text, start, end) is { } value)
                values.Add(value);
            start = end + 1;
        }

        return values.ToImmutable();
    }

    private static SettingValue? ReadLine(string text, int start, int end)
    {
        var equals = text.IndexOf('=', start, end - start);
        if (equals < 0)
            return null;

        var name = text.Substring(start, equals - start).Trim();
        if (name.StartsWith(Export, StringComparison.Ordinal))
            name = name.Substring(Export.Length).Trim();
        if (name.Length == 0 || name[0] == '#')
            return null;

        var (from, to) = (equals + 1, end);
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        if (from < to && text[from] is '"' or '\'' && text.IndexOf(text[from], from + 1, to - from - 1) is var close and >= 0)
            (from, to) = (from + 1, close);
        else if (text.IndexOf(" #", from, to - from, StringComparison.Ordinal) is var comment and >= 0)
            to = comment;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
            to--;

        return new SettingValue(name.Replace("__", ":"), text.Substring(from, to - from), TextSpan.FromBounds(from, to));
    }
}
