using System;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace AiSecurity.Guards;

/// <summary>One call of a guard, from its start to what came of it, for spans, measurements and the log.</summary>
internal sealed class GuardCall : IDisposable
{
    private readonly string _guard;
    private readonly ILogger _logger;
    private readonly Activity? _activity;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private string _outcome = "canceled";

    public GuardCall(string guard, string operation, ILogger logger)
    {
        _guard = guard;
        _logger = logger;
        _activity = GuardTelemetry.Source.StartActivity(operation, ActivityKind.Internal);
    }

    public int Requests { get; set; }

    /// <summary>The text may go on.</summary>
    public void Passed(string outcome = "clean") => _outcome = outcome;

    /// <summary>The text must not go on.</summary>
    public void Stopped(string outcome)
    {
        _outcome = outcome;
        GuardLog.Stopped(_logger, _guard, outcome);
    }

    public void Failed(GuardUnavailableException exception)
    {
        _outcome = "unavailable";
        _activity?.SetTag("aisecurity.reason", exception.Reason.ToString());
        _activity?.SetStatus(ActivityStatusCode.Error);
        GuardLog.Unavailable(_logger, _guard, exception.Reason, exception.Status);
    }

    public void Dispose()
    {
        _activity?.SetTag("aisecurity.outcome", _outcome);
        _activity?.SetTag("aisecurity.requests", Requests);
        _activity?.Dispose();
        GuardTelemetry.Record(_guard, _outcome, _watch.Elapsed.TotalSeconds, Requests);
    }
}
