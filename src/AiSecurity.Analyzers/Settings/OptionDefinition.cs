using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Settings;

/// <summary>An option of <c>.editorconfig</c> or a global config: <c>ai_security.name</c>, or <c>ai_security.AISEC101.name</c> for one rule.</summary>
/// <param name="Name">The part after the prefix. Where it ends in a word in angle brackets, a name that the user chooses takes the word's place.</param>
/// <param name="Values">The values that it can have, the default first.</param>
/// <param name="Meaning">A sentence for the documentation.</param>
/// <param name="Rules">The ids of the rules that read it.</param>
/// <param name="TakesList">Whether it can be a list of whatever the user names, separated by commas; the only known value means an empty one.</param>
/// <param name="TakesNumber">Whether it can be any whole number from 1.</param>
internal sealed record OptionDefinition(string Name, ImmutableArray<string> Values, string Meaning, ImmutableArray<string> Rules, bool TakesList = false, bool TakesNumber = false)
{
    public const string Prefix = "ai_security.";

    public string Default => Values[0];

    /// <summary>The keys under which it can be set: for all rules, and for each that reads it.</summary>
    public ImmutableArray<string> Keys { get; } = Rules.Select(rule => Prefix + rule + "." + Name).Prepend(Prefix + Name).ToImmutableArray();

    /// <summary>The value for a file; an unknown one counts as the default.</summary>
    public string Read(AnalyzerOptions options, SyntaxTree tree, string ruleId) => Read(options.AnalyzerConfigOptionsProvider.GetOptions(tree), ruleId);

    /// <summary>The value in a set of options; an unknown one counts as the default.</summary>
    public string Read(AnalyzerConfigOptions config, string ruleId) => Known(config, Prefix + ruleId + "." + Name) ?? Known(config, Prefix + Name) ?? Default;

    /// <summary>The number for a file; an unknown value counts as the default.</summary>
    public int ReadNumber(AnalyzerOptions options, SyntaxTree tree, string ruleId) => int.Parse(Read(options, tree, ruleId), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The list for a file, or for the project where no file's options have one; empty when it is not set.</summary>
    public ImmutableArray<string> ReadList(AnalyzerConfigOptions config, string ruleId)
    {
        if (!config.TryGetValue(Prefix + ruleId + "." + Name, out var value) && !config.TryGetValue(Prefix + Name, out value))
            return ImmutableArray<string>.Empty;

        return value.Split(',').Select(static item => item.Trim()).Where(item => item.Length > 0 && item != Default).ToImmutableArray();
    }

    /// <summary>The list for a settings file: an .editorconfig that speaks of C# files only speaks for the project.</summary>
    public ImmutableArray<string> ReadList(AdditionalFileAnalysisContext context, string ruleId)
    {
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var list = ReadList(provider.GetOptions(context.AdditionalFile), ruleId);
        if (list.IsEmpty)
            list = ReadList(provider.GlobalOptions, ruleId);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            if (!list.IsEmpty)
                break;
            list = ReadList(provider.GetOptions(tree), ruleId);
        }

        return list;
    }

    /// <summary>The value in a set of options for a name in the place of the word in angle brackets; what no key can hold stands in it as <c>_</c>.</summary>
    public string ReadFor(string name, AnalyzerConfigOptions config, string ruleId)
    {
        var key = Start(Name) + string.Concat(name.Select(static character => char.IsLetterOrDigit(character) || character is '.' or '-' ? character : '_'));
        return Known(config, Prefix + ruleId + "." + key) ?? Known(config, Prefix + key) ?? Default;
    }

    /// <summary>The keys of this option in a set of options: those with a name of the user's in them are not known before.</summary>
    public IEnumerable<string> KeysIn(AnalyzerConfigOptions config) =>
        TakesName ? NamesIn(config).Where(key => Keys.Any(known => key.StartsWith(Start(known), StringComparison.OrdinalIgnoreCase))) : Keys;

    /// <summary>The value in a set of options when it is set and none of <see cref="Values"/>; null otherwise.</summary>
    public string? UnknownValue(AnalyzerConfigOptions config, string key) =>
        config.TryGetValue(key, out var value) && !TakesList && value.Trim().Length > 0 && !IsKnown(value.Trim()) ? value.Trim() : null;

    private bool TakesName => Name.EndsWith(">", StringComparison.Ordinal);

    private static string Start(string key) => key.Substring(0, key.LastIndexOf('<'));

    private static IEnumerable<string> NamesIn(AnalyzerConfigOptions config)
    {
        try
        {
            return config.Keys;
        }
        // Roslyn declares the member with this body: a host need not have it.
        catch (NotImplementedException)
        {
            return [];
        }
    }

    private string? Known(AnalyzerConfigOptions config, string key) =>
        config.TryGetValue(key, out var value) && IsKnown(value.Trim()) ? value.Trim().ToLowerInvariant() : null;

    private bool IsKnown(string value)
    {
        if (TakesNumber)
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

        foreach (var known in Values)
        {
            if (known.Equals(value, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
