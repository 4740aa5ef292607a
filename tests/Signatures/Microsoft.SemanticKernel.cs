// Semantic Kernel before 1.0, and its template formats and agents outside the core.
#nullable enable
namespace Microsoft.SemanticKernel
{
    using System;
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial interface IKernel
    {
        Task<KernelResult> RunAsync(Orchestration.ContextVariables variables, CancellationToken cancellationToken, params ISKFunction[] pipeline);
    }

    public partial interface ISKFunction
    {
        Task<FunctionResult> InvokeAsync(Orchestration.SKContext context, CancellationToken cancellationToken = default);
    }

    public partial class KernelResult { }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed partial class SKFunctionAttribute : Attribute { }

    public static partial class KernelSemanticFunctionExtensions
    {
        public static ISKFunction CreateSemanticFunction(this IKernel kernel, string promptTemplate, string? functionName = null, string? pluginName = null, string? description = null) => throw null!;
        public static Task<KernelResult> InvokeSemanticFunctionAsync(this IKernel kernel, string template, string? functionName = null, string? pluginName = null, string? description = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public static partial class PromptYamlKernelExtensions
    {
        public static KernelFunction CreateFunctionFromPromptYaml(this Kernel kernel, string text, IPromptTemplateFactory? promptTemplateFactory = null) => throw null!;
    }

    public static partial class KernelFunctionYaml
    {
        public static KernelFunction FromPromptYaml(string text, IPromptTemplateFactory? promptTemplateFactory = null) => throw null!;
    }

    public static partial class MarkdownKernelExtensions
    {
        public static KernelFunction CreateFunctionFromMarkdown(this Kernel kernel, string text, string functionName, IPromptTemplateFactory? promptTemplateFactory = null) => throw null!;
    }

    public static partial class PromptyKernelExtensions
    {
        public static KernelFunction CreateFunctionFromPrompty(this Kernel kernel, string promptyTemplate, IPromptTemplateFactory? promptTemplateFactory = null, string? promptyFilePath = null) => throw null!;
    }
}

namespace Microsoft.SemanticKernel.Orchestration
{
    public sealed partial class ContextVariables : System.Collections.Generic.Dictionary<string, string> { }
    public partial class SKContext { }
}

namespace Microsoft.SemanticKernel.AI.ChatCompletion
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial interface IChatCompletion
    {
        ChatHistory CreateNewChat(string? instructions = null);
        Task<IReadOnlyList<IChatResult>> GetChatCompletionsAsync(ChatHistory chat, CancellationToken cancellationToken = default);
        IAsyncEnumerable<IChatStreamingResult> GetStreamingChatCompletionsAsync(ChatHistory chat, CancellationToken cancellationToken = default);
    }

    public partial interface IChatResult { }
    public partial interface IChatStreamingResult { }
    public partial class AuthorRole { }
    public partial class ChatMessage { }

    public partial class ChatHistory : List<ChatMessage>
    {
        public void AddMessage(AuthorRole authorRole, string content) { }
        public void AddUserMessage(string content) { }
        public void AddAssistantMessage(string content) { }
        public void AddSystemMessage(string content) { }
    }

    public static partial class ChatCompletionExtensions
    {
        public static Task<string> GenerateMessageAsync(this IChatCompletion chatCompletion, ChatHistory chat, CancellationToken cancellationToken = default) => throw null!;
        public static IAsyncEnumerable<string> GenerateMessageStreamAsync(this IChatCompletion chatCompletion, ChatHistory chat, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Microsoft.SemanticKernel.AI.TextCompletion
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial interface ITextCompletion
    {
        Task<IReadOnlyList<ITextResult>> GetCompletionsAsync(string text, CancellationToken cancellationToken = default);
        IAsyncEnumerable<ITextStreamingResult> GetStreamingCompletionsAsync(string text, CancellationToken cancellationToken = default);
    }

    public partial interface ITextResult { }
    public partial interface ITextStreamingResult { }

    public static partial class TextCompletionExtensions
    {
        public static Task<string> CompleteAsync(this ITextCompletion textCompletion, string text, CancellationToken cancellationToken = default) => throw null!;
        public static IAsyncEnumerable<string> CompleteStreamAsync(this ITextCompletion textCompletion, string text, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Microsoft.SemanticKernel.PromptTemplates.Handlebars
{
    public sealed partial class HandlebarsPromptTemplateFactory
    {
        public bool AllowDangerouslySetContent { get; init; }
    }
}

namespace Microsoft.SemanticKernel.PromptTemplates.Liquid
{
    public sealed partial class LiquidPromptTemplateFactory
    {
        public bool AllowDangerouslySetContent { get; init; }
    }
}

namespace Microsoft.SemanticKernel.Plugins.Web
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial interface IWebSearchEngineConnector
    {
        Task<IEnumerable<T>> SearchAsync<T>(string query, int count = 1, int offset = 0, CancellationToken cancellationToken = default);
    }

    public partial class WebSearchEnginePlugin
    {
        public Task<string> SearchAsync(string query, int count = 10, int offset = 0, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Microsoft.SemanticKernel.Agents
{
    public partial class AgentInvokeOptions
    {
        public string AdditionalInstructions { get; init; } = "";
    }
}

namespace Microsoft.SemanticKernel.Agents.AzureAI
{
    public partial class AzureAIAgentInvokeOptions
    {
        public string? OverrideInstructions { get; init; }
    }
}

namespace Microsoft.SemanticKernel.Agents.Orchestration.GroupChat
{
    using System.Threading;
    using System.Threading.Tasks;
    using Microsoft.SemanticKernel.ChatCompletion;

    public sealed partial class GroupChatManagerResult<TValue>
    {
        public GroupChatManagerResult(TValue value) { }
        public TValue Value => throw null!;
        public string Reason { get; init; } = "";
    }

    public abstract partial class GroupChatManager
    {
        public int MaximumInvocationCount { get; init; } = int.MaxValue;
        public virtual ValueTask<GroupChatManagerResult<bool>> ShouldTerminate(ChatHistory history, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class RoundRobinGroupChatManager : GroupChatManager { }
}

namespace Microsoft.SemanticKernel.Agents.Magentic
{
    public abstract partial class MagenticManager
    {
        public int MaximumInvocationCount { get; init; } = int.MaxValue;
    }

    public partial class StandardMagenticManager : MagenticManager { }
}
