using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.McpServerAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC311: MCP servers.</summary>
public class McpServerAnalyzerTests
{
    private const string Usings = """
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        using ModelContextProtocol.Client;
        using OpenAI.Responses;

        """;

    [Theory]
    [InlineData("object M() => new HttpClientTransportOptions { Endpoint = new Uri([|\"http://mcp.contoso.com/mcp\"|]) };")]
    [InlineData("object M() { var address = [|\"http://mcp.contoso.com/sse\"|]; return new HttpClientTransport(new() { Endpoint = new Uri(address) }); }")]
    [InlineData("const string Address = [|\"http://10.0.0.4:8080/mcp\"|]; object M() => new HttpClientTransportOptions { Endpoint = new(Address) };")]
    [InlineData("object M() => new HostedMcpServerTool(\"docs\", [|\"http://mcp.contoso.com\"|]) { AllowedTools = [\"search\"] };")]
    [InlineData("object M(McpToolFilter tools) => ResponseTool.CreateMcpTool(\"docs\", new Uri([|\"http://mcp.contoso.com\"|]), allowedTools: tools);")]
    public Task In_clear_text(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("Command = \"npx\", Arguments = [\"-y\", [|\"@contoso/server\"|]]")]
    [InlineData("Command = \"npx\", Arguments = new[] { \"-y\", \"--verbose\", [|\"contoso-server@latest\"|] }")]
    [InlineData("Command = @\"C:\\node\\npx.cmd\", Arguments = [\"-y\", [|\"contoso-server\"|], \"--root\", \"/srv\"]")]
    [InlineData("Command = \"cmd\", Arguments = [\"/c\", \"npx\", \"-y\", [|\"contoso-server\"|]]")]
    [InlineData("Command = \"npx\", Arguments = [\"-y\", \"--package\", [|\"contoso-server\"|], \"run\"]")]
    [InlineData("Command = \"uvx\", Arguments = [[|\"contoso-server\"|]]")]
    [InlineData("Command = \"uvx\", Arguments = [\"--from\", [|\"git+https://github.com/contoso/server\"|], \"server\"]")]
    [InlineData("Command = \"dnx\", Arguments = [[|\"Contoso.Server\"|], \"--yes\"]")]
    [InlineData("Command = \"docker\", Arguments = [\"run\", \"-i\", \"--rm\", \"-e\", \"KEY\", [|\"contoso/server\"|]]")]
    [InlineData("Command = \"docker\", Arguments = new List<string> { \"run\", \"--rm\", \"--name=x\", [|\"registry.contoso.com:5000/server:latest\"|], \"serve\" }")]
    [InlineData("Command = OperatingSystem.IsWindows() ? \"npx.cmd\" : \"npx\", Arguments = [\"-y\", [|\"contoso-server\"|]]")]
    public Task Whatever_version_is_there(string initializer) => VerifyAsync("object M() => new StdioClientTransportOptions { Name = \"s\", " + initializer + " };");

    [Theory]
    [InlineData("object M(Uri u) => new [|HostedMcpServerTool|](\"docs\", u);")]
    [InlineData("object M(Uri u) => ResponseTool.[|CreateMcpTool|](\"docs\", u);")]
    [InlineData("object M(Uri u) => new [|McpTool|](\"docs\", u);")]
    [InlineData("object M(Uri u) => ResponseTool.[|CreateMcpTool|](\"docs\", u, allowedTools: null);")]
    public Task Every_tool(string member) => VerifyAsync(member);

    [Fact]
    public Task Message_of_every_tool() => VerifyAsync("object M(Uri u) => new {|#0:HostedMcpServerTool|}(\"docs\", u);", test => test.ExpectedDiagnostics.Add(
        new Microsoft.CodeAnalysis.Testing.DiagnosticResult("AISEC311", Microsoft.CodeAnalysis.DiagnosticSeverity.Info).WithLocation(0)
            .WithArguments("'HostedMcpServerTool' offers a model every tool that the server has, now and later", "list the ones that the task needs in 'AllowedTools'")));

    [Theory]
    [InlineData("object M() => new HttpClientTransportOptions { Endpoint = new Uri(\"https://mcp.contoso.com/mcp\") };")]
    [InlineData("object M() => new HttpClientTransportOptions { Endpoint = new Uri(\"http://localhost:3001/sse\") };")]
    [InlineData("object M() => new HttpClientTransportOptions { Endpoint = new Uri(\"http://mcp:8080\") };")]
    [InlineData("object M(IConfiguration s) => new HttpClientTransportOptions { Endpoint = new Uri(s[\"Mcp\"]!) };")]
    [InlineData("object? M(IHostEnvironment e) { if (e.IsDevelopment()) return new HttpClientTransportOptions { Endpoint = new Uri(\"http://test.contoso.com\") }; return null; }")]
    [InlineData("object M(Uri u) => new HostedMcpServerTool(\"docs\", u) { AllowedTools = [\"search\"] };")]
    [InlineData("object M(Uri u) { var tool = new HostedMcpServerTool(\"docs\", u); tool.AllowedTools = [\"search\"]; return tool; }")]
    [InlineData("object M(Uri u, McpToolFilter tools) => ResponseTool.CreateMcpTool(\"docs\", u, allowedTools: tools);")]
    [InlineData("class HttpOptions { public Uri? Endpoint { get; set; } } object M() => new HttpOptions { Endpoint = new Uri(\"http://www.contoso.com\") };")]
    public Task Trusted(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("Command = \"npx\", Arguments = [\"-y\", \"@contoso/server@1.2.3\"]")]
    [InlineData("Command = \"npx\", Arguments = [\"-y\", \"./server\"]")]
    [InlineData("Command = \"npx\", Arguments = [\"-y\", Package]")]
    [InlineData("Command = \"uvx\", Arguments = [\"contoso-server==1.2.3\"]")]
    [InlineData("Command = \"uvx\", Arguments = [\"--from\", \"git+https://github.com/contoso/server@0123abc\", \"server\"]")]
    [InlineData("Command = \"dnx\", Arguments = [\"Contoso.Server@1.2.3\", \"--yes\"]")]
    [InlineData("Command = \"docker\", Arguments = [\"run\", \"-i\", \"--rm\", \"contoso/server:1.2.3\"]")]
    [InlineData("Command = \"docker\", Arguments = [\"run\", \"-v\", \"/srv:/srv\", \"contoso/server@sha256:0123\"]")]
    [InlineData("Command = \"docker\", Arguments = [\"exec\", \"server\"]")]
    [InlineData("Command = \"dotnet\", Arguments = [\"run\", \"--project\", \"Server\"]")]
    [InlineData("Command = \"npx\"")]
    public Task Pinned(string initializer) => VerifyAsync("string Package { get; set; } = \"\"; object M() => new StdioClientTransportOptions { Name = \"s\", " + initializer + " };");

    [Fact]
    public Task Test_projects() => VerifyAsync("object M(Uri u) => new HostedMcpServerTool(\"docs\", u);", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("object M() => new StdioClientTransportOptions { Command = \"npx\", Arguments = [ }; object N() => new HostedMcpServerTool(; void O(Missing m) => m.Endpoint = new Uri(\"http://mcp.contoso.com\");", test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Stubs, configure);
}
