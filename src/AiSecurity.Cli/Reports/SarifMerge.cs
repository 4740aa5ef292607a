using System.Text.Json;
using AiSecurity.Cli.Commands;

namespace AiSecurity.Cli.Reports;

/// <summary>Puts the runs of several SARIF files into one, of other tools too.</summary>
internal static class SarifMerge
{
    public static async Task WriteAsync(IReadOnlyList<FileInfo> files, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("$schema", SarifReport.Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        foreach (var file in files)
        {
            using var document = await ReadAsync(file, cancellationToken);
            foreach (var run in document.RootElement.GetProperty("runs").EnumerateArray())
                run.WriteTo(json);
            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static async Task<JsonDocument> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file.OpenRead();
            var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("version", out var version) && version.ValueEquals("2.1.0")
                && root.TryGetProperty("runs", out var runs) && runs.ValueKind == JsonValueKind.Array)
                return document;
            document.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new OutputException($"'{file}' cannot be read: {exception.Message}");
        }

        throw new OutputException($"'{file}' is no SARIF 2.1.0.");
    }
}
