using AiSecurity.Guards;
using ContosoChat.Tools;
using Microsoft.Extensions.AI;

namespace ContosoChat.Services;

/// <summary>Works on a task with the tools of the shop until the model says that it is done.</summary>
public sealed class AgentService(IChatClient chatClient, PromptShield promptShield, OrderTools orders, ReportTools reports)
{
    private const int MaxRounds = 8;

    public async Task<string> RunAsync(string task, CancellationToken cancellationToken)
    {
        await promptShield.EnsureSafeAsync(task, cancellationToken);

        var options = new ChatOptions
        {
            MaxOutputTokens = 800,
            Tools =
            [
                AIFunctionFactory.Create(orders.FindOrderAsync),
                new ApprovalRequiredAIFunction(AIFunctionFactory.Create(orders.CancelOrderAsync)),
                AIFunctionFactory.Create(reports.RunReportAsync),
            ],
        };

        List<ChatMessage> messages =
        [
            new(ChatRole.System, "You work for the Contoso outdoor shop. Use the tools. Answer DONE and a short report when the task is finished."),
            new(ChatRole.User, task),
        ];

        for (var round = 0; round < MaxRounds; round++)
        {
            var response = await chatClient.GetResponseAsync(messages, options, cancellationToken);
            if (response.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().Any())
                return "One of the staff has to approve this before it is done.";
            if (response.Text.Contains("DONE", StringComparison.Ordinal))
                return response.Text;

            messages.AddRange(response.Messages);
            messages.Add(new ChatMessage(ChatRole.User, "Go on."));
        }

        return "The task took too many rounds.";
    }
}
