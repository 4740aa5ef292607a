namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>A client that has a shield before it, beside one that has none.</summary>
public class ShieldScopeTests
{
    private const string Client = """
        public class ShieldedClient(IChatClient inner, AiSecurity.Guards.PromptShield shield) : DelegatingChatClient(inner)
        {
            public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                foreach (var message in messages)
                    await shield.EnsureSafeAsync(message.Text, null, cancellationToken);
                return await base.GetResponseAsync(messages, options, cancellationToken);
            }
        }
        """;

    private const string Default = "app.MapPost(\"/chat\", async (string text, IChatClient client) => await client.GetResponseAsync(text));";
    private const string DefaultReported = "app.MapPost(\"/chat\", async (string text, IChatClient client) => await client.{|AISEC201:GetResponseAsync(text)|});";
    private const string Drafts = "app.MapPost(\"/drafts\", async (string text, [FromKeyedServices(\"drafts\")] IChatClient client) => await client.GetResponseAsync(text));";
    private const string DraftsReported = "app.MapPost(\"/drafts\", async (string text, [FromKeyedServices(\"drafts\")] IChatClient client) => await client.{|AISEC201:GetResponseAsync(text)|});";
    private const string PlainDefault = "services.AddChatClient(inner);";
    private const string PlainDrafts = "services.AddKeyedChatClient(\"drafts\", inner);";
    private const string ShieldedDefault = "services.AddChatClient(inner).Use((next, sp) => new ShieldedClient(next, shield));";
    private const string ShieldedDrafts = "services.AddKeyedChatClient(\"drafts\", inner).Use((next, sp) => new ShieldedClient(next, shield));";

