// The run-time guards of this repository, as their design says.
#nullable enable
namespace AiSecurity.Guards
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial class PromptShield
    {
        public virtual Task<PromptShieldResult> AnalyzeAsync(string userPrompt, IEnumerable<string>? documents = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task EnsureSafeAsync(string userPrompt, IEnumerable<string>? documents = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class PromptShieldResult
    {
        public bool AttackDetected => throw null!;
    }

    public partial class ContentSafetyScreen
    {
        public virtual Task<ContentSafetyResult> AnalyzeAsync(string text, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task EnsureSafeAsync(string text, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class ContentSafetyResult
    {
        public bool IsSafe => throw null!;
    }

    public static partial class ChatClientBuilderExtensions
    {
        public static Microsoft.Extensions.AI.ChatClientBuilder UsePromptShields(this Microsoft.Extensions.AI.ChatClientBuilder builder, PromptShield? shield = null) => throw null!;
        public static Microsoft.Extensions.AI.ChatClientBuilder UseContentSafety(this Microsoft.Extensions.AI.ChatClientBuilder builder, ContentSafetyScreen? screen = null) => throw null!;
    }
}

namespace AiSecurity.Guards.SemanticKernel
{
    public static partial class KernelBuilderExtensions
    {
        public static Microsoft.SemanticKernel.IKernelBuilder AddPromptShields(this Microsoft.SemanticKernel.IKernelBuilder builder, PromptShield? shield = null) => throw null!;
    }
}
