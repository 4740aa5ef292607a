// AutoGen for .NET 0.2.
#nullable enable
namespace AutoGen.Core
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial interface IMessage { }
    public partial class GenerateReplyOptions { }
    public partial class Role { }

    public partial interface IAgent
    {
        Task<IMessage> GenerateReplyAsync(IEnumerable<IMessage> messages, GenerateReplyOptions? options = null, CancellationToken cancellationToken = default);
    }

    public partial interface IStreamingAgent : IAgent
    {
        IAsyncEnumerable<IMessage> GenerateStreamingReplyAsync(IEnumerable<IMessage> messages, GenerateReplyOptions? options = null, CancellationToken cancellationToken = default);
    }

    public static partial class AgentExtension
    {
        public static Task<IMessage> SendAsync(this IAgent agent, string message, IEnumerable<IMessage>? chatHistory = null, CancellationToken ct = default) => throw null!;
        public static IAsyncEnumerable<IMessage> SendAsync(this IAgent agent, IAgent receiver, IEnumerable<IMessage> chatHistory, int maxRound = 10, CancellationToken ct = default) => throw null!;
        public static Task<IEnumerable<IMessage>> InitiateChatAsync(this IAgent agent, IAgent receiver, string? message = null, int maxRound = 10, CancellationToken ct = default) => throw null!;
        public static IAsyncEnumerable<IMessage> SendMessageToGroupAsync(this IAgent agent, object groupChat, string msg, IEnumerable<IMessage>? chatHistory = null, int maxRound = 10, CancellationToken ct = default) => throw null!;
    }

    public partial interface IGroupChat
    {
        Task<IEnumerable<IMessage>> CallAsync(IEnumerable<IMessage>? conversation = null, int maxRound = 10, CancellationToken ct = default);
    }

    public static partial class GroupChatExtension
    {
        public static IAsyncEnumerable<IMessage> SendAsync(this IGroupChat groupChat, IEnumerable<IMessage> chatHistory, int maxRound = 10, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class TextMessage : IMessage
    {
        public TextMessage(Role role, string content, string? from = null) { }
    }

    public partial class ImageMessage : IMessage
    {
        public ImageMessage(Role role, string url, string? from = null, string? mimeType = null) { }
        public ImageMessage(Role role, System.Uri uri, string? from = null, string? mimeType = null) { }
        public ImageMessage(Role role, System.BinaryData data, string? from = null) { }
    }

    public partial class ToolCall
    {
        public string FunctionArguments { get; set; } = "";
    }

    [System.AttributeUsage(System.AttributeTargets.Method)]
    public partial class FunctionAttribute : System.Attribute { }
}

namespace AutoGen
{
    public partial class ConversableAgent
    {
        public ConversableAgent(string name, string systemMessage = "") { }
    }

    public partial class AssistantAgent : ConversableAgent
    {
        public AssistantAgent(string name, string systemMessage = "") : base(name, systemMessage) { }
    }
}

namespace AutoGen.OpenAI
{
    public partial class OpenAIChatAgent
    {
        public OpenAIChatAgent(global::OpenAI.Chat.ChatClient chatClient, string name, string? systemMessage = "") { }
    }
}

namespace AutoGen.DotnetInteractive
{
    using System.Threading;
    using System.Threading.Tasks;

    public partial class InteractiveService
    {
        public Task<string?> SubmitPowershellCodeAsync(string code, CancellationToken ct) => throw null!;
        public Task<string?> SubmitCSharpCodeAsync(string code, CancellationToken ct) => throw null!;
    }

    public partial class DotnetInteractiveFunction
    {
        public Task<string> RunCode(string code) => throw null!;
    }
}

namespace AutoGen.DotnetInteractive.Extension
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;
    using AutoGen.Core;

    public static partial class MessageExtension
    {
        public static string? ExtractCodeBlock(this IMessage message, string codeBlockPrefix, string codeBlockSuffix) => throw null!;
        public static IEnumerable<string> ExtractCodeBlocks(this IMessage message, string codeBlockPrefix, string codeBlockSuffix) => throw null!;
    }

    public static partial class KernelExtension
    {
        public static Task<string?> RunSubmitCodeCommandAsync(this object kernel, string codeBlock, string targetKernelName, CancellationToken ct = default) => throw null!;
    }
}
