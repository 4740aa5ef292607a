namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Mediators that an application wrote itself: requests go to whoever handles their type.</summary>
public class OwnMediatorTests
{
    private const string Contracts = """
        public interface IAsk<T>;
        public interface IHandle<in TAsk, T> where TAsk : IAsk<T> { Task<T> HandleAsync(TAsk ask, CancellationToken token); }
        public record Question(string Text) : IAsk<string>;
        public record Count(string Text) : IAsk<string>;
        public class CountHandler(IChatClient client) : IHandle<Count, string>
        {
            public async Task<string> HandleAsync(Count ask, CancellationToken token) => (await client.GetResponseAsync($"Count to {ask.Text.Length}")).Text;
        }

        """;

    public static TheoryData<string, string> Dispatchers => new()
    {
        { "dynamic", "public Task<T> Send<T>(IAsk<T> ask, CancellationToken token = default) { var type = typeof(IHandle<,>).MakeGenericType(ask.GetType(), typeof(T)); dynamic handler = services.GetRequiredService(type); return handler.HandleAsync((dynamic)ask, token); }" },
        { "dynamic, in one", "public Task<T> Send<T>(IAsk<T> ask, CancellationToken token = default) { ArgumentNullException.ThrowIfNull(ask); dynamic handler = services.GetService(typeof(IHandle<,>).MakeGenericType(ask.GetType(), typeof(T)))!; return (Task<T>)handler.HandleAsync((dynamic)ask, token); }" },
        { "reflection", "public Task<T> Send<T>(IAsk<T> ask, CancellationToken token = default) { var type = typeof(IHandle<,>).MakeGenericType(ask.GetType(), typeof(T)); var handler = services.GetRequiredService(type); return (Task<T>)type.GetMethod(\"HandleAsync\")!.Invoke(handler, new object[] { ask, token })!; }" },
        { "reflection by nameof", "public Task<T> Send<T>(IAsk<T> ask, CancellationToken token = default) { var type = typeof(IHandle<,>).MakeGenericType(ask.GetType(), typeof(T)); return (Task<T>)type.GetMethod(nameof(IHandle<IAsk<T>, T>.HandleAsync))!.Invoke(services.GetRequiredService(type), [ask, token])!; }" },
        { "generic", "public Task<T> Send<T>(IAsk<T> ask, CancellationToken token = default) => throw new NotSupportedException(); public Task<string> Send<TAsk>(TAsk ask) where TAsk : IAsk<string> => services.GetRequiredService<IHandle<TAsk, string>>().HandleAsync(ask, default);" },
        { "generic, in a variable", "public async Task<string> Send<TAsk>(TAsk ask) where TAsk : IAsk<string> { var handler = services.GetRequiredService<IHandle<TAsk, string>>(); return await handler.HandleAsync(ask, default); }" },
    };

    [Theory]
    [MemberData(nameof(Dispatchers))]
    public Task Request_reaches_its_handler(string name, string send) => VerifyAsync(send, "await bus.Send(new Question(text))", "await client.{|AISEC201:GetResponseAsync(ask.Text)|}", name);

    [Theory]
    [MemberData(nameof(Dispatchers))]
    public Task Request_of_constant_text(string name, string send) => VerifyAsync(send, "await bus.Send(new Question(\"Hello\"))", "await client.GetResponseAsync(ask.Text)", name);

    [Theory]
    [MemberData(nameof(Dispatchers))]
    public Task Request_of_another_handler(string name, string send) => VerifyAsync(send, "await bus.Send(new Count(text))", "await client.GetResponseAsync(ask.Text)", name);

    /// <summary>What looks at requests before it hands them on keeps what it has found.</summary>
    [Theory]
    [InlineData("public async Task<string> Send<TAsk>(TAsk ask) where TAsk : IAsk<string> { await shield.EnsureSafeAsync(JsonSerializer.Serialize(ask)); return await services.GetRequiredService<IHandle<TAsk, string>>().HandleAsync(ask, default); }")]
    public Task Dispatcher_with_a_shield(string send) => VerifyAsync(send, "await bus.Send(new Question(text))", "await client.GetResponseAsync(ask.Text)");

    [Theory]
    [InlineData("services.AddSingleton<IHandle<Question, string>>(p => new Screened<Question, string>(p.GetRequiredService<QuestionHandler>(), null!));", "await client.GetResponseAsync(ask.Text)")]
    [InlineData("services.AddSingleton(typeof(IHandle<,>), typeof(Screened<,>));", "await client.GetResponseAsync(ask.Text)")]
    [InlineData("services.AddSingleton<IHandle<Count, string>>(p => new Screened<Count, string>(p.GetRequiredService<CountHandler>(), null!)); services.AddSingleton<IHandle<Question, string>, QuestionHandler>();", "await client.{|AISEC201:GetResponseAsync(ask.Text)|}")]
    [InlineData("services.AddSingleton<IHandle<Question, string>, QuestionHandler>();", "await client.{|AISEC201:GetResponseAsync(ask.Text)|}")]
    public Task Handler_before_a_handler(string registration, string call) => VerifyAsync(
        "public Task<string> Send<TAsk>(TAsk ask) where TAsk : IAsk<string> => services.GetRequiredService<IHandle<TAsk, string>>().HandleAsync(ask, default);", "await bus.Send(new Question(text))", call, more: $$"""
        public class Screened<TAsk, T>(IHandle<TAsk, T> inner, AiSecurity.Guards.PromptShield shield) : IHandle<TAsk, T> where TAsk : IAsk<T>
        {
            public async Task<T> HandleAsync(TAsk ask, CancellationToken token) { await shield.EnsureSafeAsync(JsonSerializer.Serialize(ask)); return await inner.HandleAsync(ask, token); }
        }
        public static class Registrations { public static void Add(IServiceCollection services) { {{registration}} } }
        """);

    [Fact]
    public Task Through_a_contract() => VerifyAsync(
        "public Task<T> Send<T>(IAsk<T> ask, CancellationToken token = default) { dynamic handler = services.GetRequiredService(typeof(IHandle<,>).MakeGenericType(ask.GetType(), typeof(T))); return handler.HandleAsync((dynamic)ask, token); }",
        "await bus.Send(new Question(text))", "await client.{|AISEC201:GetResponseAsync(ask.Text)|}", bus: "IBus", more: "public interface IBus { Task<T> Send<T>(IAsk<T> ask, CancellationToken token = default); }");

    private static Task VerifyAsync(string send, string sends, string call, string name = "", string bus = "Bus", string more = "") => FlowVerifier.VerifyAsync(
        Endpoint.Usings + "using Microsoft.Extensions.DependencyInjection;\n" + Contracts + $$"""
        // {{name}}
        public class Bus(IServiceProvider services, AiSecurity.Guards.PromptShield shield){{(bus == "Bus" ? "" : " : " + bus)}}
        {
            public string Shield => shield.ToString();
            {{send}}
        }
        public class QuestionHandler(IChatClient client) : IHandle<Question, string>
        {
            public async Task<string> HandleAsync(Question ask, CancellationToken token) => ({{call}}).Text;
        }
        {{more}}
        public static class Routes
        {
            public static void Map(WebApplication app) => app.MapPost("/ask", async (string text, {{bus}} bus) => {{sends}});
        }
        """,
        configure: Shields.Add);
}
