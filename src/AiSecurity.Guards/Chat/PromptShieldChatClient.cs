using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace AiSecurity.Guards;

/// <summary>
/// A chat client that sends a request on only when Prompt Shields found no attack in its messages of users and its results of tools; otherwise, and when the shields give no answer, it throws.
/// </summary>
/// <remarks>
/// <para>Texts of the roles system, developer and assistant are the application's and the model's own, and are not screened; results of functions are, in every role. Files of a text type in a
/// message count as documents. Images, sound and addresses are sent on unscreened: Prompt Shields read text only.</para>
/// <para>It must stand inside function invocation to see the results of tools: <c>builder.UseFunctionInvocation().UsePromptShields(shield)</c>.</para>
/// <para>Safe for several threads at once, when the inner client is.</para>
/// </remarks>
public sealed class PromptShieldChatClient : DelegatingChatClient
{
    private const int AtOnce = 4;

    private readonly PromptShield _shield;
    private readonly CleanTexts _clean = new();

    /// <summary>A shield around a client.</summary>
    /// <param name="innerClient">The client that gets what is clean.</param>
    /// <param name="shield">The shield to ask.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PromptShieldChatClient(IChatClient innerClient, PromptShield shield)
        : base(innerClient) => _shield = shield ?? throw new ArgumentNullException(nameof(shield));

    /// <summary>
    /// How long a text that was found clean is not asked about again, so that a conversation pays for each message once: 10 minutes by default, zero for always asking. Kept are SHA-256 digests
    /// of at most 10,000 texts, and no text.
    /// </summary>
    public TimeSpan VerdictLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    /// <exception cref="PromptAttackException">There is an attack; nothing was sent to the model.</exception>
    /// <exception cref="PromptShieldUnavailableException">There is no answer; nothing was sent to the model.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var screened = await ScreenAsync(messages, cancellationToken).ConfigureAwait(false);
        return await base.GetResponseAsync(screened, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="PromptAttackException">There is an attack; nothing was sent to the model.</exception>
    /// <exception cref="PromptShieldUnavailableException">There is no answer; nothing was sent to the model.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var screened = await ScreenAsync(messages, cancellationToken).ConfigureAwait(false);
        await foreach (var update in base.GetStreamingResponseAsync(screened, options, cancellationToken).ConfigureAwait(false))
            yield return update;
    }

    /// <summary>The messages, read once: an enumerable could give others the second time.</summary>
    private async Task<List<ChatMessage>> ScreenAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var list = (messages ?? throw new ArgumentNullException(nameof(messages))).ToList();
        var texts = TextsOf(list);
        texts.Prompts.RemoveAll(text => _clean.Contains('p', text));
        texts.Documents.RemoveAll(text => _clean.Contains('d', text));
        if (texts.Prompts.Count == 0 && texts.Documents.Count == 0)
            return list;

        // The newest prompt goes with the documents.
        var last = texts.Prompts.Count - 1;
        await _shield.EnsureSafeAsync(last < 0 ? "" : texts.Prompts[last], texts.Documents, cancellationToken).ConfigureAwait(false);
        for (var start = 0; start < last; start += AtOnce)
        {
            var some = texts.Prompts.Skip(start).Take(Math.Min(AtOnce, last - start));
            await Task.WhenAll(some.Select(text => _shield.EnsureSafeAsync(text, null, cancellationToken))).ConfigureAwait(false);
        }

        texts.Prompts.ForEach(text => _clean.Add('p', text, VerdictLifetime));
        texts.Documents.ForEach(text => _clean.Add('d', text, VerdictLifetime));
        return list;
    }

    private static RequestTexts TextsOf(List<ChatMessage> messages)
    {
        try
        {
            return RequestTexts.Of(messages);
        }
        catch (Exception exception) when (ResultText.IsUnreadable(exception))
        {
            throw new PromptShieldUnavailableException(GuardFailureReason.Unscreenable, exception);
        }
    }
}
