using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AiSecurity.Guards;

/// <summary>The texts in what a tool returned, as the model will read them.</summary>
internal static class ResultText
{
    /// <summary>Of media types that are text though their first part does not say so.</summary>
    private static readonly string[] TextEndings = ["json", "xml", "yaml", "javascript", "html"];

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether an exception says that a value cannot be written as JSON, so that nobody knows what the model will read.</summary>
    public static bool IsUnreadable(Exception exception) => exception is NotSupportedException or JsonException or InvalidOperationException;

    public static IEnumerable<string> Of(object? result) => result switch
    {
        null => [],
        string text => [text],
        AIContent content => Of(content),
        IEnumerable<AIContent> contents => contents.SelectMany(Of),
        JsonElement json => [Write(json)],
        JsonDocument document => [Write(document.RootElement)],
        _ => [Serialize(result)],
    };

    /// <summary>What a content holds as text; images, sound and addresses hold none.</summary>
    public static IEnumerable<string> Of(AIContent content) => content switch
    {
        TextContent text => [text.Text],
        TextReasoningContent reasoning => [reasoning.Text],
        FunctionResultContent result => Of(result.Result),
        McpServerToolResultContent result => (result.Outputs ?? []).SelectMany(Of),
        DataContent data when IsText(data.MediaType) => [Decode(data)],
        _ => [],
    };

    private static bool IsText(string mediaType)
    {
        var type = mediaType.Split(';')[0].Trim();
        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || Array.Exists(TextEndings, ending => type.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As its media type says, or as a mark at its beginning says, which wins everywhere; UTF-8 where neither does.</summary>
    private static string Decode(DataContent data)
    {
        using var reader = new StreamReader(new MemoryStream(data.Data.ToArray()), EncodingOf(data.MediaType), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <exception cref="NotSupportedException">Nobody knows how the model will read it.</exception>
    private static Encoding EncodingOf(string mediaType)
    {
        if (!MediaTypeHeaderValue.TryParse(mediaType, out var type))
            throw new NotSupportedException("The media type cannot be read.");
        var names = type.Parameters.Where(static parameter => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)).Select(static parameter => parameter.Value?.Trim('"') ?? "").ToList();
        if (names.Count == 0)
            return Encoding.UTF8;
        if (names.Count > 1)
            throw new NotSupportedException("The media type names several encodings.");
        try
        {
            return Encoding.GetEncoding(names[0]);
        }
        catch (ArgumentException exception)
        {
            throw new NotSupportedException("The media type names an unknown encoding.", exception);
        }
    }

    private static string Serialize(object value)
    {
        var options = AIJsonUtilities.DefaultOptions;
        using var document = JsonSerializer.SerializeToDocument(value, options.GetTypeInfo(value.GetType()));
        return Write(document.RootElement);
    }

    /// <summary>Without escapes that nobody needs: a word in \u0069-style is the same word to a model.</summary>
    private static string Write(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
            return json.GetString()!;
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Relaxed))
            json.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
