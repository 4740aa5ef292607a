using System;
using Microsoft.Extensions.AI;

namespace AiSecurity.Guards;

/// <summary>Puts the guards into the pipeline of a chat client.</summary>
/// <remarks>What is added first is outermost: <c>builder.UseContentSafety().UseFunctionInvocation().UsePromptShields()</c> screens the final answer, and every request with the results of its tools.</remarks>
public static class ChatClientBuilderExtensions
{
    /// <summary>Screens messages of users and results of tools before they go to the model, in both kinds of calls. Add it after <c>UseFunctionInvocation()</c>, so that it sees the results of tools.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="shield">The shield to ask; null for the registered one.</param>
    /// <param name="configure">Changes the new client, for example its <see cref="PromptShieldChatClient.VerdictLifetime"/>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="InvalidOperationException">When the pipeline is built: no shield was given, and none is registered.</exception>
    public static ChatClientBuilder UsePromptShields(this ChatClientBuilder builder, PromptShield? shield = null, Action<PromptShieldChatClient>? configure = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        return builder.Use((inner, services) =>
        {
            var client = new PromptShieldChatClient(inner, shield ?? Registered<PromptShield>(services));
            configure?.Invoke(client);
            return client;
        });
    }

    /// <summary>Screens what the model wrote before it is given to the caller, in both kinds of calls. Add it before <c>UseFunctionInvocation()</c>.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="screen">The screen to ask; null for the registered one.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="InvalidOperationException">When the pipeline is built: no screen was given, and none is registered.</exception>
    public static ChatClientBuilder UseContentSafety(this ChatClientBuilder builder, ContentSafetyScreen? screen = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        return builder.Use((inner, services) => new ContentSafetyChatClient(inner, screen ?? Registered<ContentSafetyScreen>(services)));
    }

    private static T Registered<T>(IServiceProvider services)
        where T : class =>
        services.GetService(typeof(T)) as T ?? throw new InvalidOperationException($"No {typeof(T).Name} was given, and none is registered: without one nothing would be screened.");
}
