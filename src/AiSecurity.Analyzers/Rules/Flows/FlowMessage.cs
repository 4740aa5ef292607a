using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Flows;

/// <summary>What a diagnostic of the flow rules says beside its place and its way.</summary>
internal static class FlowMessage
{
    /// <summary>The package of the guard that a rule's fix writes.</summary>
    public static string HintOf(FlowRule rule, AiSymbols symbols) => rule.Without switch
    {
        Guards.Shield => GuardPackage.Hint("shield", symbols),
        Guards.Screened => GuardPackage.Hint("screened", symbols),
        Guards.Sandbox => GuardPackage.Hint("sandbox", symbols),
        _ => "",
    };

    /// <summary>What the diagnostic calls the place.</summary>
    public static string NameOf(FlowRule rule, SyntaxNode place, SyntaxNode call)
    {
        if (rule.Slot == "result" && !rule.IsAtSource)
            return "a model as the result of '" + FlowPlace.FunctionAround(call) + "'";
        var name = FlowPlace.NameOf(rule.IsAtSource ? place : call);
        return rule.Descriptor.Id == RuleIds.UnshieldedDocument ? "'" + name + "'" : name;
    }

    /// <summary>What it calls the text.</summary>
    public static string TextOf(FlowRule rule, List<FlowArrival> arrivals)
    {
        if (rule.Descriptor.Id == RuleIds.UnshieldedDocument)
            return arrivals.TrueForAll(static arrival => (arrival.Origins & ~Origins.ToolArgument) == 0) ? "What a model gave a tool" : "Content that others wrote";
        return (arrivals[0].Origins & (Origins.Model | Origins.ToolArgument)) != 0 ? "what the model wrote" : "what a user wrote";
    }

    /// <summary>What fixes and readers of the SARIF file ask: names of the texts, the kind of the place, the length of the way.</summary>
    public static ImmutableDictionary<string, string?> PropertiesOf(FlowRule rule, SyntaxNode place, List<FlowArrival> arrivals, int steps)
    {
        var properties = ControlTags.Of(rule.Descriptor);
        if (rule.Without == Guards.Shield && place.SyntaxTree == FlowPlace.Of(rule, arrivals[0]).SyntaxTree)
            properties = properties.SetItem(ArrivedName.Property, ArrivedName.Of(arrivals));
        if (rule.Kind is not null)
            properties = properties.SetItem("kind", rule.Kind);
        return properties.SetItem("path", steps.ToString(CultureInfo.InvariantCulture));
    }
}
