using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.UnapprovedToolAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC303: the tools of a server that go to a model as they are listed.</summary>
public class ListedToolTests
{
    [Theory]
    [InlineData("var tools = await {|#0:server.ListToolsAsync()|}; await client.GetResponseAsync(\"a\", new ChatOptions { Tools = [.. tools] });")]
    [InlineData("var options = new ChatOptions { Tools = [.. await {|#0:server.ListToolsAsync()|}] }; await client.GetResponseAsync(\"a\", options);")]
    [InlineData("IList<McpClientTool> tools = await {|#0:server.ListToolsAsync().ConfigureAwait(false)|}; foreach (var tool in tools) Console.WriteLine(tool.Name); await client.GetResponseAsync(\"a\", new ChatOptions { Tools = tools.Cast<AITool>().ToList() });")]
    [InlineData("var tools = await {|#0:server.ListToolsAsync()|}; new Microsoft.SemanticKernel.Kernel().Plugins.Add(Microsoft.SemanticKernel.KernelPluginFactory.CreateFromFunctions(\"s\", tools.Select(tool => Microsoft.SemanticKernel.AIFunctionExtensions.AsKernelFunction(tool))));")]
    public Task Advice(string body) => VerifyAsync(body.Replace("{|#0:server.ListToolsAsync().ConfigureAwait(false)|}", "{|#0:server.ListToolsAsync()|}.ConfigureAwait(false)", StringComparison.Ordinal), true);

    [Theory]
    [InlineData("foreach (var tool in await server.ListToolsAsync()) Console.WriteLine(tool.Name); await client.GetResponseAsync(\"a\");")]
    [InlineData("var tools = (await server.ListToolsAsync()).Where(tool => tool.Name == \"search\"); await client.GetResponseAsync(\"a\", new ChatOptions { Tools = [.. tools] });")]
    [InlineData("var tools = await server.ListToolsAsync(); await client.GetResponseAsync(\"a\", new ChatOptions { Tools = [.. tools.Select(tool => new ApprovalRequiredAIFunction(tool))] });")]
    [InlineData("var tools = await server.ListToolsAsync(); foreach (var tool in tools) if (tool.Name == \"add\") await tool.CallAsync(new Dictionary<string, object?>());")]
    public Task Quiet(string body) => VerifyAsync(body, false);

    /// <summary>One member fetches the tools, another hands them to a model.</summary>
    [Theory]
    [InlineData("Task<IList<McpClientTool>> Tools() => {|#0:server.ListToolsAsync().AsTask()|};", "new ChatOptions { Tools = [.. await Tools()] }")]
    [InlineData("async Task<IList<McpClientTool>> Tools() { var tools = await {|#0:server.ListToolsAsync()|}; Console.WriteLine(tools.Count); return tools; }", "new ChatOptions { Tools = [.. await Tools()] }")]
    [InlineData("async Task<IReadOnlyList<McpClientTool>> Tools() => (await {|#0:server.ListToolsAsync()|}).ToList();", "new ChatOptions { Tools = (await Tools()).Cast<AITool>().ToList() }")]
    [InlineData("async Task<IEnumerable<AITool>> Tools() { var tools = await {|#0:server.ListToolsAsync()|}; return tools; }", "new ChatOptions { Tools = [.. await Tools()] }")]
    [InlineData("async Task<IList<McpClientTool>> Inner() => await {|#0:server.ListToolsAsync()|}; async Task<IList<McpClientTool>> Tools() { var all = await Inner(); return all; }", "new ChatOptions { Tools = [.. await Tools()] }")]
    [InlineData("async Task<IList<AITool>> Tools() => [.. await {|#0:server.ListToolsAsync()|}]; async Task<IList<AITool>> Asked() => [.. (await server.ListToolsAsync()).Select(t => new ApprovalRequiredAIFunction(t))];", "new ChatOptions { Tools = await Tools() }")]
    [InlineData("async Task<IList<AITool>> Tools() { var tools = await {|#0:server.ListToolsAsync()|}; return [.. tools]; } async Task<IList<AITool>> Asked() { var tools = await server.ListToolsAsync(); return [.. tools.Select(t => new ApprovalRequiredAIFunction(t))]; }", "new ChatOptions { Tools = await Tools() }")]
    public Task Advice_from_another_member(string members, string options) => VerifyAsync($"await client.GetResponseAsync(\"a\", {options});", true, members.Replace("{|#0:server.ListToolsAsync().AsTask()|}", "{|#0:server.ListToolsAsync()|}.AsTask()", StringComparison.Ordinal));

