using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Settings.Files;

/// <summary>
/// Reads <c>app.config</c>, <c>web.config</c> and their like: <c>&lt;add key="..." value="..." /&gt;</c>, other attributes, and the text of
/// <c>&lt;setting name="..."&gt;&lt;value&gt;</c>.
/// </summary>
internal sealed class XmlSettings
{
    private const int MaxDepth = 64;

    private readonly string _text;
    private readonly List<(string Tag, string Label)> _open = [];
    private readonly ImmutableArray<SettingValue>.Builder _values = ImmutableArray.CreateBuilder<SettingValue>();

    private XmlSettings(string text) => _text = text;

    /// <summary>The texts of a file; null when it does not parse.</summary>
    public static ImmutableArray<SettingValue>? Read(string text) => new XmlSettings(text).Read();

    private ImmutableArray<SettingValue>? Read()
    {
        for (var at = 0; ;)
        {
            var open = _text.IndexOf('<', at);
            AddContent(at, open < 0 ? _text.Length : open);
            if (open < 0)
                return _open.Count == 0 && _values.Count > 0 ? _values.ToImmutable() : null;

            at = SkipOther(open) ?? (StartsAt(open, "</") ? Close(open) : Open(open));
            if (at < 0)
                return null;
        }
    }

    /// <summary>The end of a comment, declaration or instruction that begins here; null when something else does, -1 when it has no end.</summary>
    private int? SkipOther(int at)
    {
        var end = StartsAt(at, "<!--") ? "-->" : StartsAt(at, "<![CDATA[") ? "]]>" : StartsAt(at, "<?") ? "?>" : StartsAt(at, "<!") ? ">" : null;
        if (end is null)
            return null;

        var close = _text.IndexOf(end, at, StringComparison.Ordinal);
        return close < 0 ? -1 : close + end.Length;
    }

    private int Close(int at)
    {
        var end = _text.IndexOf('>', at);
        if (end < 0 || _open.Count == 0 || _text.Substring(at + 2, end - at - 2).Trim() != _open[_open.Count - 1].Tag)
            return -1;

        _open.RemoveAt(_open.Count - 1);
        return end + 1;
    }

    private int Open(int at)
    {
        if (XmlTag.Read(_text, at) is not { } tag || _open.Count == MaxDepth)
            return -1;

        var label = tag.ValueOf("key") ?? tag.ValueOf("name") ?? tag.Name;
        foreach (var (name, value, span) in tag.Attributes)
        {
            if (name is "value" or "connectionString")
                Add(label, value, span);
            else if (name is not ("key" or "name"))
                Add(label + ":" + name, value, span);
        }

        if (!tag.IsEmpty)
            _open.Add((tag.Name, label));
        return tag.End;
    }

    private void AddContent(int from, int to)
    {
        while (from < to && char.IsWhiteSpace(_text[from]))
            from++;
        while (to > from && char.IsWhiteSpace(_text[to - 1]))
            to--;
        if (from < to && _open.Count > 0)
            Add("", XmlTag.Decode(_text.Substring(from, to - from)), TextSpan.FromBounds(from, to));
    }

    private void Add(string label, string value, TextSpan span)
    {
        var parts = new List<string>();
        foreach (var (_, outer) in _open)
        {
            if (outer is not ("configuration" or "value"))
                parts.Add(outer);
        }

        if (label.Length > 0)
            parts.Add(label);
        _values.Add(new SettingValue(string.Join(":", parts), value, span));
    }

    private bool StartsAt(int at, string start) => string.CompareOrdinal(_text, at, start, 0, start.Length) == 0;
}
