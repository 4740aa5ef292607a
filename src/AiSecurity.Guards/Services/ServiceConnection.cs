using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AiSecurity.Guards;

/// <summary>Requests to one service, with the token of one credential. Whatever is no proper answer becomes an exception of the guard.</summary>
internal sealed class ServiceConnection
{
    private readonly HttpPipeline _pipeline;
    private readonly Uri _base;
    private readonly int _answerLimit;
    private readonly int[] _answerStatuses;
    private readonly Func<GuardFailure, Exception> _unavailable;

    /// <param name="options">Validated options.</param>
    /// <param name="answerLimit">The most bytes that an answer may have.</param>
    /// <param name="unavailable">Makes the guard's own exception.</param>
    /// <param name="answerStatuses">The HTTP statuses that come with an answer.</param>
    public ServiceConnection(GuardOptions options, int answerLimit, Func<GuardFailure, Exception> unavailable, params int[] answerStatuses)
    {
        _base = ServiceEndpoint.BaseOf(options.Endpoint!);
        _answerLimit = answerLimit;
        _answerStatuses = answerStatuses;
        _unavailable = unavailable;

        var pipeline = new PipelineOptions { Retry = { MaxRetries = options.MaxRetries, NetworkTimeout = options.Timeout } };
        pipeline.Diagnostics.IsLoggingContentEnabled = false;
        if (options.Transport is { } transport)
            pipeline.Transport = transport;
        _pipeline = HttpPipelineBuilder.Build(pipeline, new BearerTokenAuthenticationPolicy(options.Credential!, options.TokenScope ?? options.ScopeOf(_base)));
    }

    /// <summary>A new request to a path below the endpoint; what stands in the query is escaped.</summary>
    public HttpMessage CreateMessage(RequestMethod method, string path, params (string Name, string Value)[] query)
    {
        var message = _pipeline.CreateMessage();
        message.BufferResponse = false;
        message.Request.Method = method;
        message.Request.Uri.Reset(_base);
        message.Request.Uri.AppendPath(path, escape: false);
        foreach (var (name, value) in query)
            message.Request.Uri.AppendQuery(name, value, escapeValue: true);
        message.Request.Headers.Add("Accept", "application/json");
        return message;
    }

    /// <summary>The JSON object that the service answers, as <paramref name="read"/> understands it.</summary>
    public async Task<T> PostAsync<T>(HttpMessage message, byte[] body, Func<JsonElement, T> read, Deadline deadline)
    {
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(body);
        try
        {
            await SendAsync(message, deadline).ConfigureAwait(false);
            if (!IsAnswer(message))
                throw _unavailable(GuardFailure.OfStatus(message.Response.Status, ErrorCodeOf(message)));
            using var document = await ServiceAnswer.ReadAsync(message.Response.ContentStream ?? Stream.Null, _answerLimit, deadline.Token).ConfigureAwait(false);
            return document is null ? throw _unavailable(new(GuardFailureReason.TooLarge, message.Response.Status)) : read(document.RootElement);
        }
        catch (Exception exception) when (exception is not GuardUnavailableException && !(exception is OperationCanceledException && deadline.IsCanceledByCaller))
        {
            deadline.ThrowIfCanceledByCaller(exception);
            throw _unavailable(Understand(exception, message));
        }
    }

    public async Task SendAsync(HttpMessage message, Deadline deadline) => await _pipeline.SendAsync(message, deadline.Token).ConfigureAwait(false);

    private bool IsAnswer(HttpMessage message) => Array.IndexOf(_answerStatuses, message.Response.Status) >= 0;

    private GuardFailure Understand(Exception exception, HttpMessage message) => exception switch
    {
        // Its message says where in the answer it stumbled, and over what: that stays here.
        JsonException or InvalidOperationException or FormatException when message.HasResponse && IsAnswer(message) => new(GuardFailureReason.InvalidAnswer, message.Response.Status),
        OperationCanceledException when message.HasResponse && message.Response.Status == 429 => GuardFailure.OfStatus(429, ErrorCodeOf(message)),
        OperationCanceledException => new(GuardFailureReason.TimedOut),
        _ => new(GuardFailureReason.Unreachable, inner: exception),
    };

    /// <summary>The header is the service's to fill: only a plain word goes into a message.</summary>
    private static string? ErrorCodeOf(HttpMessage message) =>
        message.Response.Headers.TryGetValue("x-ms-error-code", out var code) && code is { Length: > 0 and <= 64 } && Array.TrueForAll(code.ToCharArray(), char.IsLetterOrDigit) ? code : null;

    private sealed class PipelineOptions : ClientOptions;
}
