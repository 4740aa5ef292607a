using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using OpenAI;

namespace Corpus.Timeouts;

public sealed class Assistant(IChatClient chat)
{
    public Task<ChatResponse> Ask(CancellationToken cancellationToken) => chat.GetResponseAsync("Tell a joke."); //! AISEC306

    public static OpenAIClientOptions Options() => new() { NetworkTimeout = Timeout.InfiniteTimeSpan }; //! AISEC306

    [KernelFunction]
    public static void Check()
    {
        using var process = Process.Start("git", "status");
        process.WaitForExit(); //! AISEC306
    }
}
