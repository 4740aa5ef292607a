using System.CommandLine;
using AiSecurity.Cli.Commands;

var root = new RootCommand("Finds insecure use of AI services in C# code.") { ScanCommand.Create(), RulesCommand.Create(), ExplainCommand.Create(), MergeCommand.Create() };
return await CommandRun.RunAsync(root, args);
