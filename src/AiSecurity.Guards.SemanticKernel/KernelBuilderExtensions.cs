using System;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace AiSecurity.Guards.SemanticKernel;

/// <summary>Puts Prompt Shields into a kernel.</summary>
public static class KernelBuilderExtensions
{
#pragma warning disable RS0026 // The receivers tell the overloads apart.
    /// <summary>Adds a <see cref="PromptShieldRenderFilter"/> and a <see cref="PromptShieldFunctionFilter"/>.</summary>
    /// <param name="builder">The builder of the kernel.</param>
    /// <param name="shield">The shield to ask; null for the registered one.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IKernelBuilder AddPromptShields(this IKernelBuilder builder, PromptShield? shield = null)
    {
        (builder ?? throw new ArgumentNullException(nameof(builder))).Services.AddPromptShields(shield);
        return builder;
    }

    /// <summary>Adds a <see cref="PromptShieldRenderFilter"/> and a <see cref="PromptShieldFunctionFilter"/> to every kernel of the container.</summary>
    /// <param name="services">The services.</param>
    /// <param name="shield">The shield to ask; null for the registered one, without which no kernel can be made.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddPromptShields(this IServiceCollection services, PromptShield? shield = null)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        services.AddSingleton<IPromptRenderFilter>(provider => new PromptShieldRenderFilter(shield ?? provider.GetRequiredService<PromptShield>()));
        services.AddSingleton<IFunctionInvocationFilter>(provider => new PromptShieldFunctionFilter(shield ?? provider.GetRequiredService<PromptShield>()));
        return services;
    }
}
