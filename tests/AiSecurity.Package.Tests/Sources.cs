using System.Text.RegularExpressions;

namespace AiSecurity.Package.Tests;

/// <summary>Programs with mistakes; a line ends in <c>//! warning AISEC101</c> where one is due.</summary>
internal static partial class Sources
{
    public const string Console = """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        var endpoint = new Uri("https://contoso.openai.azure.com");
        var key = Environment.GetEnvironmentVariable("AZURE_OPENAI_KEY");
        var fromEnvironment = new AzureOpenAIClient(endpoint, new AzureKeyCredential(key!)); //! warning AISEC101
        var fromSource = new AzureOpenAIClient(endpoint, new AzureKeyCredential("3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64")); //! warning AISEC102
        var either = key is null ? new AzureOpenAIClient(endpoint, new DefaultAzureCredential()) : new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); //! note AISEC101
        Console.WriteLine((fromEnvironment, fromSource, either));
        """;

    public const string Web = """
        using System.ClientModel;
        using Azure.AI.OpenAI;
        using OpenAI.Chat;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(services => new AzureOpenAIClient(
            new Uri(builder.Configuration["AzureOpenAI:Endpoint"]!),
            new ApiKeyCredential(builder.Configuration["AzureOpenAI:ApiKey"]!))); //! warning AISEC101
        builder.Services.AddSingleton(new ChatClient("gpt-4o", "b7a3e1c59f0d4826" + "c4e8f2a6d1b37590")); //! warning AISEC102
        var app = builder.Build();
        app.MapGet("/", () => "hello");
        app.Run();
        """;

    /// <summary>A literal that would be a finding if the project referred to an AI library.</summary>
    public const string NoAi = """
        Console.WriteLine("sk-proj-" + "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7cDe0fGh3iJk6lMn9oPq2rSt5uVw8xYz1aBc4dEf" + "T3BlbkFJ" + "Gh7iJk0lMn3oPq6rSt9uVw2xYz5aBc8dEf1gHi4jKl7mNo0pQr3sTu6vWx9yZa2bCd5eFg8hIj");
        """;

    /// <summary>The marks of a program, as builds report them.</summary>
    /// <param name="source">One of the programs.</param>
    /// <param name="severity">What the severity of a mark becomes; null for nothing that a build prints.</param>
    public static string[] Due(string source, Func<string, string, string?> severity) =>
        [.. source.Split('\n').SelectMany((line, index) => Mark().Matches(line)
            .Select(mark => (Id: mark.Groups["id"].Value, Severity: severity(mark.Groups["severity"].Value, mark.Groups["id"].Value)))
            .Where(mark => mark.Severity is "warning" or "error")
            .Select(mark => $"Program.cs({index + 1}): {mark.Severity} {mark.Id}"))
            .Order(StringComparer.Ordinal)];

    public static string[] Due(string source) => Due(source, (severity, _) => severity);

    [GeneratedRegex(@"//! (?<severity>\w+) (?<id>AISEC\d+)")]
    private static partial Regex Mark();
}
