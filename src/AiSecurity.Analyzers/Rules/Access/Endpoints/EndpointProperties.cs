namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>What a diagnostic about an endpoint tells its fix.</summary>
internal static class EndpointProperties
{
    /// <summary>route, agent, action, page, hub, grpc, function or origin.</summary>
    public const string Kind = "kind";
}
