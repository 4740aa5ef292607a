using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;

namespace AiSecurity.Guards;

/// <summary>What one guard asks Azure AI Content Safety, within the limits of its options.</summary>
internal sealed class ContentSafetyRequests
{
    private readonly string _path;
    private readonly Func<GuardFailure, GuardUnavailableException> _unavailable;
    private readonly ServiceConnection _connection;
    private readonly int _overlap;
    private readonly int _maxTextLength;
    private readonly int _maxRequests;
    private readonly int _atOnce;
    private readonly TimeSpan _timeout;

    public ContentSafetyRequests(ContentSafetyOptions options, string path, Func<GuardFailure, GuardUnavailableException> unavailable)
    {
        options.Validate();
        _path = path;
        _unavailable = unavailable;
        _overlap = options.Overlap;
        _maxTextLength = options.MaxTextLength;
        _maxRequests = options.MaxRequestsPerCall;
        _atOnce = options.MaxConcurrentRequests;
        _timeout = options.Timeout;
        _connection = new(options, ContentSafetyService.AnswerLimit, unavailable, 200);
    }

    /// <summary>One answer for each of the requests that a call is cut into.</summary>
    /// <param name="length">Of all texts together.</param>
    /// <param name="split">Makes requests whose texts overlap by so many characters.</param>
    /// <param name="toBody">Writes one.</param>
    /// <param name="read">Reads the answer to one.</param>
    /// <param name="call">Is told how many there are.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<TAnswer[]> SendAsync<TRequest, TAnswer>(
        long length, Func<int, IReadOnlyList<TRequest>> split, Func<TRequest, byte[]> toBody, Func<TRequest, JsonElement, TAnswer> read, GuardCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (length > _maxTextLength)
            throw _unavailable(new(GuardFailureReason.TooLarge));

        var requests = split(_overlap);
        if (requests.Count > _maxRequests)
            throw _unavailable(new(GuardFailureReason.TooLarge));

        call.Requests = requests.Count;
        using var deadline = new Deadline(_timeout, cancellationToken);
        return await RequestSeries.RunAsync(requests, _atOnce, deadline, PostAsync).ConfigureAwait(false);

        async Task<TAnswer> PostAsync(TRequest request)
        {
            using var message = _connection.CreateMessage(RequestMethod.Post, _path, ("api-version", ContentSafetyService.ApiVersion));
            return await _connection.PostAsync(message, toBody(request), answer => read(request, answer), deadline).ConfigureAwait(false);
        }
    }
}
