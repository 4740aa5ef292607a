using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiSecurity.Guards;

/// <summary>
/// Asks Prompt Shields of Azure AI Content Safety (<c>text:shieldPrompt</c>, api-version 2024-09-01) whether a user prompt is an attack or a document holds one.
/// It fails closed: without a complete answer it throws.
/// </summary>
/// <remarks>
/// <para>The service takes 10,000 characters of a prompt, and five documents of together 10,000 characters, in one request. Longer texts are cut into pieces that overlap, and all pieces are sent.
/// Each request costs what its characters cost, and adds its latency; requests of one call run at the same time.</para>
/// <para>Rates: 5 requests a second (F0), 1,000 requests in 10 seconds (S0). Source: https://learn.microsoft.com/azure/ai-services/content-safety/overview.</para>
/// <para>All members are safe for several threads at once. Create one instance and keep it. The members are virtual for tests only.</para>
/// </remarks>
public class PromptShield
{
    private readonly ContentSafetyRequests? _requests;
    private readonly ILogger _logger = NullLogger.Instance;

    /// <summary>A shield at an endpoint, with default options.</summary>
    /// <param name="endpoint">The resource, for example <c>https://NAME.cognitiveservices.azure.com</c>.</param>
    /// <param name="credential">An identity with the role <i>Cognitive Services User</i> on the resource.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The endpoint is not https, or not on a host of the service.</exception>
    public PromptShield(Uri endpoint, TokenCredential credential)
        : this(new PromptShieldOptions
        {
            Endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint)),
            Credential = credential ?? throw new ArgumentNullException(nameof(credential)),
        })
    {
    }

    /// <summary>A shield with these options.</summary>
    /// <param name="options">They must have an endpoint and a credential.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">Something is wrong with the options; the message says what.</exception>
    public PromptShield(PromptShieldOptions options)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        _requests = new(options, "/contentsafety/text:shieldPrompt", static failure => new PromptShieldUnavailableException(failure));
        _logger = options.LoggerFactory?.CreateLogger<PromptShield>() ?? _logger;
    }

    /// <summary>For a stand-in in the tests of an application.</summary>
    protected PromptShield()
    {
    }

    /// <summary>Asks the shields, and gives their answer. The answer must be looked at: see <see cref="EnsureSafeAsync(string, IEnumerable{string}, CancellationToken)"/>.</summary>
    /// <param name="userPrompt">What the user wrote; empty when only documents are to be screened.</param>
    /// <param name="documents">Texts from elsewhere that go to the model, too: search results, files, web pages, results of tools.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Where there is an attack. Empty and blank texts hold none, and are not sent.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="userPrompt"/>, or one of the documents, is null.</exception>
    /// <exception cref="PromptShieldUnavailableException">There is no answer for all of the texts.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was canceled.</exception>
    public virtual async Task<PromptShieldResult> AnalyzeAsync(string userPrompt, IEnumerable<string>? documents = null, CancellationToken cancellationToken = default)
    {
        _ = userPrompt ?? throw new ArgumentNullException(nameof(userPrompt));
        var texts = documents?.ToList() ?? [];
        if (texts.Contains(null!))
            throw new ArgumentNullException(nameof(documents), "A document is null.");

        using var call = new GuardCall("prompt_shield", "prompt_shield.analyze", _logger);
        try
        {
            var result = await AskAsync(userPrompt, texts, call, cancellationToken).ConfigureAwait(false);
            if (result.AttackDetected)
                call.Stopped("attack");
            else
                call.Passed();
            return result;
        }
        catch (PromptShieldUnavailableException exception)
        {
            call.Failed(exception);
            throw;
        }
    }

    /// <summary>As the other overload, for a prompt without documents.</summary>
    /// <param name="userPrompt">What the user wrote.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether the prompt is an attack.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="userPrompt"/> is null.</exception>
    /// <exception cref="PromptShieldUnavailableException">There is no answer.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was canceled.</exception>
    public Task<PromptShieldResult> AnalyzeAsync(string userPrompt, CancellationToken cancellationToken) => AnalyzeAsync(userPrompt, null, cancellationToken);

    /// <summary>Returns when all texts were screened and none is an attack; throws in every other case.</summary>
    /// <param name="userPrompt">What the user wrote; empty when only documents are to be screened.</param>
    /// <param name="documents">Texts from elsewhere that go to the model, too: search results, files, web pages, results of tools.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that must be awaited before the texts go to the model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="userPrompt"/>, or one of the documents, is null.</exception>
    /// <exception cref="PromptAttackException">There is an attack.</exception>
    /// <exception cref="PromptShieldUnavailableException">There is no answer for all of the texts.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was canceled.</exception>
    public virtual async Task EnsureSafeAsync(string userPrompt, IEnumerable<string>? documents = null, CancellationToken cancellationToken = default) =>
        ThrowOnAttack(await AnalyzeAsync(userPrompt, documents, cancellationToken).ConfigureAwait(false));

    /// <summary>As the other overload, for a prompt without documents.</summary>
    /// <param name="userPrompt">What the user wrote.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that must be awaited before the prompt goes to the model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="userPrompt"/> is null.</exception>
    /// <exception cref="PromptAttackException">The prompt is an attack.</exception>
    /// <exception cref="PromptShieldUnavailableException">There is no answer.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was canceled.</exception>
    public Task EnsureSafeAsync(string userPrompt, CancellationToken cancellationToken) => EnsureSafeAsync(userPrompt, null, cancellationToken);

    private async Task<PromptShieldResult> AskAsync(string userPrompt, List<string> documents, GuardCall call, CancellationToken cancellationToken)
    {
        var requests = _requests ?? throw new InvalidOperationException("A stand-in must override AnalyzeAsync.");
        var length = documents.Sum(static text => (long)text.Length) + userPrompt.Length;
        var answers = await requests.SendAsync(
            length, overlap => ShieldPlan.Make(userPrompt, documents, overlap), static request => request.ToBody(), static (request, answer) => request.Read(answer), call, cancellationToken).ConfigureAwait(false);
        return new(answers.Any(static answer => answer.IsPromptAttack), answers.SelectMany(static answer => answer.AttackedDocuments));
    }

    private static void ThrowOnAttack(PromptShieldResult result)
    {
        if (result.AttackDetected)
            throw new PromptAttackException(result);
    }
}
