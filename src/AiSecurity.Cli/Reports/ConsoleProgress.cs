using AiSecurity.Cli.Scanning;
using Spectre.Console;

namespace AiSecurity.Cli.Reports;

/// <summary>A progress bar for each repository, on the error stream; nothing where that is no terminal.</summary>
internal sealed class ConsoleProgress(ProgressContext context) : IScanProgress
{
    public static async Task<T> RunAsync<T>(TextWriter output, Func<IScanProgress, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsErrorRedirected || output != Console.Error || !console.Profile.Capabilities.Interactive)
            return await work(new PlainProgress(output));

        return await console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new ConsoleProgress(context)));
    }

    public IRepositoryProgress Begin(string repository, int projects) => new Bar(context.AddTask(Markup.Escape(repository), maxValue: Math.Max(1, projects)), repository);

    private sealed class Bar(ProgressTask task, string repository) : IRepositoryProgress
    {
        public void Report(string value) => task.Description = Markup.Escape($"{repository}: {value}");

        public void Advance() => task.Increment(1);

        public void Dispose() => task.StopTask();
    }
}
