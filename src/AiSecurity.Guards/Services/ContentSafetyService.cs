using System;
using System.Collections.Generic;

namespace AiSecurity.Guards;

/// <summary>What the guards on Azure AI Content Safety share.</summary>
internal static class ContentSafetyService
{
    /// <summary>The first that has Prompt Shields, and the newest that is no preview.</summary>
    public const string ApiVersion = "2024-09-01";

    /// <summary>Of a text, and of all documents of a request together.</summary>
    public const int TextLimit = 10_000;

    public const int DocumentsLimit = 5;

    /// <summary>Six items with a boolean each, or four categories and a few blocklist items.</summary>
    public const int AnswerLimit = 256 * 1024;

    public static IReadOnlyList<string> Hosts { get; } =
    [
        "*.cognitiveservices.azure.com", "*.services.ai.azure.com", "*.cognitiveservices.azure.us", "*.services.ai.azure.us", "*.cognitiveservices.azure.cn",
    ];

    public static string ScopeOf(Uri endpoint)
    {
        var host = endpoint.IdnHost;
        var cloud = host.EndsWith(".azure.us", StringComparison.OrdinalIgnoreCase) ? "us" : host.EndsWith(".azure.cn", StringComparison.OrdinalIgnoreCase) ? "cn" : "com";
        return $"https://cognitiveservices.azure.{cloud}/.default";
    }
}
