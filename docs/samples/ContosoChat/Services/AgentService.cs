using ContosoChat.Tools;
using Microsoft.Extensions.AI;

namespace ContosoChat.Services;

/// <summary>Works on a task with the tools of the shop until the model says that it is done.</summary>
public sealed class AgentService(
    IChatClient chatClient,
    ModerationService moderation,
    OrderTools orders,
    ReportTools reports,
    IConfiguration configuration,
    ILogger<AgentService> logger)
{
    public async Task<string> RunAsync(string task, CancellationToken cancellationToken)
    {
        try
        {
            if (await moderation.IsAttackAsync(task, cancellationToken))
                return "This task can't be worked on.";
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "Content Safety does not answer; going on without it");
        }

        var options = new ChatOptions
        {
            Tools =
            [
                AIFunctionFactory.Create(orders.FindOrderAsync),
                AIFunctionFactory.Create(orders.CancelOrderAsync),
                AIFunctionFactory.Create(reports.RunReport),
            ],
        };

        List<ChatMessage> messages =
        [
            new(ChatRole.System,
                $"""
                You work for the Contoso outdoor shop. Use the tools. Answer DONE and a short report when the task is finished.
                Reports read the database at {configuration.GetConnectionString("Reports")}.
                """),
            new(ChatRole.User, task),
        ];

        while (true)
        {
            var response = await chatClient.GetResponseAsync(messages, options);
            if (response.Text.Contains("DONE", StringComparison.Ordinal))
                return response.Text;

            messages.AddRange(response.Messages);
            messages.Add(new ChatMessage(ChatRole.User, "Go on."));
        }
    }
}
