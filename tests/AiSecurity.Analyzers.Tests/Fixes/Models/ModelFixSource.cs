namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>What the sources of the fixes for text and models share: the body of an endpoint with services at hand.</summary>
internal static class ModelFixSource
{
    public const string UsingsFile = "/0/Usings.cs";

    public const string Usings = """
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        """;

    public static string Endpoint(string usings, string body) => usings + $$"""

        static class App
        {
            static void Map(WebApplication app, Services s) => app.MapPost("/chat", async (string text, string other, int number, CancellationToken cancellationToken) =>
            {
                await Task.Yield();
        {{string.Join('\n', body.Split('\n').Select(line => line.Length == 0 ? line : "        " + line))}}
            });
        }

        """;
}
