using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.UnmonitoredPipelineAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC309: pipelines.</summary>
public class UnmonitoredPipelineAnalyzerTests
{
    [Theory]
    [InlineData("IChatClient M() => raw.AsIChatClient().[|AsBuilder|]().UseFunctionInvocation().Build();")]
    [InlineData("IChatClient M() => new [|ChatClientBuilder|](raw.AsIChatClient()).UseFunctionInvocation().Build();")]
    [InlineData("IChatClient M() { ChatClientBuilder builder = [|new(raw.AsIChatClient())|]; builder.UseFunctionInvocation(); return builder.Build(); }")]
    [InlineData("void M() => services.[|AddChatClient|](raw.AsIChatClient()).UseFunctionInvocation();")]
    [InlineData("void M() => services.[|AddChatClient|](sp => sp.GetRequiredService<AzureOpenAIClient>().GetChatClient(\"gpt-4o\").AsIChatClient());")]
    [InlineData("void M() => services.AddSingleton<IChatClient>(sp => raw.AsIChatClient().[|AsBuilder|]().Build());")]
    [InlineData("AIAgent M() => raw.AsIChatClient().[|AsAIAgent|](name: \"a\");")]
    [InlineData("AIAgent M() => raw.[|AsAIAgent|](name: \"a\");")]
    [InlineData("AIAgent M() => new [|ChatClientAgent|](raw.AsIChatClient(), \"You help.\");")]
    [InlineData("AIAgent M() => raw.AsIChatClient().[|AsBuilder|]().UseFunctionInvocation().Build().AsAIAgent(name: \"a\");")]
    [InlineData("AIAgent M() => raw.AsIChatClient().AsAIAgent(name: \"a\").[|AsBuilder|]().Build();")]
    [InlineData("async Task M() { var client = raw.AsIChatClient(); var agent = client.[|AsAIAgent|](name: \"a\"); await agent.RunAsync(\"hi\"); }")]
    [InlineData("async Task M() { var client = raw.AsIChatClient().[|AsBuilder|]().Build(); var agent = client.AsAIAgent(name: \"a\"); await agent.RunAsync(\"hi\"); }")]
    [InlineData("Kernel M() { var builder = Kernel.[|CreateBuilder|](); builder.AddAzureOpenAIChatCompletion(\"gpt-4o\", \"https://contoso.openai.azure.com\", credential); return builder.Build(); }")]
    [InlineData("Kernel M() => Kernel.[|CreateBuilder|]().AddAzureOpenAIChatCompletion(\"gpt-4o\", \"https://contoso.openai.azure.com\", credential).Build();")]
    [InlineData("async Task M() { var a = raw.AsIChatClient().AsBuilder().UseOpenTelemetry().Build(); var b = raw.AsIChatClient().[|AsBuilder|]().Build(); await a.GetResponseAsync(\"hi\"); await b.GetResponseAsync(\"hi\"); }")]
    public Task Without_a_record(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("IChatClient M() => raw.AsIChatClient().AsBuilder().UseFunctionInvocation().UseOpenTelemetry().Build();")]
    [InlineData("IChatClient M() => raw.AsIChatClient().AsBuilder().UseLogging(loggers).Build();")]
    [InlineData("IChatClient M() => raw.AsIChatClient().AsBuilder().Use((messages, options, next, token) => next(messages, options, token)).Build();")]
    [InlineData("IChatClient M() { var builder = raw.AsIChatClient().AsBuilder(); builder.UseOpenTelemetry(); return builder.Build(); }")]
    [InlineData("IChatClient M() => new OpenTelemetryChatClient(raw.AsIChatClient().AsBuilder().Build());")]
    [InlineData("IChatClient M() { var client = raw.AsIChatClient().AsBuilder().Build(); return Watched(client); } IChatClient Watched(IChatClient client) => client.AsBuilder().UseOpenTelemetry().Build();")]
    [InlineData("void M() => services.AddChatClient(raw.AsIChatClient()).UseFunctionInvocation().UseOpenTelemetry();")]
    [InlineData("void M() => services.AddChatClient(given);")]
    [InlineData("void M() => services.AddChatClient(sp => sp.GetRequiredService<IChatClient>());")]
    [InlineData("IChatClient M() => given.AsBuilder().UseFunctionInvocation().Build();")]
    [InlineData("AIAgent M() => given.AsAIAgent(name: \"a\");")]
    [InlineData("AIAgent M() => raw.AsIChatClient().AsAIAgent(name: \"a\").AsBuilder().UseOpenTelemetry().Build();")]
    [InlineData("AIAgent M() => raw.AsIChatClient().AsBuilder().UseOpenTelemetry().Build().AsAIAgent(name: \"a\");")]
    [InlineData("AIAgent M() => raw.AsAIAgent(name: \"a\", clientFactory: client => client.AsBuilder().UseOpenTelemetry().Build());")]
    [InlineData("AIAgent M() => new ChatClientAgent(raw.AsIChatClient(), \"You help.\", loggerFactory: loggers);")]
    [InlineData("AIAgent M() { var agent = raw.AsIChatClient().AsAIAgent(name: \"a\"); return agent.AsBuilder().UseOpenTelemetry().Build(); }")]
    [InlineData("AIAgent M() { var client = raw.AsIChatClient().AsBuilder().UseOpenTelemetry().Build(); return client.AsAIAgent(name: \"a\"); }")]
    [InlineData("Kernel M() { var builder = Kernel.CreateBuilder(); builder.Services.AddLogging(); return builder.Build(); }")]
    [InlineData("Kernel M() { var builder = Kernel.CreateBuilder(); builder.Services.AddSingleton(loggers); return builder.Build(); }")]
    [InlineData("Kernel M() { var kernel = Kernel.CreateBuilder().Build(); kernel.FunctionInvocationFilters.Add(new Watch()); return kernel; } class Watch : IFunctionInvocationFilter { public Task OnFunctionInvocationAsync(Microsoft.SemanticKernel.FunctionInvocationContext context, Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next) => next(context); }")]
    [InlineData("void M() => services.AddKernel();")]
    [InlineData("object M() => services.AddHttpClient(\"weather\");")]
    [InlineData("object M() => new HttpClient();")]
    [InlineData("Kernel M(IServiceProvider provider) => new Kernel(provider);")]
    public Task Recorded_or_unknown(string members) => VerifyAsync(members);

