using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Writes the diagnostics of endpoints, each once.</summary>
internal sealed class EndpointReport(ConcurrentDictionary<(string Id, SyntaxTree? Tree, TextSpan Span), bool> reported, Action<Diagnostic> report)
{
    public void Write(ModelEndpoint endpoint)
    {
        var (isGuarded, opening, _) = endpoint.Authorization;
        if (!isGuarded || opening is not null)
        {
            var fault = opening is null ? "asks nobody who he is" : "lets anonymous callers through";
            Write(AccessRules.OpenEndpoint, endpoint, opening, endpoint.Name, fault, Advice(endpoint));
        }

        (isGuarded, opening, _) = endpoint.Limit;
        if (endpoint.Kind != "function" && (!isGuarded || opening is not null))
            Write(AccessRules.UnlimitedEndpoint, endpoint, opening, endpoint.Name, endpoint.Kind is "action" or "page" ? "add [EnableRateLimiting] and a rate limiter" : "add RequireRateLimiting where it is mapped, and a rate limiter");
    }

    private static string Advice(ModelEndpoint endpoint) => endpoint.Kind switch
    {
        "route" or "agent" => "add RequireAuthorization, or a fallback policy",
        "function" => "ask for a function key or a token of Microsoft Entra ID",
        _ => "add [Authorize], or a fallback policy",
    };

    private void Write(DiagnosticDescriptor rule, ModelEndpoint endpoint, SyntaxNode? opening, params object[] arguments)
    {
        if (!reported.TryAdd((rule.Id, endpoint.Place.SourceTree, endpoint.Place.SourceSpan), true))
            return;

        var properties = ImmutableDictionary<string, string?>.Empty.Add(EndpointProperties.Kind, endpoint.Kind);
        report(Diagnostic.Create(rule, endpoint.Place, opening is null ? null : [opening.GetLocation()], properties, arguments));
    }
}
