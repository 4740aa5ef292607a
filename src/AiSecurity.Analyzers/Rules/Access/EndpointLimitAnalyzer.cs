using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC112: endpoints with an AI service behind them that may be called as often as one likes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointLimitAnalyzer() : EndpointRule(AccessRules.UnlimitedEndpoint)
{
    /// <summary>The platform limits functions.</summary>
    private protected override EndpointAccess AccessOf(ModelEndpoint endpoint) => endpoint.Kind == "function" ? new EndpointAccess(true, null) : endpoint.Limit;

    private protected override object[] ArgumentsFor(ModelEndpoint endpoint) =>
    [
        endpoint.Name,
        endpoint.Kind == "agent" ? "exposes agents or tools" : "has an AI service behind it",
        endpoint.Kind == "agent" ? "use them up for all" : "use up the quota of all",
        endpoint.Kind is "action" or "page" ? "add [EnableRateLimiting] and a rate limiter" : "add RequireRateLimiting where it is mapped, and a rate limiter",
    ];
}
