using System.Globalization;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Code around a model call, so that every engine looks at what is put into it.</summary>
internal static class ModelCode
{
    /// <summary>An endpoint that has the text of a user, <c>text</c>, a number and a client.</summary>
    public static string Endpoint(string statements, string members = "") => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.AI;
        static partial class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (string text, int number, IChatClient client) =>
            {
                {{statements}}
            });
            {{members}}
        }
        """;

    /// <summary><c>await client.GetResponseAsync(value)</c> in such an endpoint, beside a key made of the same value.</summary>
    public static string Asking(string value) => Endpoint($"var key = new Azure.AzureKeyCredential({value}); await client.GetResponseAsync({value});");

    public static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    public static string Nest(string open, string inner, string close, int times) => Repeat(open, times) + inner + Repeat(close, times);

    /// <summary>The text for 0, 1, ...: <c>@</c> is the number, <c>^</c> the next.</summary>
    public static string Numbered(int times, string text) => string.Concat(Enumerable.Range(0, times).Select(number => text
        .Replace("@", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("^", (number + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
