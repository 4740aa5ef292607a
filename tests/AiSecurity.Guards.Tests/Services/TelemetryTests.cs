using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using AiSecurity.Guards.Tests.Loopback;
using Microsoft.Extensions.Logging;

namespace AiSecurity.Guards.Tests.Services;

/// <summary>Guards say what happened, and never with which text.</summary>
public class TelemetryTests : LoopbackTest, ILoggerProvider, ILogger
{
    private const string Secret = "my very own words";

    private readonly ConcurrentQueue<string> _said = new();

    [Fact]
    public async Task What_happened_is_said_without_the_text()
    {
        using var spans = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _said.Enqueue($"span {activity.Source.Name} {activity.DisplayName} {activity.Status} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(spans);
        using var meters = new MeterListener { InstrumentPublished = static (instrument, listener) => { if (instrument.Meter.Name == GuardTelemetry.MeterName) listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _said.Enqueue($"meter {instrument.Name} {value} {string.Join(' ', tags.ToArray())}"));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _said.Enqueue($"meter {instrument.Name} {(value is > 0 and < 60 ? "seconds" : "?")} {string.Join(' ', tags.ToArray())}"));
        meters.Start();
        using var events = new EverythingListener(_said);
        using var loggers = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(this));
        var shield = Service.Shield(options => options.LoggerFactory = loggers);

        await shield.AnalyzeAsync(Secret);
        await shield.AnalyzeAsync(Secret, [Secret + " ATTACK"]);
        Service.RateLimit = 0;
        var exception = await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => shield.AnalyzeAsync(Secret));

        AssertSaysNothingOf(exception, Secret, TestCredential.TokenFor(""));
        Assert.All(_said, said => Assert.DoesNotContain(Secret, said, StringComparison.Ordinal));
        Assert.All(_said, said => Assert.DoesNotContain(TestCredential.TokenFor(""), said, StringComparison.Ordinal));
        foreach (var outcome in new[] { "clean", "attack", "unavailable" })
        {
            Assert.Contains(_said, said => said.StartsWith($"meter aisecurity.guard.calls 1 [aisecurity.guard, prompt_shield] [aisecurity.outcome, {outcome}]", StringComparison.Ordinal));
            Assert.Contains(_said, said => said.StartsWith($"meter aisecurity.guard.duration seconds [aisecurity.guard, prompt_shield] [aisecurity.outcome, {outcome}]", StringComparison.Ordinal));
            Assert.Contains(_said, said => said.StartsWith("span AiSecurity.Guards prompt_shield.analyze", StringComparison.Ordinal) && said.Contains($"[aisecurity.outcome, {outcome}]", StringComparison.Ordinal));
        }

        Assert.Contains(_said, said => said.StartsWith("log Warning The guard prompt_shield stopped a text: attack.", StringComparison.Ordinal));
        Assert.Contains(_said, said => said.StartsWith("log Error The guard prompt_shield gave no answer, so the text was stopped: Throttled, HTTP 429.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_that_goes_is_no_failure()
    {
        using var meters = new MeterListener { InstrumentPublished = static (instrument, listener) => { if (instrument.Name == "aisecurity.guard.calls") listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => _said.Enqueue(string.Join(' ', tags.ToArray())));
        meters.Start();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Service.Shield().AnalyzeAsync(Secret, new CancellationToken(canceled: true)));
        Assert.Contains(_said, said => said.Contains("[aisecurity.outcome, canceled]", StringComparison.Ordinal));
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _said.Enqueue($"log {logLevel} {formatter(state, exception)} {exception}");

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    void IDisposable.Dispose()
    {
    }

    /// <summary>What the Azure SDK and the runtime write at the most talkative level.</summary>
    private sealed class EverythingListener(ConcurrentQueue<string> said) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name.StartsWith("Azure", StringComparison.Ordinal))
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) => said?.Enqueue($"event {eventData.EventSource.Name} {string.Join(' ', eventData.Payload ?? new([]))}");
    }
}
