// What maps agents and tools to endpoints, in packages that are not on the feed.
#nullable enable
namespace Microsoft.AspNetCore.Builder
{
    using Microsoft.AspNetCore.Routing;
    using Microsoft.Agents.AI;

    public static partial class McpEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapMcp(this IEndpointRouteBuilder endpoints, string pattern = "") => throw null!;
    }

    public static partial class MicrosoftAgentAIHostingOpenAIEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapOpenAIResponses(this IEndpointRouteBuilder endpoints) => throw null!;
        public static IEndpointConventionBuilder MapOpenAIResponses(this IEndpointRouteBuilder endpoints, AIAgent agent) => throw null!;
        public static IEndpointConventionBuilder MapOpenAIConversations(this IEndpointRouteBuilder endpoints) => throw null!;
        public static IEndpointConventionBuilder MapOpenAIChatCompletions(this IEndpointRouteBuilder endpoints, AIAgent agent) => throw null!;
    }

    public static partial class A2AEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapA2AHttpJson(this IEndpointRouteBuilder endpoints, AIAgent agent, string path) => throw null!;
        public static IEndpointConventionBuilder MapA2AJsonRpc(this IEndpointRouteBuilder endpoints, AIAgent agent, string path) => throw null!;
    }
}

namespace Microsoft.Agents.AI.Hosting.AGUI.AspNetCore
{
    using Microsoft.AspNetCore.Builder;
    using Microsoft.AspNetCore.Routing;

    public static partial class AGUIEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapAGUIServer(this IEndpointRouteBuilder endpoints, string pattern, AIAgent agent) => throw null!;
    }
}

namespace Microsoft.Agents.AI.DevUI
{
    using Microsoft.AspNetCore.Builder;
    using Microsoft.AspNetCore.Routing;

    public static partial class DevUIExtensions
    {
        public static IEndpointConventionBuilder MapDevUI(this IEndpointRouteBuilder endpoints) => throw null!;
    }
}
