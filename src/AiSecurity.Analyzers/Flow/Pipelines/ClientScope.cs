using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Pipelines;

/// <summary>Which clients one shield stands before, or where one client comes from.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="Service">The type that a container hands out.</param>
/// <param name="Pipeline">The pipeline, where a member of the SDK registers the client.</param>
/// <param name="Key">The key of the registration.</param>
/// <param name="Variable">The declaration of the local variable or field.</param>
internal readonly record struct ClientScope(ClientScopeKind Kind, string Service = "", string? Pipeline = null, string Key = ServiceKeys.None, SyntaxNode? Variable = null)
{
    public static readonly ClientScope Unknown = new(ClientScopeKind.Unknown);

    /// <summary>A client of an SDK that nothing was put around.</summary>
    public static readonly ClientScope Bare = new(ClientScopeKind.Bare);

    public static ClientScope Of(ServiceRegistration registration) => new(ClientScopeKind.Service, registration.Service, registration.Pipeline, registration.Key);

    public static ClientScope OfService(string service, string key) => new(ClientScopeKind.Service, service, null, key);

    public static ClientScope OfVariable(SyntaxNode declaration) => new(ClientScopeKind.Variable, Variable: declaration);
}

/// <summary>What is known of a client.</summary>
internal enum ClientScopeKind
{
    Unknown,
    Bare,
    Service,
    Variable,
}
