using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;
using ChatResponse = Microsoft.Extensions.AI.ChatResponse;

namespace AiSecurity.Guards.SemanticKernel;

/// <summary>Screens, as documents, what functions return, before a model reads it.</summary>
/// <remarks>
/// <para>Results of prompts, which a model wrote, are not screened; neither are streams, which no model reads as the result of a tool. Safe for several threads at once.</para>
/// <para>When the model called the function, Semantic Kernel catches the exception and tells the model that the function failed. A function that is called as a plain tool of a chat client, outside a
/// kernel, runs no filters: there it takes <see cref="AiSecurity.Guards.ChatClientBuilderExtensions.UsePromptShields"/> in the chat client.</para>
/// </remarks>
public sealed class PromptShieldFunctionFilter : IFunctionInvocationFilter
{
    private static readonly string[] Media = ["image/", "audio/", "video/"];

    private readonly PromptShield _shield;

    /// <summary>A filter with a shield.</summary>
    /// <param name="shield">The shield to ask.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shield"/> is null.</exception>
    public PromptShieldFunctionFilter(PromptShield shield) => _shield = shield ?? throw new ArgumentNullException(nameof(shield));

    /// <inheritdoc/>
    /// <exception cref="PromptAttackException">The result holds an attack; nobody gets it.</exception>
    /// <exception cref="PromptShieldUnavailableException">There is no answer; nobody gets the result.</exception>
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        _ = context ?? throw new ArgumentNullException(nameof(context));
        _ = next ?? throw new ArgumentNullException(nameof(next));
        await next(context).ConfigureAwait(false);
        if (context.IsStreaming || context.Result.RenderedPrompt is not null)
            return;

        var texts = TextsOf(context.Result.GetValue<object>());
        if (texts.Count > 0)
            await _shield.EnsureSafeAsync("", texts, context.CancellationToken).ConfigureAwait(false);
    }

    private static List<string> TextsOf(object? value)
    {
        try
        {
            return [.. Of(value).Where(static text => !string.IsNullOrWhiteSpace(text))];
        }
        catch (Exception exception) when (ResultText.IsUnreadable(exception))
        {
            throw new PromptShieldUnavailableException(GuardFailureReason.Unscreenable, exception);
        }
    }

    private static IEnumerable<string> Of(object? value) => value switch
    {
        ChatMessageContent message => message.Items.OfType<TextContent>().Select(static item => item.Text ?? ""),
        TextContent text => [text.Text ?? ""],
        KernelContent content => IsMedia(content.MimeType) ? [] : ResultText.Of((object)content),
        IEnumerable<KernelContent> contents => contents.SelectMany(Of),
        ChatResponse response => [response.Text],
        _ => ResultText.Of(value),
    };

    /// <summary>Semantic Kernel gives the model every content as JSON: of pictures, sound and films that is nothing that a shield could read.</summary>
    private static bool IsMedia(string? type) => type is not null && Array.Exists(Media, start => type.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
