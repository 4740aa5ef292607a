using AiSecurity.Guards.Tests.Loopback;
using Azure.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AiSecurity.Guards.Tests.Registration;

public class RegistrationTests
{
    private static readonly Uri Endpoint = new("https://x.cognitiveservices.azure.com");
    private static readonly Uri Pool = new("https://westeurope.dynamicsessions.io/subscriptions/s/resourceGroups/g/sessionPools/p");

    [Fact]
    public void All_guards_come_from_the_container_once()
    {
        using var services = new ServiceCollection().AddSingleton<TokenCredential>(new TestCredential())
            .AddPromptShield(Endpoint).AddContentSafetyScreen(Endpoint).AddSandboxedSession(Pool).BuildServiceProvider();
        Assert.Same(services.GetRequiredService<PromptShield>(), services.GetRequiredService<PromptShield>());
        Assert.NotNull(services.GetRequiredService<ContentSafetyScreen>());
        Assert.NotNull(services.GetRequiredService<SandboxedSession>());
    }

    [Fact]
    public void The_options_may_have_a_credential_of_their_own()
    {
        var own = new TestCredential();
        using var services = new ServiceCollection().AddSingleton<TokenCredential>(new TestCredential())
            .AddPromptShield(options => (options.Endpoint, options.Credential) = (Endpoint, own)).BuildServiceProvider();
        Assert.Same(own, services.GetRequiredService<IOptions<PromptShieldOptions>>().Value.Credential);
    }

    [Fact]
    public void Wrong_options_stop_the_start()
    {
        using var services = new ServiceCollection()
            .AddPromptShield(options => options.Endpoint = new Uri("http://x.cognitiveservices.azure.com"))
            .AddContentSafetyScreen(options => options.HateThreshold = 0)
            .AddSandboxedSession(options => options.ExecutionTimeLimit = TimeSpan.Zero)
            .BuildServiceProvider();

        var exception = Assert.Throws<AggregateException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        var failures = exception.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures).ToList();
        Assert.Contains(failures, failure => failure.Contains("https", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.Contains("Credential", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.Contains("threshold", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.Contains("ExecutionTimeLimit", StringComparison.Ordinal));
        Assert.Throws<OptionsValidationException>(services.GetRequiredService<PromptShield>);
    }

    [Fact]
    public void A_pipeline_without_a_guard_is_not_built()
    {
        using var empty = new ServiceCollection().BuildServiceProvider();
        using var inner = new Chat.ScriptedChatClient();
        Assert.Throws<InvalidOperationException>(() => inner.AsBuilder().UsePromptShields().Build(empty));
        Assert.Throws<InvalidOperationException>(() => inner.AsBuilder().UseContentSafety().Build());
    }

    [Fact]
    public void The_pipeline_takes_the_registered_guards()
    {
        using var services = new ServiceCollection().AddSingleton<TokenCredential>(new TestCredential()).AddPromptShield(Endpoint).AddContentSafetyScreen(Endpoint).BuildServiceProvider();
        using var inner = new Chat.ScriptedChatClient();
        using var client = inner.AsBuilder().UseContentSafety().UsePromptShields(configure: shield => shield.VerdictLifetime = TimeSpan.Zero).Build(services);
        Assert.Equal(TimeSpan.Zero, client.GetService<PromptShieldChatClient>()!.VerdictLifetime);
        Assert.NotNull(client.GetService<ContentSafetyChatClient>());
    }
}
