using System;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Data.Boundaries;

/// <summary>For whom the application is and for whom each store is, as the options say for one file.</summary>
internal sealed class DataBoundary
{
    private readonly AnalyzerConfigOptions _options;
    private readonly Audience _application;

    private DataBoundary(AnalyzerConfigOptions options, Audience application) => (_options, _application) = (options, application);

    /// <summary>The boundary that a set of options draws; null when they do not say for whom the application is.</summary>
    public static DataBoundary? In(AnalyzerConfigOptions options) =>
        Parse(AiOptions.Audience.Read(options, RuleIds.DataBoundary)) is var audience and not Audience.Unknown ? new DataBoundary(options, audience) : null;

    /// <summary>The boundary for a settings file: an .editorconfig that speaks of C# files only speaks for the project.</summary>
    public static DataBoundary? For(AdditionalFileAnalysisContext context)
    {
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        if ((In(provider.GetOptions(context.AdditionalFile)) ?? In(provider.GlobalOptions)) is { } own)
            return own;

        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            if (In(provider.GetOptions(tree)) is { } boundary)
                return boundary;
        }

        return null;
    }

    /// <summary>Whether fewer people may read a store than the application answers.</summary>
    public bool IsCrossedBy(string store) => AudienceOf(store) is var audience and not Audience.Unknown && audience < _application;

    public Diagnostic Report(string store, Location location) =>
        Diagnostic.Create(DataRules.DataBoundary, location, ControlTags.Of(DataRules.DataBoundary), store, Words(AudienceOf(store)), Words(_application));

    private Audience AudienceOf(string store) => store.Length == 0 ? Audience.Unknown : Parse(AiOptions.DataAudience.ReadFor(store, _options, RuleIds.DataBoundary));

    private static Audience Parse(string value) => Enum.TryParse<Audience>(value, ignoreCase: true, out var audience) ? audience : Audience.Unknown;

    private static string Words(Audience audience) => audience switch
    {
        Audience.Employee => "employees",
        Audience.Customer => "customers",
        _ => "the public",
    };
}
