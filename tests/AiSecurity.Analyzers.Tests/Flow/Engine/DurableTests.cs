using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Text that an orchestration of durable functions gives to activities, which are run by their names.</summary>
public class DurableTests
{
    [Theory]
    [InlineData("ctx.CallActivityAsync<string>(nameof(Ask), await http.GetStringAsync(\"https://contoso.com\"))", true)]
    [InlineData("ctx.CallActivityAsync<string>(nameof(Activities.Ask), await http.GetStringAsync(\"https://contoso.com\"))", true)]
    [InlineData("ctx.CallActivityAsync<string>(\"Ask\", await http.GetStringAsync(\"https://contoso.com\"))", true)]
    [InlineData("ctx.CallActivityAsync<string>(nameof(Ask), await ctx.CallActivityAsync<string>(nameof(Load), \"a\"))", true)]
    [InlineData("ctx.CallActivityAsync<string>(nameof(Load), await http.GetStringAsync(\"https://contoso.com\"))", false)]
    [InlineData("ctx.CallActivityAsync<string>(nameof(Ask), \"constant\")", false)]
    [InlineData("ctx.CallActivityAsync<string>(nameof(Ask), await ctx.CallActivityAsync<string>(nameof(Checked), \"a\"))", false)]
    [InlineData("ctx.CallActivityAsync<string>(name, await http.GetStringAsync(\"https://contoso.com\"))", false)]
    [InlineData("ctx.CallActivityAsync<string>(\"Plain\", await http.GetStringAsync(\"https://contoso.com\"))", false)]
    public Task Activities(string call, bool isAsked) => FlowVerifier.VerifyAsync(Source($$"""
        [Function("Run")]
        public async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext ctx, string name) => await {{call}};
        [Function(nameof(Ask))]
        public async Task<string> Ask([ActivityTrigger] string text) => (await chat.{{(isAsked ? "{|AISEC202:GetResponseAsync(text)|}" : "GetResponseAsync(text)")}}).Text;
        [Function(nameof(Load))]
        public Task<string> Load([ActivityTrigger] string url) => http.GetStringAsync("https://contoso.com/" + url.Length);
        [Function(nameof(Checked))]
        public async Task<string> Checked([ActivityTrigger] string url) { var text = await http.GetStringAsync("https://contoso.com/" + url.Length); Own.Demand(text); return text; }
        public Task<string> Plain(string text) => Task.FromResult(text);
        """), SdkSet.Platform);

    [Fact]
    public Task Input_of_an_orchestration() => FlowVerifier.VerifyAsync(Source("""
        [Function("Start")]
        public async Task Start([HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequestData request, DurableTaskClient client) => await client.ScheduleNewOrchestrationInstanceAsync("Run", new Job(await request.ReadAsStringAsync() ?? ""));
        [Function("Run")]
        public async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext ctx) => await ctx.CallActivityAsync<string>(nameof(Ask), ctx.GetInput<Job>());
        [Function(nameof(Ask))]
        public async Task<string> Ask([ActivityTrigger] Job job) => (await chat.{|AISEC201:GetResponseAsync(job.Text)|}).Text;
        """), SdkSet.Platform);

    private static string Source(string members) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Azure.Functions.Worker;
        using Microsoft.Azure.Functions.Worker.Http;
        using Microsoft.DurableTask;
        using Microsoft.DurableTask.Client;
        using Microsoft.Extensions.AI;
        public record Job(string Text);
        public class OrchestrationTriggerAttribute : Attribute;
        public class ActivityTriggerAttribute : Attribute;
        public class PromptShieldAttribute : Attribute;
        public static class Own { [PromptShield] public static void Demand(string text) { if (text.Length > 100) throw new InvalidOperationException(); } }
        public class Activities(IChatClient chat, HttpClient http)
        {
            {{members}}
        }
        """;
}
