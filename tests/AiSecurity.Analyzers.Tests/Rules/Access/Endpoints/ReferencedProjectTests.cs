using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.EndpointAuthorizationAnalyzer>;
using static AiSecurity.Analyzers.Tests.Rules.Access.Endpoints.EndpointSource;

namespace AiSecurity.Analyzers.Tests.Rules.Access.Endpoints;

/// <summary>AISEC109 where the services stand in another project of the solution.</summary>
public class ReferencedProjectTests
{
    private const string Services = """
        using Microsoft.Extensions.AI;

        namespace Contoso.Services
        {
            public interface IAssistant { System.Threading.Tasks.Task<string> AnswerAsync(string question); string Name { get; } }
            public sealed class Assistant(IChatClient client) : IAssistant
            {
                public async System.Threading.Tasks.Task<string> AnswerAsync(string question) => (await client.GetResponseAsync(question)).Text;
                public string Name => "assistant";
            }
        }
        """;

    [Theory]
    [InlineData("app.{|AISEC109:MapPost|}(\"/\", (Contoso.Services.IAssistant assistant, string q) => assistant.AnswerAsync(q));")]
    [InlineData("app.{|AISEC109:MapPost|}(\"/\", (Contoso.Services.Assistant assistant, string q) => assistant.AnswerAsync(q));")]
    [InlineData("app.MapPost(\"/\", (Contoso.Services.IAssistant assistant, string q) => assistant.AnswerAsync(q)).RequireAuthorization();")]
    [InlineData("app.MapGet(\"/\", (Contoso.Services.IAssistant assistant) => assistant.Name);")]
    public Task By_source(string statements) => VerifyAsync(Program(statements), configure: static test => Add(test, "Services", Services));

    /// <summary>A request whose address yet another type of that project knows.</summary>
    [Theory]
    [InlineData("app.{|AISEC109:MapPost|}(\"/\", (Contoso.Services.Sender sender, string q) => sender.AskAsync(q));", "/openai/deployments/chat/chat/completions")]
    [InlineData("app.MapPost(\"/\", (Contoso.Services.Sender sender, string q) => sender.AskAsync(q));", "/orders")]
    public Task By_a_request(string statements, string address) => VerifyAsync(Program(statements), configure: test => Add(test, "Services", $$"""
        namespace Contoso.Services
        {
            public sealed class Requests { public System.Net.Http.HttpRequestMessage Create(string question) => new(System.Net.Http.HttpMethod.Post, "{{address}}") { Content = new System.Net.Http.StringContent(question) }; }
            public sealed class Sender(System.Net.Http.HttpClient http, Requests requests)
            {
                public async System.Threading.Tasks.Task<string> AskAsync(string question)
                {
                    var request = requests.Create(question);
                    return await (await http.SendAsync(request)).Content.ReadAsStringAsync();
                }
            }
            public sealed class Models { public const string Path = "/v1/chat/completions"; }
        }
        """));

    [Fact]
    public Task Two_projects_away() => VerifyAsync(Program("app.{|AISEC109:MapPost|}(\"/\", (Contoso.Web.Facade facade, string q) => facade.AskAsync(q));"), configure: static test =>
    {
        Add(test, "Services", Services);
        Add(test, "Facades", "namespace Contoso.Web { public sealed class Facade(Contoso.Services.IAssistant assistant) { public System.Threading.Tasks.Task<string> AskAsync(string q) => assistant.AnswerAsync(q); } }");
        test.TestState.AdditionalProjects["Facades"].AdditionalProjectReferences.Add("Services");
    });

    /// <summary>A compiler on the command line knows no bodies of other projects.</summary>
    [Fact]
    public Task By_assembly() => VerifyAsync(
        Program("app.MapPost(\"/\", (Contoso.Services.IAssistant assistant, string q) => assistant.AnswerAsync(q));"), configure: static test => test.TestState.AdditionalReferences.Add(LibraryReference.Of(Services)));

    /// <summary>Endpoints of the other project are reported there.</summary>
    [Fact]
    public Task Endpoints_of_the_other_project() => VerifyAsync(Program("Contoso.Endpoints.Map(app);"), configure: static test =>
        Add(test, "Services", Usings + $$"""namespace Contoso { public static class Endpoints { public static void Map(WebApplication app) => app.{|AISEC109:MapPost|}("/", {{Ask}}); } }"""));

    /// <summary>Defaults of a solution stand in a project of their own.</summary>
    [Theory]
    [InlineData("services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);")]
    [InlineData("services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());")]
    public Task A_fallback_policy_of_another_project(string policy) => VerifyAsync(
        Program($"app.MapPost(\"/\", {Ask});", "Contoso.Defaults.AddSecurity(builder.Services);"), configure: test =>
            Add(test, "Defaults", Usings + $$"""namespace Contoso { public static class Defaults { public static void AddSecurity(IServiceCollection services) { {{policy}} } } }"""));

    private static void Add(Verify.Test test, string name, string source)
    {
        var project = test.TestState.AdditionalProjects[name];
        project.Sources.Add(source);
        project.ReferenceAssemblies = test.ReferenceAssemblies;
        project.AdditionalReferences.AddRange(test.TestState.AdditionalReferences);
        test.TestState.AdditionalProjectReferences.Add(name);
    }
}
