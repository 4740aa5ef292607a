using System.CommandLine;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Commands;

/// <summary>aisec explain AISEC201: the rule's page, as it is in the documentation.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Id = new("rule") { Description = "The id of a rule, such as AISEC201." };

    public static Command Create()
    {
        var command = new Command("explain", "Says what a rule reports, why, and what to do.") { Id };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = parsed.GetRequiredValue(Id);
        if (RuleSet.Find(id) is not { } rule)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"aisec: There is no rule '{id}'. 'aisec rules' lists them.");
            return ExitCode.Usage;
        }

        await parsed.InvocationConfiguration.Output.WriteLineAsync(await RulePage.ReadAsync(rule, cancellationToken));
        return ExitCode.Clean;
    }
}
