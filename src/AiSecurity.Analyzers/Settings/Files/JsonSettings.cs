using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace AiSecurity.Analyzers.Settings.Files;

/// <summary>
/// Reads the texts and the switches of a JSON file, with comments and trailing commas as the configuration of .NET allows them. No library: an analyzer that brings
/// one along breaks in hosts that have another version.
/// </summary>
internal sealed class JsonSettings
{
    private const int MaxDepth = 64;

    private readonly JsonText _text;
    private readonly Stack<Section> _sections = new();
    private readonly ImmutableArray<SettingValue>.Builder _values = ImmutableArray.CreateBuilder<SettingValue>();

    private JsonSettings(string text) => _text = new JsonText(text);

    private enum Expected
    {
        Value,
        NameOrEnd,
        ItemOrEnd,
        CommaOrEnd,
    }

    /// <summary>The texts of a file; null when it does not parse.</summary>
    public static ImmutableArray<SettingValue>? Read(string text) => new JsonSettings(text).Read();

    private ImmutableArray<SettingValue>? Read()
    {
        var expected = Expected.Value;
        var name = "";
        while (_text.SkipBlanks())
        {
            if (_text.IsAtEnd)
                return _sections.Count == 0 && expected == Expected.CommaOrEnd ? _values.ToImmutable() : null;

            switch (expected)
            {
                case Expected.ItemOrEnd when _text.Current != ']':
                    name = _sections.Peek().NextItem();
                    expected = Expected.Value;
                    break;
                case Expected.NameOrEnd when _text.Current == '"':
                    if (!_text.ReadString(out var property, out _) || !_text.SkipBlanks() || !_text.Skip(':'))
                        return null;
                    name = _sections.Peek().Join(property);
                    expected = Expected.Value;
                    break;
                case Expected.CommaOrEnd when _sections.Count > 0 && _text.Skip(','):
                    expected = _sections.Peek().IsObject ? Expected.NameOrEnd : Expected.ItemOrEnd;
                    break;
                case Expected.Value:
                    if (ReadValue(name) is not { } next)
                        return null;
                    expected = next;
                    break;
                default:
                    if (_sections.Count == 0 || !_text.Skip(_sections.Peek().IsObject ? '}' : ']'))
                        return null;
                    _sections.Pop();
                    expected = Expected.CommaOrEnd;
                    break;
            }
        }

        return null;
    }

    /// <summary>Reads a value, or the beginning of one, and tells what may follow; null when there is none.</summary>
    private Expected? ReadValue(string name)
    {
        if (_text.Current == '"')
        {
            if (!_text.ReadString(out var value, out var span))
                return null;
            _values.Add(new SettingValue(name, value, span));
            return Expected.CommaOrEnd;
        }

        var isObject = _text.Skip('{');
        if (!isObject && !_text.Skip('['))
            return ReadWord(name) ? Expected.CommaOrEnd : null;
        if (_sections.Count == MaxDepth)
            return null;

        _sections.Push(new Section(name, isObject));
        return isObject ? Expected.NameOrEnd : Expected.ItemOrEnd;
    }

    /// <summary>Of what needs no quotes, switches say something; numbers do not.</summary>
    private bool ReadWord(string name)
    {
        if (!_text.ReadWord(out var word, out var span))
            return false;
        if (word is "true" or "false")
            _values.Add(new SettingValue(name, word, span));
        return true;
    }

    private sealed class Section(string name, bool isObject)
    {
        private int _items;

        public bool IsObject => isObject;

        public string Join(string part) => name.Length == 0 ? part : name + ":" + part;

        public string NextItem() => Join((_items++).ToString(CultureInfo.InvariantCulture));
    }
}
