using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static AiSecurity.Analyzers.Tests.Rules.Access.IdentitySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.UnpinnedCredentialAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC107: whatever credential works, and a new one for every request.</summary>
public class UnpinnedCredentialAnalyzerTests
{
    [Theory]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]);")]
    [InlineData("object M(Uri uri) { var c = [|new DefaultAzureCredential()|]; return new AzureOpenAIClient(uri, c); }")]
    [InlineData("object M(Uri uri) { DefaultAzureCredential c = [|new()|]; return new object[] { new AzureOpenAIClient(uri, c), new SearchClient(uri, \"i\", c) }; }")]
    [InlineData("private static readonly DefaultAzureCredential s_c = [|new()|]; object M(Uri uri) => new AzureOpenAIClient(uri, s_c);")]
    [InlineData("internal static DefaultAzureCredential Credential { get; } = [|new()|]; object M(Uri uri) => new SearchClient(uri, \"i\", Credential);")]
    [InlineData("object M(Uri uri, string? key) => key is null ? new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]) : new AzureOpenAIClient(uri, new ApiKeyCredential(key));")]
    [InlineData("void M(IServiceCollection s, Uri uri) => s.AddSingleton(_ => new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]));")]
    [InlineData("void M(IKernelBuilder b) => b.AddAzureOpenAIChatCompletion(\"d\", \"https://a.openai.azure.com\", credentials: [|new DefaultAzureCredential()|]);")]
    [InlineData("object M() => new BearerTokenPolicy([|new DefaultAzureCredential()|], \"https://ai.azure.com/.default\");")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential(new DefaultAzureCredentialOptions())|]);")]
    [InlineData("object M(Uri uri, string id) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = id })|]);")]
    [InlineData("object M(Uri uri) { var o = new DefaultAzureCredentialOptions { TenantId = \"t\" }; return new AzureOpenAIClient(uri, [|new DefaultAzureCredential(o)|]); }")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential(new DefaultAzureCredentialOptions { ExcludeAzureCliCredential = false })|]);")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential(includeInteractiveCredentials: true)|]);")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential(true)|]);")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential(false)|]);")]
    [InlineData("object M(Uri uri, IHostEnvironment e) => new AzureOpenAIClient(uri, e.IsProduction() ? [|new DefaultAzureCredential()|] : new AzureCliCredential());")]
    public async Task Unpinned(string member)
    {
        await ServerAsync(member);
        await VerifyAsync(Class(Unmarked(member)));
    }

    [Theory]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential(new DefaultAzureCredentialOptions { ExcludeAzureCliCredential = true }));")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential(new DefaultAzureCredentialOptions { ExcludeVisualStudioCredential = Environment.ProcessorCount > 1 }));")]
    [InlineData("object M(Uri uri) { var o = new DefaultAzureCredentialOptions(); o.ExcludeVisualStudioCredential = true; return new AzureOpenAIClient(uri, new DefaultAzureCredential(o)); }")]
    [InlineData("object M(Uri uri, DefaultAzureCredentialOptions o) => new AzureOpenAIClient(uri, new DefaultAzureCredential(o));")]
    [InlineData("object M(Uri uri, IConfiguration c) => new AzureOpenAIClient(uri, new DefaultAzureCredential(c.Get<DefaultAzureCredentialOptions>()!));")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName));")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential(\"AZURE_TOKEN_CREDENTIALS\"));")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, new WorkloadIdentityCredential());")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, new ChainedTokenCredential(new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned), new AzureCliCredential()));")]
    [InlineData("object M(Uri uri, TokenCredential c) => new AzureOpenAIClient(uri, c);")]
    [InlineData("object M(Uri uri, IHostEnvironment e) => new AzureOpenAIClient(uri, e.IsDevelopment() ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("object M(Uri uri, IHostEnvironment e) { if (e.IsDevelopment()) return new AzureOpenAIClient(uri, new DefaultAzureCredential()); return new AzureOpenAIClient(uri, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)); }")]
    [InlineData("object M(Uri uri, string? id) => new AzureOpenAIClient(uri, id is null ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)));")]
    [InlineData("object M(Uri uri) => new SecretClient(uri, new DefaultAzureCredential());")]
    [InlineData("object M() => new DefaultAzureCredential();")]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton<TokenCredential>(new DefaultAzureCredential());")]
    public Task Quiet(string member) => ServerAsync(member);

    [Theory]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/\", () => [|new DefaultAzureCredential()|].ToString());")]
    [InlineData("void M(WebApplication app, Uri uri) => app.MapPost(\"/\", async (HttpContext c) => { await Task.Yield(); return [|new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)|].ToString(); });")]
    [InlineData("void M(IEnumerable<string> items) { foreach (var i in items) { Console.WriteLine([|new DefaultAzureCredential()|]); } }")]
    [InlineData("void M() { while (true) { var c = [|new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)|]; Console.WriteLine(c); } }")]
    [InlineData("void M() { for (var i = 0; i < 3; i++) Console.WriteLine([|new EnvironmentCredential()|]); }")]
    [InlineData("public class ChatController(Uri uri) : ControllerBase { [HttpGet] public object Ask() { return new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]); } }")]
    [InlineData("public class ChatController : ControllerBase { public object Ask() { var o = new DefaultAzureCredentialOptions { TenantId = \"t\" }; return [|new DefaultAzureCredential(o)|]; } }")]
    [InlineData("public class ChatHub : Hub { public Task Ask() => Clients.All.SendAsync(\"a\", [|new ChainedTokenCredential(new AzureCliCredential(), [|new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)|])|]); }")]
    public async Task New_ones_for_every_request(string member)
    {
        await ServerAsync(member);
        if (!member.Contains("app.Map", StringComparison.Ordinal) && !member.Contains("ControllerBase", StringComparison.Ordinal) && !member.Contains(": Hub", StringComparison.Ordinal))
            await VerifyAsync(Class(Unmarked(member)));
    }

    [Theory]
    [InlineData("TokenCredential? _c; void M(WebApplication app) => app.MapGet(\"/\", () => (_c ??= new DefaultAzureCredential()).ToString());")]
    [InlineData("readonly ConcurrentDictionary<string, TokenCredential> _c = new(); void M(WebApplication app) => app.MapGet(\"/\", () => _c.GetOrAdd(\"a\", _ => new DefaultAzureCredential()).ToString());")]
    [InlineData("void M(WebApplication app) { var c = Make(); app.MapGet(\"/\", () => c.ToString()); TokenCredential Make() { return new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); } }")]
    [InlineData("void M(IServiceCollection s) => s.AddScoped(sp => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/\", (string user, string secret) => new OnBehalfOfCredential(\"t\", \"c\", secret, user).ToString());")]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/\", (string tenant) => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(tenant)).ToString());")]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/\", (string tenant) => { var id = ManagedIdentityId.FromUserAssignedClientId(tenant); return new ManagedIdentityCredential(id).ToString(); });")]
    [InlineData("public class ChatController : ControllerBase { readonly TokenCredential _c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); public ChatController() { _c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); } public object Ask() => _c; }")]
    [InlineData("public class ChatController : ControllerBase { private object Ask() => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); [NonAction] public object Tell() => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); }")]
    [InlineData("public class Service { public object Ask() => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); }")]
    [InlineData("void M(IHostEnvironment e) { if (e.IsDevelopment()) { while (true) { Console.WriteLine(new DefaultAzureCredential()); } } }")]
    public Task Made_once_or_for_one_caller(string member) => ServerAsync(member);

    [Fact]
    public Task Servers_by_their_code() => VerifyAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(new AzureOpenAIClient(new Uri(builder.Configuration["Endpoint"]!), [|new DefaultAzureCredential()|]));
        builder.Build().Run();
        """);

    [Fact]
    public Task Console_tools() => VerifyAsync("""
        var client = new AzureOpenAIClient(new Uri(args[0]), new DefaultAzureCredential());
        Console.WriteLine(client);
        """);

    /// <summary>.NET Aspire decides what a project runs as.</summary>
    [Fact]
    public Task Projects_with_client_integrations() => VerifyAsync(Class("object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential());"), test =>
    {
        test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true");
        using var image = new MemoryStream();
        var integration = CSharpCompilation.Create("Aspire.Azure.AI.OpenAI", references: SdkReferences.Bare, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(integration.Emit(image).Success);
        test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromImage(image.ToArray()));
    });

    [Fact]
    public Task Test_projects() => VerifyAsync(Class("object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential());"), test =>
    {
        test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true");
        test.SetOption("build_property.IsTestProject", "true");
    });

    [Fact]
    public async Task It_is_advice()
    {
        var findings = await Findings.OfAsync<AiSecurity.Analyzers.Rules.Access.UnpinnedCredentialAnalyzer>(
            Usings + Class("object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential());"), options: new Dictionary<string, string> { ["build_property.UsingMicrosoftNETSdkWeb"] = "true" });
        var finding = Assert.Single(findings);
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Equal("'DefaultAzureCredential' tries every credential there is, developers' tools too, and takes the first that works; name the one that production uses, a managed identity for example", finding.GetMessage());
    }

    [Fact]
    public Task Broken_code() => VerifyAsync(
        "class C { object M(Uri uri, Missing m) => m.Do(new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|])); object N(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential(",
        test =>
        {
            test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true");
            test.TolerateCompileErrors();
        });

    private static string Unmarked(string member) => member.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    private static Task ServerAsync(string member) => VerifyAsync(Class(member), test => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true"));

    private static Task VerifyAsync([StringSyntax("C#-test")] string source, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + source, configure: configure);
}
