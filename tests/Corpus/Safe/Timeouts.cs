using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using OpenAI;

namespace Corpus.WithTimeouts;

public sealed class Assistant(IChatClient chat)
{
    public Task<ChatResponse> Ask(CancellationToken cancellationToken) => chat.GetResponseAsync("Tell a joke.", cancellationToken: cancellationToken);

    public Task<ChatResponse> Later(CancellationToken cancellationToken) => chat.GetResponseAsync("Tell a joke.", cancellationToken: CancellationToken.None);

    public static OpenAIClientOptions Options() => new() { NetworkTimeout = TimeSpan.FromSeconds(90) };

    [KernelFunction]
    public static bool Check()
    {
        using var process = Process.Start("git", "status");
        return process.WaitForExit(30_000);
    }
}