    public static TheoryData<string, string, string, string> Services => new()
    {
        { "only the drafts", DefaultReported + Drafts, PlainDefault + ShieldedDrafts, "" },
        { "only the default", Default + DraftsReported, ShieldedDefault + PlainDrafts, "" },
        { "both", Default + Drafts, ShieldedDefault + ShieldedDrafts, "" },
        { "the default is not registered here", Default + Drafts, ShieldedDrafts, "" },
        { "singletons", DefaultReported + Drafts, "services.AddSingleton<IChatClient>(inner); services.AddKeyedSingleton<IChatClient>(\"drafts\", (sp, key) => new ShieldedClient(inner, shield));", "" },
        { "singleton by two types", Default + DraftsReported, "services.AddSingleton<IChatClient, ShieldedClient>(); services.AddKeyedSingleton<IChatClient>(\"drafts\", inner);", "" },
        { "functions with keys that do not write the type", DraftsReported + Drafts.Replace("\"drafts\"", "\"safe\""), "services.AddKeyedSingleton(\"safe\", (sp, key) => new ShieldedClient(inner, shield).AsBuilder().Build()); services.AddKeyedSingleton(\"drafts\", (sp, key) => inner.AsBuilder().Build());", "" },
        { "a function without a key that does not write the type", Default, "services.AddSingleton(sp => new ShieldedClient(inner, shield).AsBuilder().Build());", "" },
        { "a function without a key, beside one with a key", Default + Drafts, "services.AddSingleton(sp => new ShieldedClient(inner, shield).AsBuilder().Build()); services.AddKeyedSingleton(\"drafts\", (sp, key) => inner.AsBuilder().Build());", "" },
        { "one that is made of the other", Default + DraftsReported, "services.AddKeyedChatClient(\"drafts\", inner); services.AddChatClient(sp => new ShieldedClient(sp.GetRequiredKeyedService<IChatClient>(\"drafts\"), shield));", "" },
        { "one that is the other", Default + Drafts, ShieldedDefault + "services.AddKeyedChatClient(\"drafts\", sp => sp.GetRequiredService<IChatClient>());", "" },
        { "a method puts it in", DefaultReported + Drafts, PlainDefault + "services.AddKeyedChatClient(\"drafts\", sp => Clients.Shielded(inner, shield));", "public static class Clients { public static IChatClient Shielded(IChatClient inner, AiSecurity.Guards.PromptShield shield) => new ShieldedClient(inner, shield); }" },
        { "a method that nobody calls puts it in", Default + Drafts, PlainDefault + PlainDrafts, "public static class Clients { public static IChatClient Shielded(IChatClient inner, AiSecurity.Guards.PromptShield shield) => new ShieldedClient(inner, shield); }" },
        { "a local variable", DefaultReported + Drafts, "var shielded = new ShieldedClient(inner, shield); services.AddSingleton<IChatClient>(inner); services.AddKeyedSingleton<IChatClient>(\"drafts\", shielded);", "" },
        { "a builder in a local variable", DefaultReported + Drafts, PlainDefault + "var drafts = services.AddKeyedChatClient(\"drafts\", inner); drafts.Use((next, sp) => new ShieldedClient(next, shield));", "" },
        { "a function with a body", DefaultReported + Drafts, PlainDefault + "services.AddKeyedSingleton<IChatClient>(\"drafts\", (sp, key) => { var shielded = new ShieldedClient(inner, shield); return shielded; });", "" },
        { "a lambda of the builder", DefaultReported + Drafts, PlainDefault + "services.AddKeyedChatClient(\"drafts\", inner).Use(async (messages, options, next, cancellationToken) => { foreach (var message in messages) await shield.EnsureSafeAsync(message.Text); await next(messages, options, cancellationToken); });", "" },
        { "constants as keys", DefaultReported + Drafts.Replace("\"drafts\")]", "Names.Drafts)]"), PlainDefault + ShieldedDrafts.Replace("\"drafts\"", "Names.Drafts"), "public static class Names { public const string Drafts = \"drafts\"; }" },
        { "a key that is written in two ways", DefaultReported + Drafts, PlainDefault + PlainDrafts + ShieldedDrafts.Replace("\"drafts\"", "Names.Drafts"), "public static class Names { public const string Drafts = \"drafts\"; }" },
        { "keys that the program computes", Default + Drafts, PlainDefault + PlainDrafts + "foreach (var name in new[] { \"a\", \"drafts\" }) services.AddKeyedChatClient(name, inner).Use((next, sp) => new ShieldedClient(next, shield));", "" },
        { "given to a service by hand", Default + Drafts, PlainDefault + PlainDrafts + "services.AddSingleton(sp => new Asker(new ShieldedClient(inner, shield)));", "public class Asker(IChatClient client) { public IChatClient Client => client; }" },
        { "a decorator of a container's extension", Default, PlainDefault + "Extensions.Decorate<IChatClient, ShieldedClient>(services);", "public static class Extensions { public static void Decorate<TService, TDecorator>(IServiceCollection services) { } }" },
        { "a shield for all requests by HTTP", Default, PlainDefault + "services.AddHttpClient(\"model\").AddHttpMessageHandler<Transport>();", "public class Transport(AiSecurity.Guards.PromptShield shield) : DelegatingHandler { protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) { await shield.EnsureSafeAsync(await request.Content!.ReadAsStringAsync(cancellationToken)); return await base.SendAsync(request, cancellationToken); } }" },
    };

