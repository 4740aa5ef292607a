using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AiSecurity.Guards.Tests.Loopback;

/// <summary>What every service does alike.</summary>
internal static class HttpContextAnswers
{
    public static bool HasToken(this HttpContext context, string scope) => context.Request.Headers.Authorization == "Bearer " + TestCredential.TokenFor(scope);

    /// <summary>The error of the services' contract; it repeats the request, as no service should, to see that no guard repeats it.</summary>
    public static async Task AnswerErrorAsync(this HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["x-ms-error-code"] = code;
        using var reader = new StreamReader(context.Request.Body);
        var request = await reader.ReadToEndAsync();
        await context.Response.WriteAsJsonAsync(new { error = new { code, message = request } });
    }

    public static async Task AnswerJsonAsync(this HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    /// <summary>The request's body; null when it is no JSON object.</summary>
    public static async Task<JsonElement?> ReadJsonAsync(this HttpContext context)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
            return body.ValueKind == JsonValueKind.Object ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As the services count: code points.</summary>
    public static int CodePoints(string text) => text.EnumerateRunes().Count();
}
