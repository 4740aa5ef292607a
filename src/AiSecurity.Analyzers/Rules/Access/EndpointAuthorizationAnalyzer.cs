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
        endpoint.Authorization.Opening is null ? "asks nobody who he is" : "lets anonymous callers through",
        endpoint.Kind switch
        {
            "route" or "agent" => "add RequireAuthorization, or a fallback policy",
            "function" => "ask for a function key or a token of Microsoft Entra ID",
            _ => "add [Authorize], or a fallback policy",
        },
    ];
}
