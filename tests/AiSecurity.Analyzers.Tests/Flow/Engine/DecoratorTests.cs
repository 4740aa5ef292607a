namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Types of the application that stand before others behind the same contract, and what the container hands out of them.</summary>
public class DecoratorTests
{
    private const string Types = """
        using Microsoft.Extensions.DependencyInjection;
        public interface IAssistant { Task<string> AskAsync(string question); }
        public class Assistant(IChatClient client) : IAssistant
        {
            public async Task<string> AskAsync(string question) => (await client.{|#0:GetResponseAsync(question)|}).Text;
        }
        public class Guarded(IAssistant inner, AiSecurity.Guards.PromptShield shield) : IAssistant
        {
            public async Task<string> AskAsync(string question) { await shield.EnsureSafeAsync(question); return await inner.AskAsync(question); }
        }
        public static class Scrutor
        {
            public static IServiceCollection Decorate<TService, TDecorator>(this IServiceCollection services) where TDecorator : TService => services;
            public static IServiceCollection Decorate<TService>(this IServiceCollection services, Func<TService, IServiceProvider, TService> decorate) => services;
        }
        public class Logged(IAssistant inner) : IAssistant
        {
            public async Task<string> AskAsync(string question) { Console.WriteLine(question.Length); return await inner.AskAsync(question); }
        }

        """;

    private const string Plain = "services.AddSingleton<IAssistant, Assistant>(); ";
    private const string Injected = "IAssistant assistant";
    private const string Keyed = "[FromKeyedServices(\"guarded\")] IAssistant assistant";

    public static TheoryData<string, string> Behind => new()
    {
        { "services.AddSingleton<Assistant>(); services.AddSingleton<IAssistant>(sp => new Guarded(sp.GetRequiredService<Assistant>(), new()));", Injected },
        { Plain + "services.AddSingleton<IAssistant>(sp => new Guarded(new Assistant(sp.GetRequiredService<IChatClient>()), new()));", Injected },
        { Plain + "services.Decorate<IAssistant, Guarded>();", Injected },
        { Plain + "services.Decorate<IAssistant>((inner, sp) => new Guarded(inner, new()));", Injected },
        { Plain + "services.Decorate<IAssistant, Logged>(); services.Decorate<IAssistant, Guarded>();", Injected },
        { "services.AddScoped<IAssistant>(sp => new Guarded(new Logged(sp.GetRequiredService<Assistant>()), new()));", Injected },
        { "services.AddScoped<IAssistant>(sp => ActivatorUtilities.CreateInstance<Guarded>(sp, sp.GetRequiredService<Assistant>()));", Injected },
        { Plain + "services.AddKeyedSingleton<IAssistant>(\"guarded\", (sp, _) => new Guarded(sp.GetRequiredService<IAssistant>(), new()));", Keyed },
        { Plain + "if (Environment.ProcessorCount > 1) services.Decorate<IAssistant, Guarded>();", Injected },
        { "Runner.Assistant = new Guarded(new Assistant(null!), new());", Injected },
        { "services.AddSingleton<IAssistant>(sp => Make(sp));", Injected },
    };

    public static TheoryData<string, string> Before => new()
    {
        { Plain, Injected },
        { "services.AddScoped<IAssistant>(sp => new Assistant(sp.GetRequiredService<IChatClient>())); services.AddSingleton<Guarded>();", Injected },
        { Plain + "services.Decorate<IAssistant, Logged>();", Injected },
        { Plain + "services.AddKeyedSingleton<IAssistant>(\"guarded\", (sp, _) => new Guarded(sp.GetRequiredService<IAssistant>(), new()));", Injected },
        { Plain + "services.AddKeyedSingleton<IAssistant>(\"guarded\", (sp, _) => new Guarded(sp.GetRequiredService<IAssistant>(), new())); services.AddKeyedSingleton<IAssistant, Assistant>(\"plain\");", "[FromKeyedServices(\"plain\")] IAssistant assistant" },
        { "services.AddSingleton<IAssistant>(sp => new Guarded(sp.GetRequiredService<Assistant>(), new())); services.AddKeyedSingleton<IAssistant, Assistant>(\"plain\");", "[FromKeyedServices(\"plain\")] IAssistant assistant" },
    };

    [Theory]
    [MemberData(nameof(Behind))]
    public Task Behind_a_decorator_that_asks_a_shield(string registrations, string injected) => VerifyAsync(registrations, injected, isReported: false);

    [Theory]
    [MemberData(nameof(Before))]
    public Task Not_behind_it(string registrations, string injected) => VerifyAsync(registrations, injected, isReported: true);

    private static Task VerifyAsync(string registrations, string injected, bool isReported) => FlowVerifier.VerifyAsync(
        Endpoint.Usings + Types.Replace("{|#0:", isReported ? "{|AISEC201:" : "{|#0:") + $$"""
        public static class Runner
        {
            public static IAssistant? Assistant { get; set; }

            public static void Add(IServiceCollection services) { {{registrations}} }
            private static IAssistant Make(IServiceProvider services) => {{(registrations.Contains("Make(sp)") ? "new Guarded(services.GetRequiredService<Assistant>(), new())" : "null!")}};
        }
        [ApiController]
        public class QuestionsController({{injected}}) : ControllerBase
        {
            [HttpPost] public async Task<int> Ask(string text) => (await assistant.AskAsync(text)).Length;
        }
        """,
        configure: Shields.Add);
}
