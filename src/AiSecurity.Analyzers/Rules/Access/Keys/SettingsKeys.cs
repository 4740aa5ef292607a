using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Settings.Files;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Finds the keys of AI services among the values of a settings file: by their format, or by their name and the sections above it.</summary>
internal sealed class SettingsKeys(SettingsFile file, AiCatalog catalog)
{
    private static readonly string[] KeyEnds = ["key", "token", "secret"];

    // Names that end like a key's and hold something else.
    private static readonly string[] OtherEnds = ["partitionkey", "publickey", "cachekey", "instrumentationkey", "sortkey", "foreignkey", "routingkey", "clientsecret"];

    private HashSet<string>? _localSections;

    /// <summary>What is written in a value, as the beginning of a sentence that holds no part of the key; null when it is no key.</summary>
    public string? SubjectOf(SettingValue value)
    {
        if (IsReference(value.Text))
            return null;
        if (KeyFormat.IsIn(value.Text))
            return Subject(value);

        var connection = ConnectionText.Parse(value.Text);
        if (connection.Key is { } key)
            return KeyText.IsKey(key) && IsAi(connection, value.Name) ? Subject(value) : null;

        return NamesKey(value.Name) && catalog.Names.IsIn(value.Name) && IsKey(value.Text) && !LocalSections().Contains(value.Section) ? Subject(value) : null;
    }

    /// <summary>A name can be a key itself, where somebody took one for a name.</summary>
    private static string Subject(SettingValue value) => KeyFormat.IsIn(value.Name) ? "The key in a setting" : $"The key in '{value.Name}'";

    /// <summary>Whether a value tells where to get the key instead.</summary>
    private static bool IsReference(string text) => text.Length == 0 || text[0] == '@' || text.StartsWith("%", StringComparison.Ordinal) || text.StartsWith("$", StringComparison.Ordinal);

    private static bool IsKey(string text) => text.IndexOf("://", StringComparison.Ordinal) < 0 && text.IndexOf('\\') < 0 && KeyText.IsKey(text);

    private bool IsAi(ConnectionText connection, string name) => catalog.Hosts.Classify(connection.Endpoint ?? "") switch
    {
        HostKind.Azure or HostKind.Other => true,
        HostKind.Loopback => false,
        _ => catalog.Names.IsIn(name),
    };

    /// <summary>Whether the last word of a name is that of a key; the number of an item or of a second key does not count.</summary>
    private static bool NamesKey(string name)
    {
        var letters = "";
        foreach (var c in name)
        {
            if (char.IsLetter(c))
                letters += char.ToLowerInvariant(c);
        }

        foreach (var other in OtherEnds)
        {
            if (letters.EndsWith(other, StringComparison.Ordinal))
                return false;
        }

        return Array.Exists(KeyEnds, end => letters.EndsWith(end, StringComparison.Ordinal) || letters.EndsWith(end + "s", StringComparison.Ordinal) && end == "key");
    }

    /// <summary>Sections that speak of a server on this machine, which takes any key.</summary>
    private HashSet<string> LocalSections()
    {
        if (_localSections is not null)
            return _localSections;

        var local = new HashSet<string>(StringComparer.Ordinal);
        var remote = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in file.Values)
        {
            if (value.Section.Length > 0 && value.Text.IndexOf("://", StringComparison.Ordinal) > 0)
                (catalog.Hosts.Classify(value.Text) == HostKind.Loopback ? local : remote).Add(value.Section);
        }

        local.ExceptWith(remote);
        return _localSections = local;
    }
}
