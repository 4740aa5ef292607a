using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiSecurity.Guards;

/// <summary>
/// Asks Azure AI Content Safety (<c>text:analyze</c>, api-version 2024-09-01) whether what a model wrote may be shown. It fails closed: without a complete answer it throws.
/// </summary>
/// <remarks>
/// <para>The service takes 10,000 characters at once. Longer texts are cut into pieces that overlap, and all pieces are sent.
/// Rates: 5 requests a second (F0), 1,000 requests in 10 seconds (S0). Source: https://learn.microsoft.com/azure/ai-services/content-safety/overview.</para>
/// <para>All members are safe for several threads at once. Create one instance and keep it. The members are virtual for tests only.</para>
/// </remarks>
public class ContentSafetyScreen
{
    private readonly ContentSafetyRequests? _requests;
    private readonly ScreenContract _contract = new(new());
    private readonly ILogger _logger = NullLogger.Instance;

    /// <summary>A screen at an endpoint, with default options.</summary>
    /// <param name="endpoint">The resource, for example <c>https://NAME.cognitiveservices.azure.com</c>.</param>
    /// <param name="credential">An identity with the role <i>Cognitive Services User</i> on the resource.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The endpoint is not https, or not on a host of the service.</exception>
    public ContentSafetyScreen(Uri endpoint, TokenCredential credential)
        : this(new ContentSafetyScreenOptions
        {
            Endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint)),
            Credential = credential ?? throw new ArgumentNullException(nameof(credential)),
        })
    {
    }

    /// <summary>A screen with these options.</summary>
    /// <param name="options">They must have an endpoint and a credential.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">Something is wrong with the options; the message says what.</exception>
    public ContentSafetyScreen(ContentSafetyScreenOptions options)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        _requests = new(options, "/contentsafety/text:analyze", static failure => new ContentSafetyUnavailableException(failure));
        _contract = new(options);
        StreamingWindow = options.StreamingWindow;
        _logger = options.LoggerFactory?.CreateLogger<ContentSafetyScreen>() ?? _logger;
    }

    /// <summary>For a stand-in in the tests of an application.</summary>
    protected ContentSafetyScreen()
    {
    }

    /// <summary>How many characters of a stream are screened together.</summary>
    internal int StreamingWindow { get; } = 1_000;

    /// <summary>Asks the service, and gives its answer. The answer must be looked at: see <see cref="EnsureSafeAsync"/>.</summary>
    /// <param name="text">What the model wrote.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether the text is safe. An empty or blank text is, and is not sent.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ContentSafetyUnavailableException">There is no answer for all of the text.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was canceled.</exception>
    public virtual async Task<ContentSafetyResult> AnalyzeAsync(string text, CancellationToken cancellationToken = default)
    {
        _ = text ?? throw new ArgumentNullException(nameof(text));
        using var call = new GuardCall("content_safety", "content_safety.analyze", _logger);
        try
        {
            var result = await AskAsync(text, call, cancellationToken).ConfigureAwait(false);
            if (result.IsSafe)
                call.Passed();
            else
                call.Stopped("unsafe");
            return result;
        }
        catch (ContentSafetyUnavailableException exception)
        {
            call.Failed(exception);
            throw;
        }
    }

    /// <summary>Returns when the whole text was screened and is safe; throws in every other case.</summary>
    /// <param name="text">What the model wrote.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that must be awaited before the text is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="UnsafeContentException">The text is unsafe.</exception>
    /// <exception cref="ContentSafetyUnavailableException">There is no answer for all of the text.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was canceled.</exception>
    public virtual async Task EnsureSafeAsync(string text, CancellationToken cancellationToken = default)
    {
        var result = await AnalyzeAsync(text, cancellationToken).ConfigureAwait(false);
        if (!result.IsSafe)
            throw new UnsafeContentException(result);
    }

    private async Task<ContentSafetyResult> AskAsync(string text, GuardCall call, CancellationToken cancellationToken)
    {
        var requests = _requests ?? throw new InvalidOperationException("A stand-in must override AnalyzeAsync.");
        return _contract.Judge(await requests.SendAsync(text.Length, ChunksOf, _contract.ToBody, (_, answer) => _contract.Read(answer), call, cancellationToken).ConfigureAwait(false));

        List<string> ChunksOf(int overlap)
        {
            var chunks = TextChunks.Split(text, ContentSafetyService.TextLimit, overlap);
            chunks.RemoveAll(string.IsNullOrWhiteSpace);
            return chunks;
        }
    }
}
