using System.CommandLine;
using AiSecurity.Cli.Reports;
using AiSecurity.Cli.Scanning;
using Spectre.Console;

namespace AiSecurity.Cli.Commands;

/// <summary>aisec rules</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var command = new Command("rules", "Lists all rules.");
        command.SetAction(static parsed => Write(ReportConsole.Create(parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static int Write(IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("Rule").NoWrap()).AddColumn("Title").AddColumn("Severity").AddColumn("Fix").AddColumn("Guidance");
        foreach (var rule in RuleSet.All)
        {
            var severity = rule.IsOptional ? "off" : rule.Severity.ToString().ToLowerInvariant();
            table.AddRow(new Markup($"[link={rule.HelpUri}]{rule.Id}[/]"), new Text(rule.Title), new Text(severity), new Text(rule.IsFixable ? "yes" : "no"), new Text(string.Join(", ", rule.Guidance)));
        }

        console.Write(table);
        console.WriteLine("'aisec explain AISEC101' says more of one. Rules that are off are switched on by --preset strict or in .editorconfig.");
        return ExitCode.Clean;
    }
}
