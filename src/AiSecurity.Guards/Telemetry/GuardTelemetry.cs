using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AiSecurity.Guards;

/// <summary>
/// The names by which OpenTelemetry listens to the guards. Spans and measurements say which guard answered what in how long, never a text, an identifier or a user.
/// </summary>
/// <remarks>
/// <para>Spans: <c>prompt_shield.analyze</c>, <c>content_safety.analyze</c>, <c>sandbox.execute</c>, with the tags <c>aisecurity.outcome</c>, <c>aisecurity.reason</c> and <c>aisecurity.requests</c>.</para>
/// <para>Instruments: <c>aisecurity.guard.calls</c> (count) and <c>aisecurity.guard.duration</c> (seconds), with the tags <c>aisecurity.guard</c> and <c>aisecurity.outcome</c>;
/// <c>aisecurity.guard.requests</c> (count), the requests to services, which are what costs money.</para>
/// </remarks>
public static class GuardTelemetry
{
    /// <summary>The name for <c>AddSource</c> of a tracer provider.</summary>
    public const string ActivitySourceName = "AiSecurity.Guards";

    /// <summary>The name for <c>AddMeter</c> of a meter provider.</summary>
    public const string MeterName = "AiSecurity.Guards";

    internal static readonly ActivitySource Source = new(ActivitySourceName);

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("aisecurity.guard.calls", "{call}", "Calls of a guard, by what came of them.");
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("aisecurity.guard.requests", "{request}", "Requests that guards sent to services.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("aisecurity.guard.duration", "s", "How long a call of a guard took.");

    internal static void Record(string guard, string outcome, double seconds, int requests)
    {
        var guardTag = new KeyValuePair<string, object?>("aisecurity.guard", guard);
        var outcomeTag = new KeyValuePair<string, object?>("aisecurity.outcome", outcome);
        Calls.Add(1, guardTag, outcomeTag);
        Duration.Record(seconds, guardTag, outcomeTag);
        if (requests > 0)
            Requests.Add(requests, guardTag);
    }
}
