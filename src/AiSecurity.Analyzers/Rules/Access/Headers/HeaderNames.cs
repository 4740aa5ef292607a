using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Headers;

/// <summary>The names that a value goes by on its way into a header: variables, members, settings.</summary>
internal sealed class HeaderNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private HeaderNames()
    {
    }

    public static HeaderNames Of(IOperation value, AiSymbols symbols, ValueTrace trace)
    {
        var names = new HeaderNames();
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        names.AddChain(value, symbols);
        foreach (var source in trace.SourcesOf(value, visited))
            names.AddChain(source, symbols);
        foreach (var symbol in visited)
            names._names.Add(symbol.Name);
        return names;
    }

    public bool Any(Func<string, bool> fits)
    {
        foreach (var name in _names)
        {
            if (fits(name))
                return true;
        }

        return false;
    }

    /// <summary>Whether a name says key, and none says token: "apiKey", "modelKey.Secret", "AZURE_OPENAI_KEY".</summary>
    public bool SayKey => Any(static name => name.IndexOf("key", StringComparison.OrdinalIgnoreCase) >= 0) && !Any(static name => name.IndexOf("token", StringComparison.OrdinalIgnoreCase) >= 0);

    private void AddChain(IOperation value, AiSymbols symbols)
    {
        if (Endpoint.SettingName(value, symbols) is { } setting)
            _names.Add(setting);
        // $"{key}" and $"Bearer {key}"
        foreach (var part in (ValueTrace.Unwrap(value) as IInterpolatedStringOperation)?.Parts ?? ImmutableArray<IInterpolatedStringContentOperation>.Empty)
        {
            if (part is IInterpolationOperation { Expression: var inner and not IInterpolatedStringOperation })
                AddChain(inner, symbols);
        }

        for (var current = ValueTrace.Unwrap(value); current is not null;)
        {
            if (ValueTrace.ReadSymbol(current) is { IsImplicitlyDeclared: false } symbol)
            {
                _names.Add(symbol.Name);
                // AzureOpenAIOptions.Key
                if (symbol.ContainingType is { Name: var settings } && SettingNames.Is(settings))
                    _names.Add(settings);
            }

            current = ValueTrace.Unwrap((current as IMemberReferenceOperation)?.Instance ?? (current as IInvocationOperation)?.Instance);
        }
    }
}