    [Fact]
    public Task A_wrapper_of_the_project_in_another_file() => Verify.VerifyAsync(
        PipelineSource.Of("IChatClient M() => raw.AsIChatClient().AsBuilder().UseAudit().Build(); IChatClient N() => Telemetry.Watch(raw.AsIChatClient().AsBuilder().Build());"),
        SdkSet.Stubs,
        test => test.AddSource("/0/Telemetry.cs", """
            using Microsoft.Extensions.AI;
            static class Telemetry
            {
                public static ChatClientBuilder UseAudit(this ChatClientBuilder builder) => builder.Use(inner => new Audit(inner));
                public static IChatClient Watch(IChatClient client) => new ChatClientBuilder(client).UseOpenTelemetry().Build();
            }
            class Audit(IChatClient inner) : DelegatingChatClient(inner);
            """));

    [Fact]
    public Task Somebody_who_listens_to_kernels() => Verify.VerifyAsync(
        PipelineSource.Of("Kernel M() => Kernel.CreateBuilder().Build();"),
        SdkSet.Stubs,
        test => test.AddSource("/0/Telemetry.cs", "static class Telemetry { public static object Start() => OpenTelemetry.Sdk.CreateTracerProviderBuilder(); }"));

    [Theory]
    [InlineData("async Task M(AIFunction tool) { try { await tool.InvokeAsync(new AIFunctionArguments()); } [|catch|] { } }")]
    [InlineData("async Task M(AIFunction tool) { try { await tool.InvokeAsync(new AIFunctionArguments()); } [|catch|] (Exception) { /* whatever */ } }")]
    [InlineData("async Task M(AIAgent agent) { while (true) { try { await agent.RunAsync(\"hi\"); break; } catch (OperationCanceledException) { } [|catch|] (Exception) { } } }")]
    [InlineData("async Task M(McpClient client) { try { await client.CallToolAsync(\"weather\"); } [|catch|] (McpException) { } } class McpException : Exception;")]
    [InlineData("async Task M(Kernel kernel, KernelFunction function) { try { await kernel.InvokeAsync(function); await function.InvokeAsync(kernel); } [|catch|] { } }")]
    public Task Failures_that_nobody_hears_of(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("async Task M(AIFunction tool) { try { await tool.InvokeAsync(new AIFunctionArguments()); } catch (OperationCanceledException) { } }")]
    [InlineData("async Task M(AIFunction tool, ILogger logger) { try { await tool.InvokeAsync(new AIFunctionArguments()); } catch (Exception exception) { logger.LogError(exception, \"failed\"); } }")]
    [InlineData("async Task<bool> M(AIFunction tool) { try { await tool.InvokeAsync(new AIFunctionArguments()); return true; } catch { return false; } }")]
    [InlineData("async Task M(AIFunction tool) { try { await tool.InvokeAsync(new AIFunctionArguments()); } catch (Exception exception) when (exception is TimeoutException) { } }")]
    [InlineData("void M(string path) { try { File.Delete(path); } catch { } }")]
    [InlineData("void M(AIFunction tool) { try { Run(async () => await tool.InvokeAsync(new AIFunctionArguments())); } catch { } } void Run(Func<Task> task) { }")]
    [InlineData("async Task M(AIFunction tool) { try { } catch { await tool.InvokeAsync(new AIFunctionArguments()); } }")]
    public Task Failures_that_somebody_hears_of(string members) => VerifyAsync(members);

    [Fact]
    public Task Test_projects() => Verify.VerifyAsync(
        PipelineSource.Of("IChatClient M() => raw.AsIChatClient().AsBuilder().Build();"), SdkSet.Stubs, test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => Verify.VerifyAsync(
        PipelineSource.Of("object M(Missing m) => (m.AsBuilder().Build(), raw.AsIChatClient().AsBuilder().UseMissing().Build(), new ChatClientBuilder(m), raw.AsIChatClient().AsBuilder("), SdkSet.Stubs, test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string members) => Verify.VerifyAsync(PipelineSource.Of(members), SdkSet.Stubs);
}
