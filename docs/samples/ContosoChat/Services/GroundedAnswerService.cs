using System.Text;
using Azure.AI.OpenAI;
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
    IOptions<AzureSearchOptions> searchOptions)
{
    private readonly ChatClient _chatClient = openAI.GetChatClient(openAIOptions.Value.Deployment);
    private readonly SearchClient _products = ContosoAIServices.CreateSearchClient(searchOptions.Value, searchOptions.Value.ProductIndex);
    private readonly SearchClient _staffPages = ContosoAIServices.CreateSearchClient(searchOptions.Value, searchOptions.Value.StaffIndex);

    public Task<GroundedReply> AnswerAsync(string question, CancellationToken cancellationToken) =>
        AnswerFromAsync(_products, question, cancellationToken);

    public Task<GroundedReply> AnswerForStaffAsync(string question, CancellationToken cancellationToken) =>
        AnswerFromAsync(_staffPages, question, cancellationToken);

    private async Task<GroundedReply> AnswerFromAsync(SearchClient search, string question, CancellationToken cancellationToken)
    {
        var vector = await embeddings.GenerateVectorAsync(question, cancellationToken: cancellationToken);
        var options = new SearchOptions
        {
            Size = 4,
            Select = { "title", "content" },
            VectorSearch = new() { Queries = { new VectorizedQuery(vector) { KNearestNeighborsCount = 8, Fields = { "contentVector" } } } },
        };

        var titles = new List<string>();
        var passages = new StringBuilder();
        var results = await search.SearchAsync<SearchDocument>(question, options, cancellationToken);
        await foreach (var result in results.Value.GetResultsAsync())
        {
            titles.Add(result.Document.GetString("title"));
            passages.AppendLine($"[{titles.Count}] {result.Document.GetString("content")}");
        }

        var completion = await _chatClient.CompleteChatAsync(
            [
                new SystemChatMessage("Answer from the sources below only, and name them like [1]. Say so when they do not hold the answer."),
                new UserChatMessage($"Sources:\n{passages}\n\nQuestion: {question}"),
            ],
            new ChatCompletionOptions { MaxOutputTokenCount = 800 },
            cancellationToken);

        return new GroundedReply(completion.Value.Content[0].Text, titles);
    }
}