    [Theory]
    [InlineData("async Task<IList<McpClientTool>> Tools() => await server.ListToolsAsync();", "new ChatOptions { Tools = [.. (await Tools()).Where(t => t.Name == \"search\")] }")]
    [InlineData("async Task<IList<McpClientTool>> Tools() => await server.ListToolsAsync();", "new ChatOptions { Tools = [.. (await Tools()).Select(t => new ApprovalRequiredAIFunction(t))] }")]
    [InlineData("async Task<IList<McpClientTool>> Tools() => await server.ListToolsAsync(); async Task Print() { foreach (var tool in await Tools()) Console.WriteLine(tool.Name); }", "null")]
    [InlineData("async Task<IList<McpClientTool>> Tools() => await server.ListToolsAsync(); async Task<IList<McpClientTool>> Some() { var all = await Tools(); return all.Where(t => t.Name == \"a\").ToList(); }", "new ChatOptions { Tools = [.. await Some()] }")]
    public Task Quiet_in_another_member(string members, string options) => VerifyAsync($"await client.GetResponseAsync(\"a\", {options});", false, members);

    /// <summary>What a client of another version lists does not bind: nobody can follow it, and the advice stands.</summary>
    [Fact]
    public Task Advice_where_nothing_binds() => Verify.VerifyAsync("""
        using Microsoft.Extensions.AI;
        using ModelContextProtocol.Client;

        class C(IMcpClient server)
        {
            public object Tools() => {|#0:server.ListToolsAsync()|}.GetAwaiter().GetResult();
        }
        """, SdkSet.Latest, test =>
        {
            test.TolerateCompileErrors();
            test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC303", DiagnosticSeverity.Info).WithLocation(0));
        });

    [Theory]
    [InlineData("[.. await source.GetAsync()]")]
    [InlineData("[.. source.Tools]")]
    public Task Advice_for_another_file(string tools) => Verify.VerifyAsync($$"""
        using Microsoft.Extensions.AI;

        class C(IChatClient client, IToolSource source)
        {
            public async Task M() => await client.GetResponseAsync("a", new ChatOptions { Tools = {{tools}} });
        }
        """, SdkSet.Latest, test =>
        {
            test.TestState.Sources.Add("""
                using ModelContextProtocol.Client;

                interface IToolSource
                {
                    IList<McpClientTool> Tools { get; }
                    Task<IList<McpClientTool>> GetAsync();
                }

                class ToolSource(McpClient server) : IToolSource
                {
                    public IList<McpClientTool> Tools { get; private set; } = [];

                    public async Task<IList<McpClientTool>> GetAsync() => Tools = await {|#0:server.ListToolsAsync()|};
                }
                """);
            test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC303", DiagnosticSeverity.Info).WithLocation(0));
        });

    private static Task VerifyAsync(string body, bool isReported, string members = "") => Verify.VerifyAsync($$"""
        using Microsoft.Extensions.AI;
        using ModelContextProtocol.Client;

        class C(McpClient server)
        {
            {{members}}

            async Task M(IChatClient client)
            {
                {{body}}
            }
        }
        """, SdkSet.Latest, test =>
        {
            if (isReported)
                test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC303", DiagnosticSeverity.Info).WithLocation(0));
        });
}
