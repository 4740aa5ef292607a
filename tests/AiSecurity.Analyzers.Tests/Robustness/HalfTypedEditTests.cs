using AiSecurity.Analyzers.Tests.Robustness.Inputs;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Inputs on which the fuzz runner saw a fix or refactoring throw or break code, as small as it made them.</summary>
public class HalfTypedEditTests
{
    private static readonly FuzzOptions Options = new(Seed: 1, Mutants: 0, MutantsOfFindings: 0);

    [Theory]
    [InlineData("""
        using Azure.AI.OpenAI;
        partial class Unfinished(string key) : AzureOpenAIClient(new Uri(key), new Azure.AzureKeyCredential(key)
        """)]
    [InlineData("""
        using Azure;
        class Before { AzureKeyCredential K = new(key); }
        var key = args[^1];
        var client = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(key), new AzureKeyCredential(key));
        [foreach (var update in client.GetChatClient("gpt").CompleteChatStreamingAsync(key)) Console.Write(update.ContentUpdateawait 0].Text)
        """)]
    [InlineData("""
        using OpenAI.Chat;
        using Microsoft.AspNetCore.Mvc;
        public class Answers(ChatClient chat, PromptShield shield) : ControllerBase
        {
            [HttpPost] public async Task<string> Checked([FromBody] string question) { await shield.EnsureCleanAsync(question, []); ChatCompletion c = await chat.CompleteChatAsync([new UserChatMessage(question)]); return c.Content[0].Text; }
            [HttpPut] public async Task Check(string question) { await shield.EnsureCleanAsync(question, []); await shield.EnsureCleanAsync(question, [question]); }
            [HttpGet] public async Task<string> Similar(string question) { ChatCompletion c = await chat.CompleteChatAsync([new UserChatMessage(question)]); return c.Content[0].Text; }
        }
        """)]
    public async Task Survives(string source)
    {
        var result = (await FuzzRun.RunAsync([new FuzzInput("half typed", source)], Options))[0];
        Assert.True(result.Failure is null, result.Failure?.ToString());
        Assert.NotEqual(0, result.Diagnostics);
    }
}
