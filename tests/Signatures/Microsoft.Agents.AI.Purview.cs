// What the facts leave out of Microsoft.Agents.AI.Purview 1.17.
#nullable enable
namespace Microsoft.Agents.AI.Purview
{
    public partial class PurviewSettings
    {
        public PurviewSettings(string appName)
        {
        }

        public bool IgnoreExceptions { get; set; }
    }

    public static partial class PurviewExtensions
    {
        public static System.Func<global::Microsoft.Extensions.AI.IChatClient, global::Microsoft.Extensions.AI.IChatClient> PurviewChatMiddleware(global::Azure.Core.TokenCredential tokenCredential, PurviewSettings purviewSettings) => throw null!;
        public static System.Func<AIAgent, AIAgent> PurviewAgentMiddleware(global::Azure.Core.TokenCredential tokenCredential, PurviewSettings purviewSettings) => throw null!;
    }
}
