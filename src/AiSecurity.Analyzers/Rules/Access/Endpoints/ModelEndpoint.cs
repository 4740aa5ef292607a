using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>An endpoint with an AI service behind it.</summary>
/// <param name="Place">The name in the call that maps it, or the method's.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Kind">route, agent, action, page, hub, grpc or function; origin for a policy that lets every website call those that are open.</param>
/// <param name="Authorization">What keeps unknown callers out.</param>
/// <param name="Limit">What keeps the number of requests down.</param>
internal sealed record ModelEndpoint(Location Place, string Name, string Kind, EndpointAccess Authorization, EndpointAccess Limit);
