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

    private static Task VerifyAsync(string body, bool isReported) => Verify.VerifyAsync($$"""
        using Microsoft.Extensions.AI;
        using ModelContextProtocol.Client;

        class C
        {
            async Task M(IChatClient client, McpClient server)
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
