namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>What the sources of the key rules' tests have in common.</summary>
internal static class KeySource
{
    public const string Usings =
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using System.Collections.Concurrent;
        using System.Net.Http.Headers;
        using Azure;
        using Azure.AI.ContentSafety;
        using Azure.AI.DocumentIntelligence;
        using Azure.AI.Inference;
        using Azure.AI.Language.Conversations;
        using Azure.AI.OpenAI;
        using Azure.AI.TextAnalytics;
        using Azure.AI.Translation.Text;
        using Azure.AI.Vision.Face;
        using Azure.AI.Vision.ImageAnalysis;
        using Azure.Core;
        using Azure.Identity;
        using Azure.Search.Documents;
        using Azure.Search.Documents.Indexes;
        using Microsoft.CognitiveServices.Speech;
        using Microsoft.Extensions.Azure;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.KernelMemory;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
        using OpenAI;
        using OpenAI.Chat;
        using OpenAI.Embeddings;

        """;

    /// <summary>Members of a class that has an endpoint, a key, settings and a token at hand.</summary>
    public static string Members(string members) => Usings + "partial class C(Uri endpoint, string key, IConfiguration configuration, TokenCredential token)\n{\n" + members + "\n}\n";
}
