using System.Security.Claims;
using AiSecurity.Guards;
using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Search.Documents;
using Azure.Search.Documents.Models;
using ContosoChat.Contracts;
using ContosoChat.Options;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI.Chat;

namespace ContosoChat.Services;

/// <summary>Answers from what the search index holds.</summary>
public sealed class GroundedAnswerService(
    AzureOpenAIClient openAI,
    IEmbeddingGenerator<string, Embedding<float>> embeddings,
    IOptions<AzureOpenAIOptions> openAIOptions,
    IOptions<AzureSearchOptions> searchOptions,
    TokenCredential credential,
    PromptShield promptShield,
    ContentSafetyScreen contentSafetyScreen)
{
    private readonly ChatClient _chatClient = openAI.GetChatClient(openAIOptions.Value.Deployment);
    private readonly SearchClient _products = ContosoAIServices.CreateSearchClient(searchOptions.Value, searchOptions.Value.ProductIndex, credential);
    private readonly SearchClient _staffPages = ContosoAIServices.CreateSearchClient(searchOptions.Value, searchOptions.Value.StaffIndex, credential);

    public Task<GroundedReply> AnswerAsync(ClaimsPrincipal user, string question, CancellationToken cancellationToken) =>
        AnswerFromAsync(_products, user, question, cancellationToken);

    public Task<GroundedReply> AnswerForStaffAsync(ClaimsPrincipal user, string question, CancellationToken cancellationToken) =>
        AnswerFromAsync(_staffPages, user, question, cancellationToken);

    private async Task<GroundedReply> AnswerFromAsync(SearchClient search, ClaimsPrincipal user, string question, CancellationToken cancellationToken)
    {
        var vector = await embeddings.GenerateVectorAsync(question, cancellationToken: cancellationToken);
        var options = new SearchOptions
        {
            Size = 4,
            Filter = SearchFilter.Create($"audience eq {user.FindFirstValue(ClaimTypes.Role) ?? "customer"}"),
            Select = { "title", "content" },
            VectorSearch = new() { Queries = { new VectorizedQuery(vector) { KNearestNeighborsCount = 8, Fields = { "contentVector" } } } },
        };

        var titles = new List<string>();
        var passages = new List<string>();
        var results = await search.SearchAsync<SearchDocument>(question, options, cancellationToken);
        await foreach (var result in results.Value.GetResultsAsync())
        {
            titles.Add(result.Document.GetString("title"));
            passages.Add($"[{titles.Count}] {result.Document.GetString("content")}");
        }

        var sources = string.Join("\n", passages);
        await promptShield.EnsureSafeAsync(question, documents: [sources], cancellationToken);
        var completion = await _chatClient.CompleteChatAsync(
            [
                new SystemChatMessage("Answer from the sources below only, and name them like [1]. Say so when they do not hold the answer."),
                new UserChatMessage($"Sources:\n{sources}\n\nQuestion: {question}"),
            ],
            new ChatCompletionOptions { MaxOutputTokenCount = 800 },
            cancellationToken);
        if (completion.Value.FinishReason == OpenAI.Chat.ChatFinishReason.ContentFilter)
            return new GroundedReply("The content filter withheld the answer.", []);

        var answer = completion.Value.Content[0].Text;
        await contentSafetyScreen.EnsureSafeAsync(answer, cancellationToken);
        return new GroundedReply(answer, titles);
    }
}