    public static TheoryData<string, string, string> Receivers => new()
    {
        { "primary constructor", "(IChatClient client)", "public async Task AskAsync(string text) => await client.{|AISEC201:GetResponseAsync(text)|};" },
        { "keyed primary constructor", "([FromKeyedServices(\"drafts\")] IChatClient client)", "public async Task AskAsync(string text) => await client.GetResponseAsync(text);" },
        { "field of a primary constructor", "(IChatClient client)", "private readonly IChatClient _client = client; public async Task AskAsync(string text) => await _client.{|AISEC201:GetResponseAsync(text)|};" },
        { "keyed field", "", "private readonly IChatClient _client; public Asker([FromKeyedServices(\"drafts\")] IChatClient client) { _client = client; } public async Task AskAsync(string text) => await _client.GetResponseAsync(text);" },
        { "field", "", "private readonly IChatClient _client; public Asker(IChatClient client) => _client = client ?? throw new ArgumentNullException(nameof(client)); public async Task AskAsync(string text) => await this._client.{|AISEC201:GetResponseAsync(text)|};" },
        { "asked for", "(IServiceProvider provider)", "public async Task AskAsync(string text) { var client = provider.GetRequiredService<IChatClient>(); await client.{|AISEC201:GetResponseAsync(text)|}; }" },
        { "asked for by key", "(IServiceProvider provider)", "public async Task AskAsync(string text) { var client = provider.GetRequiredKeyedService<IChatClient>(\"drafts\"); await client.GetResponseAsync(text); }" },
        { "asked for on the spot", "(IServiceProvider provider)", "public async Task AskAsync(string text) => await provider.GetRequiredService<IChatClient>().{|AISEC201:GetResponseAsync(text)|};" },
        { "asked for by a key that varies", "(IServiceProvider provider, IConfiguration configuration)", "public async Task AskAsync(string text) { var client = provider.GetRequiredKeyedService<IChatClient>(configuration[\"kind\"]); await client.GetResponseAsync(text); }" },
        { "built further", "(IChatClient client)", "public async Task AskAsync(string text) { var built = client.AsBuilder().UseFunctionInvocation().Build(); await built.{|AISEC201:GetResponseAsync(text)|}; }" },
        { "made by a factory of another library", "(IChatClientFactory factory)", "public async Task AskAsync(string text) => await factory.Make().GetResponseAsync(text);" },
        { "field that is set twice", "(IChatClient client, [FromKeyedServices(\"drafts\")] IChatClient drafts)", "private IChatClient _client = client; public void Switch() => _client = drafts; public async Task AskAsync(string text) => await _client.GetResponseAsync(text);" },
        { "either", "(IChatClient client, [FromKeyedServices(\"drafts\")] IChatClient drafts)", "public async Task AskAsync(string text) => await (text.Length > 5 ? drafts : client).GetResponseAsync(text);" },
        { "shielded here", "(IChatClient client, AiSecurity.Guards.PromptShield shield)", "public async Task AskAsync(string text) { var shielded = new ShieldedClient(client, shield); await shielded.GetResponseAsync(text); }" },
        { "shielded here, and not", "(IChatClient client, AiSecurity.Guards.PromptShield shield)", "public async Task AskAsync(string text) { IChatClient shielded = new ShieldedClient(client, shield); await shielded.GetResponseAsync(\"fixed\"); await client.{|AISEC201:GetResponseAsync(text)|}; }" },
        { "shielded in a field", "(IChatClient client, AiSecurity.Guards.PromptShield shield)", "private readonly IChatClient _shielded = new ShieldedClient(client, shield); public async Task AskAsync(string text) { await _shielded.GetResponseAsync(text); await client.{|AISEC201:GetResponseAsync(text)|}; }" },
        { "parameter of a method", "(IChatClient client)", "public async Task AskAsync(string text) => await AskAsync(client, text); private static async Task AskAsync(IChatClient client, string text) => await client.GetResponseAsync(text);" },
        { "bare client of an SDK, beside a shielded one", "(OpenAI.Chat.ChatClient sdk, AiSecurity.Guards.PromptShield shield)", "public async Task AskAsync(string text) { IChatClient bare = sdk.AsIChatClient(); IChatClient shielded = new ShieldedClient(bare, shield); await shielded.GetResponseAsync(text); await bare.{|AISEC201:GetResponseAsync(text)|}; }" },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public Task Service(string name, string endpoints, string registrations, string types)
    {
        _ = name;
        return VerifyAsync(registrations, endpoints, types);
    }

    [Theory]
    [MemberData(nameof(Receivers))]
    public Task Receiver(string name, string parameters, string members)
    {
        _ = name;
        return VerifyAsync(PlainDefault + ShieldedDrafts + "services.AddScoped<Asker>(); services.AddSingleton<IChatClientFactory>(_ => null!);", "app.MapPost(\"/ask\", async (string text, Asker asker) => await asker.AskAsync(text));", $"public interface IChatClientFactory {{ IChatClient Make(); }} public class Asker{parameters} {{ {members} }}");
    }

    [Theory]
    [InlineData("services.AddScoped(sp => new Asker(sp.GetRequiredKeyedService<IChatClient>(\"drafts\")));")]
    [InlineData("services.AddScoped<Asker>(sp => new(sp.GetRequiredKeyedService<IChatClient>(\"drafts\")));")]
    [InlineData("services.AddScoped(sp => ActivatorUtilities.CreateInstance<Asker>(sp, sp.GetRequiredKeyedService<IChatClient>(\"drafts\")));")]
    public Task ServiceThatIsMadeByHandGetsWhatItIsGiven(string registration) => VerifyAsync(
        PlainDefault + ShieldedDrafts + registration,
        "app.MapPost(\"/ask\", async (string text, Asker asker) => await asker.AskAsync(text));",
        "public class Asker(IChatClient client) { public async Task AskAsync(string text) => await client.GetResponseAsync(text); }");

    [Fact]
    public Task BaseGetsWhatItsHeirsGiveIt() => VerifyAsync(
        PlainDefault + ShieldedDrafts + "services.AddScoped<Asker>();",
        "app.MapPost(\"/ask\", async (string text, Asker asker) => await asker.AskAsync(text));",
        "public class Asker([FromKeyedServices(\"drafts\")] IChatClient client) : AskerBase(client); public abstract class AskerBase(IChatClient client) { public async Task AskAsync(string text) => await client.GetResponseAsync(text); }");

    /// <summary>A prompt filter holds for the kernels that it is given to.</summary>
    [Theory]
    [InlineData("var kernel = new Kernel(); kernel.PromptRenderFilters.Add(new Screening(shield)); await kernel.InvokePromptAsync(\"Answer {{$q}}\", new KernelArguments { [\"q\"] = text });", "var kernel = new Kernel(); await kernel.{|AISEC201:InvokePromptAsync(\"Answer {{$q}}\", new KernelArguments { [\"q\"] = text })|};")]
    [InlineData("var kernel = new Kernel(); kernel.PromptRenderFilters.Add(new Screening(shield)); await kernel.InvokePromptAsync(\"Hello\");", "await given.InvokePromptAsync(\"Answer {{$q}}\", new KernelArguments { [\"q\"] = text });")]
    [InlineData("services.AddSingleton<IPromptRenderFilter, Screening>();", "var kernel = new Kernel(); await kernel.InvokePromptAsync(\"Answer {{$q}}\", new KernelArguments { [\"q\"] = text });")]
    [InlineData("var builder = Kernel.CreateBuilder(); builder.Services.AddSingleton<IPromptRenderFilter, Screening>(); var kernel = builder.Build(); await kernel.InvokePromptAsync(\"Hello\");", "var kernel = Kernel.CreateBuilder().Build(); await kernel.{|AISEC201:InvokePromptAsync(\"Answer {{$q}}\", new KernelArguments { [\"q\"] = text })|};")]
    public Task KernelWithAFilter(string one, string other) => FlowVerifier.VerifyAsync(
        Endpoint.Usings + $$"""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.SemanticKernel;
        public class Screening(AiSecurity.Guards.PromptShield shield) : IPromptRenderFilter
        {
            public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next) { await next(context); await shield.EnsureSafeAsync(context.RenderedPrompt!); }
        }
        public class ChatController(IServiceCollection services, Kernel given, AiSecurity.Guards.PromptShield shield) : ControllerBase
        {
            [HttpPost("a")] public async Task One(string text) { {{one}} await Task.Yield(); Console.Write(services); Console.Write(shield); }
            [HttpPost("b")] public async Task Other(string text) { {{other}} Console.Write(given); }
        }
        """,
        configure: Shields.Add);

    private static Task VerifyAsync(string registrations, string endpoints, string types) => FlowVerifier.VerifyAsync(
        Endpoint.Usings + $$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        public static class App
        {
            public static void Add(IServiceCollection services, IChatClient inner, AiSecurity.Guards.PromptShield shield)
            {
                {{registrations}}
            }

            public static void Map(WebApplication app)
            {
                {{endpoints}}
            }
        }
        {{Client}}
        {{types}}
        """,
        configure: Shields.Add);
}
