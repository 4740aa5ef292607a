using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC109: endpoints with an AI service behind them that everybody may call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointAuthorizationAnalyzer() : EndpointRule(AccessRules.OpenEndpoint)
{
    private protected override EndpointAccess AccessOf(ModelEndpoint endpoint) => endpoint.Authorization;

    private protected override object[] ArgumentsFor(ModelEndpoint endpoint) =>
    [
        endpoint.Name,
        endpoint.Kind switch
        {
            OpenOrigins.Kind => "lets the scripts of every website call endpoints that have an AI service behind them and ask nobody who he is: a page that somebody visits uses them through his browser, from inside his network",
            "agent" => $"exposes agents or tools and {Missing(endpoint)}: whoever finds it uses them, and reads what they may read",
            _ => $"has an AI service behind it and {Missing(endpoint)}: whoever finds it spends the quota and reads what the model may read",
        },
        endpoint.Kind switch
        {
            OpenOrigins.Kind => "name the origins, and let endpoints ask who calls",
            "route" or "agent" => "add RequireAuthorization, or a fallback policy",
            "function" => "ask for a function key or a token of Microsoft Entra ID",
            _ => "add [Authorize], or a fallback policy",
        },
    ];

    private static string Missing(ModelEndpoint endpoint) => endpoint.Authorization.Opening is null ? "asks nobody who he is" : "lets anonymous callers through";
}
