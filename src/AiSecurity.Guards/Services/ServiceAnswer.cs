using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace AiSecurity.Guards;

/// <summary>The body of an answer: read up to a limit, and as strictly as JSON allows.</summary>
internal static class ServiceAnswer
{
    /// <summary>A member that stands twice could say both yes and no: which one counts is not for the parser to choose.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The document; null when the body has more bytes than the limit, whatever its headers say and however it was compressed.</summary>
    /// <exception cref="JsonException">The body is no JSON object.</exception>
    public static async Task<JsonDocument?> ReadAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[8192];
        int read;
#if NET
        while ((read = await body.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false)) > 0)
#else
        while ((read = await body.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
#endif
        {
            if (bytes.Length + read > limit)
                return null;
            bytes.Write(buffer, 0, read);
        }

        var document = JsonDocument.Parse(new ReadOnlyMemory<byte>(bytes.ToArray()), Strict);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        document.Dispose();
        throw new JsonException();
    }

    /// <summary>A boolean that must be there.</summary>
    public static bool RequireBoolean(this JsonElement element, string name) => element.Require(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new JsonException(),
    };

    /// <summary>A member that must be there, of an object.</summary>
    public static JsonElement Require(this JsonElement element, string name) => element.Find(name) ?? throw new JsonException();

    /// <summary>A member, null when it is not there or null; the element must be an object.</summary>
    public static JsonElement? Find(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException();
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>The items of an array.</summary>
    public static JsonElement.ArrayEnumerator Items(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : throw new JsonException();
}
