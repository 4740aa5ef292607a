using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Pipelines;

/// <summary>
/// Which clients have a shield of the project's pipelines before them: one that a container hands out by its key, or that a variable holds, may have none while another one has. What cannot be told
/// counts as shielded. Safe for concurrent use.
/// </summary>
internal sealed class ShieldedClients(FlowCompilation flow)
{
    private readonly ConcurrentDictionary<string, ShieldSites> _sites = new();

    /// <summary>Whether the client that a call is made by is known to be none of those behind a shield.</summary>
    public bool LeaveOut(SyntaxNode call, string pipeline)
    {
        if (call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var client } })
            return false;
        var sites = _sites.GetOrAdd(pipeline, name => new ShieldSites(flow, name));
        var scopes = sites.Scopes;
        if (!sites.IsPlaced || scopes.Contains(ClientScope.Unknown))
            return false;

        var origins = new ClientOrigin(flow);
        var origin = origins.Of(client);
        if (origins.Variables.Any(variable => scopes.Contains(ClientScope.OfVariable(variable))))
            return false;
        return origin.Kind switch
        {
            ClientScopeKind.Bare => scopes.All(scope => scope.Kind == ClientScopeKind.Variable || scope.Pipeline == pipeline),
            ClientScopeKind.Service => !flow.Pipelines.TypesOf(pipeline).Contains(origin.Service) && IsUnshielded(origin, pipeline, scopes),
            _ => false,
        };
    }

    private bool IsUnshielded(ClientScope client, string pipeline, HashSet<ClientScope> scopes)
    {
        var shielded = new HashSet<string>();
        foreach (var scope in scopes)
        {
            if (scope.Kind != ClientScopeKind.Service)
                continue;
            // A shield that is given to a service by its registration: whose clients those are, only its code knows.
            if (scope.Pipeline is null ? !IsSame(scope, client.Service) : scope.Pipeline != pipeline)
                return false;
            shielded.Add(scope.Key);
        }

        var registrations = flow.Registrations.Where(registration => registration.Makes(client.Service, pipeline)).ToList();
        if (!registrations.Exists(registration => registration.Key == client.Key) || !registrations.TrueForAll(registration => ServiceKeys.CanBeTold(registration.Key, client.Key)) || !shielded.All(key => ServiceKeys.CanBeTold(key, client.Key)))
            return false;

        // One service may be another one by a second name.
        while (registrations.Find(registration => !shielded.Contains(registration.Key) && AsksFor(registration, client.Service, shielded)) is { } alias)
            shielded.Add(alias.Key);
        return !shielded.Contains(client.Key);
    }

    /// <summary>Whether a scope is of the service: <c>AddKeyedSingleton("safe", (sp, key) => ...)</c> writes no type, and its key says which one it is.</summary>
    private static bool IsSame(ClientScope scope, string service) => scope.Service.Length > 0 ? scope.Service == service : scope.Key != ServiceKeys.None;

    private bool AsksFor(ServiceRegistration registration, string service, HashSet<string> keys)
    {
        var origin = new ClientOrigin(flow);
        return registration.Call.ArgumentList.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => origin.Of(call)).Any(asked => asked.Kind == ClientScopeKind.Service && asked.Service == service && keys.Contains(asked.Key));
    }
}
