using System.ComponentModel;
using AiSecurity.Guards;

namespace ContosoChat.Tools;

public sealed class ReportTools(SandboxedSession sandbox, ILogger<ReportTools> logger)
{
    [Description("Runs Python that prints a sales report.")]
    public async Task<string> RunReportAsync([Description("The Python code")] string python, CancellationToken cancellationToken)
    {
        var result = await sandbox.ExecuteAsync(python, cancellationToken);
        logger.LogInformation("Report ended after {Time}", result.ExecutionTime);
        return result.StandardOutput;
    }
}
