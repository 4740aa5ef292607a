using Microsoft.SemanticKernel;

namespace ContosoChat.Services;

/// <summary>Sums a conversation up and lets the model note what is worth keeping.</summary>
public sealed class SummaryService(IChatService chat, KernelFactory kernels)
{
    private const string Template =
        """
        Sum up this conversation in three sentences. Save a note about each customer who has a complaint.
        {{$transcript}}
        """;

    public async Task<string> SummarizeAsync(CancellationToken cancellationToken)
    {
        var transcript = string.Join("\n", chat.History.Select(message => $"{message.Role}: {message.Text}"));
        var kernel = kernels.Create();
        var summarize = kernel.CreateFunctionFromPrompt(new PromptTemplateConfig(Template)
        {
            InputVariables = [new() { Name = "transcript", AllowDangerouslySetContent = true }],
        });

        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
        var result = await kernel.InvokeAsync(summarize, new KernelArguments(settings) { ["transcript"] = transcript }, cancellationToken);
        return result.ToString();
    }
}
