using System;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace AiSecurity.Guards.SemanticKernel;

/// <summary>Screens every prompt that a kernel rendered from a template, before it goes to the model.</summary>
/// <remarks>
/// The rendered prompt is screened as a whole, the application's own words with it. Direct calls of a chat completion service render nothing and do not come through here: for these, put
/// <see cref="AiSecurity.Guards.ChatClientBuilderExtensions.UsePromptShields"/> into the chat client. Safe for several threads at once.
/// </remarks>
public sealed class PromptShieldRenderFilter : IPromptRenderFilter
{
    private readonly PromptShield _shield;

    /// <summary>A filter with a shield.</summary>
    /// <param name="shield">The shield to ask.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shield"/> is null.</exception>
    public PromptShieldRenderFilter(PromptShield shield) => _shield = shield ?? throw new ArgumentNullException(nameof(shield));

    /// <inheritdoc/>
    /// <exception cref="PromptAttackException">There is an attack; the prompt is not sent.</exception>
    /// <exception cref="PromptShieldUnavailableException">There is no answer; the prompt is not sent.</exception>
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        _ = context ?? throw new ArgumentNullException(nameof(context));
        _ = next ?? throw new ArgumentNullException(nameof(next));
        await next(context).ConfigureAwait(false);
        if (context.RenderedPrompt is { Length: > 0 } prompt)
            await _shield.EnsureSafeAsync(prompt, context.CancellationToken).ConfigureAwait(false);
    }
}
