using AiSecurity.Guards;
using Microsoft.SemanticKernel;

namespace ContosoChat.Services;

/// <summary>Sums a conversation up and lets the model suggest what is worth keeping.</summary>
public sealed class SummaryService(IChatService chat, KernelFactory kernels, ContentSafetyScreen contentSafetyScreen)
{
    private const string Template =
        """
        Sum up this conversation in three sentences. Suggest a note about each customer who has a complaint.
        {{$transcript}}
        """;

    public async Task<string> SummarizeAsync(string user, CancellationToken cancellationToken)
    {
        var transcript = string.Join("\n", chat.HistoryOf(user).Select(message => $"{message.Role}: {message.Text}"));
        var kernel = kernels.Create();
        var summarize = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig(Template)
        {
            InputVariables = [new() { Name = "transcript" }],
        });

        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
        var result = await kernel.InvokeAsync(summarize, new KernelArguments(settings) { ["transcript"] = transcript }, cancellationToken);
        var summary = result.ToString();
        await contentSafetyScreen.EnsureSafeAsync(summary, cancellationToken);
        return summary;
    }
}
