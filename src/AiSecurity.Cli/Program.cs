using AiSecurity.Cli.Commands;

return await CommandRun.RunAsync(args, Console.Out, Console.Error);
