using System;
using AiSecurity.Guards;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the guards, one instance each. Wrong options stop the application at its start.</summary>
public static class GuardServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="PromptShield"/>. Its credential is the registered <c>TokenCredential</c> unless the options have one.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options, at least the endpoint.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddPromptShield(this IServiceCollection services, Action<PromptShieldOptions> configure) =>
        services.AddGuard(configure, static options => new PromptShield(options));

    /// <summary>Registers a <see cref="PromptShield"/> that uses the registered <c>TokenCredential</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="endpoint">The resource, for example <c>https://NAME.cognitiveservices.azure.com</c>.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddPromptShield(this IServiceCollection services, Uri endpoint)
    {
        _ = endpoint ?? throw new ArgumentNullException(nameof(endpoint));
        return services.AddPromptShield(options => options.Endpoint = endpoint);
    }

    /// <summary>Registers a <see cref="ContentSafetyScreen"/>. Its credential is the registered <c>TokenCredential</c> unless the options have one.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options, at least the endpoint.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddContentSafetyScreen(this IServiceCollection services, Action<ContentSafetyScreenOptions> configure) =>
        services.AddGuard(configure, static options => new ContentSafetyScreen(options));

    /// <summary>Registers a <see cref="ContentSafetyScreen"/> that uses the registered <c>TokenCredential</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="endpoint">The resource, for example <c>https://NAME.cognitiveservices.azure.com</c>.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddContentSafetyScreen(this IServiceCollection services, Uri endpoint)
    {
        _ = endpoint ?? throw new ArgumentNullException(nameof(endpoint));
        return services.AddContentSafetyScreen(options => options.Endpoint = endpoint);
    }

    /// <summary>Registers a <see cref="SandboxedSession"/>. Its credential is the registered <c>TokenCredential</c> unless the options have one.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options, at least the endpoint.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddSandboxedSession(this IServiceCollection services, Action<SandboxedSessionOptions> configure) =>
        services.AddGuard(configure, static options => new SandboxedSession(options));

    /// <summary>Registers a <see cref="SandboxedSession"/> that uses the registered <c>TokenCredential</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="poolEndpoint">The pool's management endpoint.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddSandboxedSession(this IServiceCollection services, Uri poolEndpoint)
    {
        _ = poolEndpoint ?? throw new ArgumentNullException(nameof(poolEndpoint));
        return services.AddSandboxedSession(options => options.Endpoint = poolEndpoint);
    }

    private static IServiceCollection AddGuard<TOptions, TGuard>(this IServiceCollection services, Action<TOptions> configure, Func<TOptions, TGuard> create)
        where TOptions : GuardOptions, new()
        where TGuard : class
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        services.AddOptions<TOptions>().Configure(configure ?? throw new ArgumentNullException(nameof(configure))).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<TOptions>, GuardOptionsSetup<TOptions>>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, GuardOptionsSetup<TOptions>>());
        services.TryAddSingleton(provider => create(provider.GetRequiredService<IOptions<TOptions>>().Value));
        return services;
    }
}
