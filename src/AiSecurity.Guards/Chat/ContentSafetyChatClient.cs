using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace AiSecurity.Guards;

/// <summary>
/// A chat client that gives an answer only when Azure AI Content Safety calls it safe; otherwise, and when the service gives no answer, it throws.
/// </summary>
/// <remarks>
/// <para>Of a stream nothing is given before the window of text in which it stands was screened: <see cref="ContentSafetyScreenOptions.StreamingWindow"/>. Each window is screened together with the
/// end of the one before. What was already given cannot be taken back when a later window is unsafe.</para>
/// <para>Text and reasoning are screened. Arguments of functions, images and sound are not.</para>
/// <para>It belongs outside function invocation, where it sees what the caller will: <c>builder.UseContentSafety(screen).UseFunctionInvocation()</c>. Safe for several threads at once, when the inner client is.</para>
/// </remarks>
public sealed class ContentSafetyChatClient : DelegatingChatClient
{
    private readonly ContentSafetyScreen _screen;

    /// <summary>A screen around a client.</summary>
    /// <param name="innerClient">The client whose answers are screened.</param>
    /// <param name="screen">The screen to ask.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ContentSafetyChatClient(IChatClient innerClient, ContentSafetyScreen screen)
        : base(innerClient) => _screen = screen ?? throw new ArgumentNullException(nameof(screen));

    /// <inheritdoc/>
    /// <exception cref="UnsafeContentException">The answer is unsafe.</exception>
    /// <exception cref="ContentSafetyUnavailableException">The answer could not be screened.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        var texts = response.Messages.Select(static message => StreamWindow.TextOf(message.Contents)).Where(static text => text.Length > 0);
        await ScreenAsync(string.Join("\n", texts), cancellationToken).ConfigureAwait(false);
        return response;
    }

    /// <inheritdoc/>
    /// <exception cref="UnsafeContentException">A window of the answer is unsafe; nothing of it was given.</exception>
    /// <exception cref="ContentSafetyUnavailableException">A window could not be screened; nothing of it was given.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var window = new StreamWindow(_screen.StreamingWindow);
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            window.Add(update);
            if (!window.IsFull)
                continue;
            await ScreenAsync(window.Text, cancellationToken).ConfigureAwait(false);
            foreach (var held in window.Release())
                yield return held;
        }

        await ScreenAsync(window.Text, cancellationToken).ConfigureAwait(false);
        foreach (var held in window.Release())
            yield return held;
    }

    private Task ScreenAsync(string text, CancellationToken cancellationToken) => text.Length == 0 ? Task.CompletedTask : _screen.EnsureSafeAsync(text, cancellationToken);
}
