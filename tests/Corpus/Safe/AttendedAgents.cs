using Microsoft.Agents.AI;
using Microsoft.Agents.AI.LocalCodeAct;
using Microsoft.Agents.AI.Tools.Shell;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.SemanticKernel.Plugins.Core.CodeInterpreter;
using OpenAI.Responses;

class AttendedAgents(IConfiguration configuration, IHostEnvironment environment)
{
    object Hosted(Uri server, bool trusted) => new HostedMcpServerTool("calendar", server)
    {
        AllowedTools = ["list", "delete"],
        ApprovalMode = trusted ? HostedMcpServerToolApprovalMode.NeverRequire : HostedMcpServerToolApprovalMode.AlwaysRequire,
    };

    object Specific(Uri server) => new HostedMcpServerTool("calendar", server) { AllowedTools = ["list", "delete"], ApprovalMode = HostedMcpServerToolApprovalMode.RequireSpecific(["delete"], ["list"]) };

    object OfTheService(Uri server) => ResponseTool.CreateMcpTool("calendar", server, allowedTools: new McpToolFilter(), toolCallApprovalPolicy: DefaultMcpToolCallApprovalPolicy.AlwaysRequireApproval);

    object Rules() => new ToolApprovalAgentOptions
    {
        AutoApprovalRules = [AgentSkillsProvider.ReadOnlyToolsAutoApprovalRule, call => ValueTask.FromResult(call.ToString() == "list")],
    };

    IEnumerable<AIContent> Answer(ChatResponse response)
    {
        foreach (var request in response.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>())
        {
            Console.WriteLine($"Run {request.ToolCall}? (y/n)");
            yield return request.CreateResponse(Console.ReadLine() == "y");
        }
    }

    object Shell(ShellPolicy policy)
    {
        var options = new LocalShellExecutorOptions { Policy = policy, Timeout = TimeSpan.FromMinutes(1), ConfineWorkingDirectory = true };
        if (environment.IsDevelopment())
            options.AcknowledgeUnsafe = true;
        return options;
    }

    object Tool(ShellExecutor shell) => shell.AsAIFunction(requireApproval: configuration.GetValue<bool>("Agent:Ask"));

    object Container() => new DockerShellExecutorOptions { Network = "none", ReadOnlyRoot = true, MountReadonly = true, ExtraRunArgs = ["--memory=1g", "--network=none"] };

    object Code() => new LocalCodeActProviderOptions { ValidationDisabled = false };

    object Session(Uri pool, string folder) => new SessionsPythonSettings(Guid.NewGuid().ToString("N"), pool) { AllowedUploadDirectories = ["/srv/questions", folder], EnableDangerousFileUploads = false };

    // Names that other settings have too.
    object Own() => new Job { AcknowledgeUnsafe = true, Network = "host", ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire };

    private sealed class Job
    {
        public bool AcknowledgeUnsafe { get; set; }

        public string? Network { get; set; }

        public object? ApprovalMode { get; set; }
    }
}
