using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Resources.AgentNameAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Resources;

/// <summary>AISEC504: agents of a service that every request adds to.</summary>
public class AgentLifetimeTests
{
    private const string Usings = """
        using Azure.AI.Agents.Persistent;
        using Azure.AI.Projects.Agents;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using OpenAI.Assistants;

        """;

    private const string Create = "c.Administration.[|CreateAgentAsync|](\"gpt-5\", \"Helper\")";
    private const string QuietCreate = "c.Administration.CreateAgentAsync(\"gpt-5\", \"Helper\")";

    [Theory]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/ask\", async (PersistentAgentsClient c) => await " + Create + ");")]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/ask\", AskAsync); static async Task<object> AskAsync(PersistentAgentsClient c) => await " + Create + ";")]
    [InlineData("void M(WebApplication app, PersistentAgentsClient c) => app.MapGet(\"/ask\", async () => await MakeAsync(c)); static async Task<object> MakeAsync(PersistentAgentsClient c) { var agent = await " + Create + "; return agent.Value; }")]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/ask\", (AssistantClient c) => c.[|CreateAssistant|](\"gpt-5\", new AssistantCreationOptions { Name = \"Helper\" }).Value.Id);")]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/ask\", (AgentAdministrationClient c, ProjectsAgentVersionCreationOptions o) => c.[|CreateAgentVersion|](\"helper\", o));")]
    [InlineData("void M(WebApplication app, string? id) => app.MapGet(\"/ask\", async (PersistentAgentsClient c) => { PersistentAgent agent; if (id is null) agent = await " + Create + "; else agent = c.Administration.GetAgent(id); return agent.Id; });")]
    public Task For_every_request(string member) => VerifyAsync("class C { " + member + " }");

    [Theory]
    [InlineData("class ChatController(PersistentAgentsClient c) : ControllerBase { public async Task<string> Ask() { PersistentAgent agent = await " + Create + "; return agent.Id; } }")]
    [InlineData("interface IHelpers { Task<object> MakeAsync(); } class Helpers(PersistentAgentsClient c) : IHelpers { public async Task<object> MakeAsync() => await " + Create + "; } class C { void M(WebApplication app) => app.MapGet(\"/ask\", (IHelpers h) => h.MakeAsync()); }")]
    [InlineData("class ChatService(PersistentAgentsClient c) { public async Task<string> AskAsync() { PersistentAgent agent = await " + Create + "; return agent.Id; } } class P { static void Run() => WebApplication.CreateBuilder().Build(); }")]
    public Task By_way_of_other_types(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/ask\", async (PersistentAgentsClient c) => { PersistentAgent agent = await " + QuietCreate + "; try { return agent.Id; } finally { await c.Administration.DeleteAgentAsync(agent.Id); } });")]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/ask\", async (PersistentAgentsClient c) => { foreach (var known in c.Administration.GetAgents()) return known.Id; return (await " + QuietCreate + ").Value.Id; });")]
    [InlineData("PersistentAgent? agent; void M(WebApplication app) => app.MapGet(\"/ask\", async (PersistentAgentsClient c) => (agent ??= await " + QuietCreate + ").Id);")]
    [InlineData("PersistentAgent? agent; async Task<string> AskAsync(PersistentAgentsClient c) { if (agent is null) { var made = await " + QuietCreate + "; agent = made; } return agent.Id; } void M(WebApplication app) => app.MapGet(\"/ask\", AskAsync);")]
    [InlineData("readonly Dictionary<string, PersistentAgent> agents = []; void M(WebApplication app) => app.MapGet(\"/ask\", async (PersistentAgentsClient c, string user) => { if (!agents.ContainsKey(user)) agents[user] = await " + QuietCreate + "; return agents[user].Id; });")]
    [InlineData("readonly System.Collections.Concurrent.ConcurrentDictionary<string, Task<Azure.Response<PersistentAgent>>> agents = new(); void M(WebApplication app, PersistentAgentsClient c) => app.MapGet(\"/ask\", (string user) => agents.GetOrAdd(user, _ => " + QuietCreate + "));")]
    [InlineData("void M(IServiceCollection s, PersistentAgentsClient c) => s.AddSingleton(_ => " + QuietCreate + ");")]
    [InlineData("void M(WebApplication app, PersistentAgentsClient c) { var agent = new Lazy<Task<Azure.Response<PersistentAgent>>>(() => " + QuietCreate + "); app.MapGet(\"/ask\", () => agent.Value); }")]
    [InlineData("static async Task Main() { var app = WebApplication.CreateBuilder().Build(); var c = new PersistentAgentsClient(\"https://contoso\", null!); PersistentAgent agent = await " + QuietCreate + "; app.MapGet(\"/ask\", () => agent.Id); }")]
    [InlineData("async Task<string> M(PersistentAgentsClient c) { PersistentAgent agent = await " + QuietCreate + "; return agent.Id; }")]
    public Task Made_once_or_deleted(string member) => VerifyAsync("class C { " + member + " }");

    [Theory]
    [InlineData("class Start(PersistentAgentsClient c) : IHostedService { public async Task StartAsync(CancellationToken t) { PersistentAgent agent = await " + QuietCreate + "; Console.WriteLine(agent.Id); } public Task StopAsync(CancellationToken t) => Task.CompletedTask; } class P { static void Run() => WebApplication.CreateBuilder().Build(); }")]
    [InlineData("class Helper { public readonly Task<Azure.Response<PersistentAgent>> Agent; public Helper(PersistentAgentsClient c) { Agent = " + QuietCreate + "; } } class P { static void Run() => WebApplication.CreateBuilder().Build(); }")]
    [InlineData("class Helpers(PersistentAgentsClient c) { public async Task<PersistentAgent> MakeAsync() => await " + QuietCreate + "; } class C { void M(WebApplication app) => app.MapGet(\"/ask\", async (Helpers h, PersistentAgentsClient c) => { var agent = await h.MakeAsync(); await c.Administration.DeleteAgentAsync(agent.Id); }); }")]
    public Task Made_once_or_deleted_elsewhere(string source) => VerifyAsync(source);

    private static Task VerifyAsync([StringSyntax("C#-test")] string source, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + source + "\n", SdkSet.Stubs, configure);
}
