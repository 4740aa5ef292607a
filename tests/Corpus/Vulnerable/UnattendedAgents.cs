using Microsoft.Agents.AI;
using Microsoft.Agents.AI.LocalCodeAct;
using Microsoft.Agents.AI.Tools.Shell;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.Plugins.Core.CodeInterpreter;
using OpenAI.Responses;

class UnattendedAgents
{
    private const bool Ask = false;

    // Nobody looks at what tools do.
    object Hosted(Uri server) => new HostedMcpServerTool("calendar", server)
    {
        AllowedTools = ["list", "delete"],
        ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire, //! AISEC304
    };

    object OfTheService(Uri server) => ResponseTool.CreateMcpTool( //! AISEC311
        "calendar",
        server,
        toolCallApprovalPolicy: DefaultMcpToolCallApprovalPolicy.NeverRequireApproval); //! AISEC304

    object Rules() => new ToolApprovalAgentOptions
    {
        AutoApprovalRules =
        [
            AgentSkillsProvider.ReadOnlyToolsAutoApprovalRule,
            _ => ValueTask.FromResult(true), //! AISEC304
        ],
    };

    IEnumerable<AIContent> Answer(ChatResponse response)
    {
        foreach (var request in response.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>())
            yield return request.CreateResponse(approved: true); //! AISEC304
    }

    // Nothing limits what they run.
    object Shell() => new LocalShellExecutor(new LocalShellExecutorOptions //! AISEC301
    {
        AcknowledgeUnsafe = true, //! AISEC302
        Timeout = TimeSpan.FromMinutes(1),
        Policy = null, //! AISEC302
    });

    object Tool(ShellExecutor shell) => shell.AsAIFunction(
        requireApproval: Ask); //! AISEC302

    object Container() => new DockerShellExecutorOptions
    {
        Network = "bridge", //! AISEC302
        ReadOnlyRoot = true,
        MountReadonly = false, //! AISEC302
    };

    object Code() => new LocalCodeActProviderOptions { ValidationDisabled = true }; //! AISEC302

    object Session(Uri pool)
    {
        var settings = new SessionsPythonSettings(Guid.NewGuid().ToString("N"), pool) { AllowedDownloadDirectories = ["/srv/answers"] };
        settings.AllowedUploadDirectories = ["/srv/questions", "/"]; //! AISEC302
        settings.EnableDangerousFileUploads = true; //! AISEC302
        return settings;
    }
}
