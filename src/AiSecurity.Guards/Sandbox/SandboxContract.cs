using System;
using System.IO;
using System.Text.Json;

namespace AiSecurity.Guards;

/// <summary>The requests and answers of a session pool, in both of its contracts.</summary>
internal sealed class SandboxContract(SandboxApiVersion version, TimeSpan limit, int maxOutputLength)
{
    /// <summary>In the first contract everything is inside <c>properties</c>; the later ones refuse that.</summary>
    private readonly bool _isWrapped = version == SandboxApiVersion.Preview20240202;

    public string ApiVersion { get; } = version switch
    {
        SandboxApiVersion.Preview20240202 => "2024-02-02-preview",
        SandboxApiVersion.Preview20250202 => "2025-02-02-preview",
        _ => "2025-10-02-preview",
    };

    public string ExecutePath => _isWrapped ? "/code/execute" : "/executions";

    public bool HasDelete => !_isWrapped;

    /// <summary>Three outputs of which every character may be six in JSON, and something for the rest.</summary>
    public int AnswerLimit { get; } = (int)Math.Min(int.MaxValue, (18L * maxOutputLength) + (1024 * 1024));

    public byte[] ToBody(string code)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            if (_isWrapped)
                writer.WriteStartObject("properties");
            writer.WriteString("codeInputType", _isWrapped ? "inline" : "Inline");
            writer.WriteString("executionType", _isWrapped ? "synchronous" : "Synchronous");
            writer.WriteString("code", Surrogates.Repair(code));
            writer.WriteNumber("timeoutInSeconds", (int)Math.Ceiling(limit.TotalSeconds));
            if (_isWrapped)
                writer.WriteEndObject();
            else if (version == SandboxApiVersion.Preview20251002)
                writer.WriteNumber("outputStreamsMaxLength", maxOutputLength);
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <exception cref="JsonException">The answer says neither that the code ran to its end nor that it failed.</exception>
    public SandboxResult Read(JsonElement answer)
    {
        var execution = _isWrapped ? answer.Require("properties") : answer;
        var succeeded = execution.Require("status").GetString()!.ToUpperInvariant() switch
        {
            "SUCCEEDED" or "SUCCESS" => true,
            "FAILED" or "FAILURE" or "CANCELED" => false,
            _ => throw new JsonException(),
        };

        // Code that failed may have left nothing.
        var output = _isWrapped ? execution : execution.Find("result");
        if (output is not { } streams)
            return succeeded ? throw new JsonException() : new(false);

        var isTruncated = false;
        var result = streams.Find(_isWrapped ? "result" : "executionResult")?.GetRawText();
        if (result?.Length > maxOutputLength)
        {
            result = null;
            isTruncated = true;
        }

        return new(succeeded, Cut("stdout"), Cut("stderr"), result, TimeOf(streams), isTruncated);

        string Cut(string name)
        {
            var text = streams.Find(name)?.GetString() ?? "";
            isTruncated |= text.Length >= maxOutputLength;
            return Surrogates.Truncate(text, maxOutputLength);
        }
    }

    private static TimeSpan? TimeOf(JsonElement streams) =>
        streams.Find("executionTimeInMilliseconds") is { ValueKind: JsonValueKind.Number } time && time.TryGetInt32(out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
