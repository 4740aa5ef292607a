using System.Diagnostics;
using AiSecurity.Analyzers.Tests.Robustness;
using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.Robustness.Mutating;
using AiSecurity.Fuzz;

if (FuzzArguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine("FOLDER [--seed N] [--mutants N] [--of-findings N] [--workers N] [--minutes N] [--part N/M] [--out FOLDER] [--only FILE:NUMBER] [--together N] [--edit-every N]");
    return 2;
}

Directory.CreateDirectory(arguments.Out);
var clock = Stopwatch.StartNew();
var options = new FuzzOptions(arguments.Seed, arguments.Mutants, arguments.MutantsOfFindings, arguments.EditEvery);
var paths = new SourceFolder(arguments.Folder).Files(longest: 300_000);
var every = Math.Max(1, paths.Count / 150);
var donors = new DonorPool(paths.Where((_, index) => index % every == 0).Select(Read));
var session = new FuzzSession(new Mutants(donors, arguments.Seed), options)
{
    // A stack that overflows takes the process with it: what was running stands in this file.
    Before = inputs => File.WriteAllLines(Path.Combine(arguments.Out, FormattableString.Invariant($"running-{Environment.CurrentManagedThreadId}.txt")), inputs.Select(input => input.Name)),
    OnFailure = failure => Console.WriteLine($"FAILURE {failure.Cause} in {failure.Input.Name}"),
};

if (arguments.Only.Length > 0)
{
    var (name, number) = arguments.Only.Split(':') is [var before, var after] ? (before, int.Parse(after, System.Globalization.CultureInfo.InvariantCulture)) : (arguments.Only, -1);
    var file = DonorPool.Corpus().FirstOrDefault(file => file.Name == name) ?? Read((Path.Combine(arguments.Folder, name), name));
    await (number < 0 ? session.RunAsync([file]) : session.RunAsync([file], number));
}
else
{
    var report = TimeSpan.FromSeconds(30);
    var files = DonorPool.Corpus().AsEnumerable().Concat(paths.Select(Read)).Where((_, index) => index % arguments.Part.Of == arguments.Part.Number - 1);
    await Parallel.ForEachAsync(files.Chunk(arguments.Together), new ParallelOptions { MaxDegreeOfParallelism = arguments.Workers }, async (some, _) =>
    {
        if (clock.Elapsed.TotalMinutes >= arguments.Minutes)
            return;
        await session.RunAsync(some);
        if (clock.Elapsed > report)
        {
            report = clock.Elapsed + TimeSpan.FromSeconds(30);
            Console.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss} {session.Figures}");
        }
    });
}

foreach (var (failure, count) in session.Failures)
{
    // Now that nothing else runs, what was only slow for want of a processor is not any more.
    if (failure.IsSlow && (await FuzzRun.RunAsync([failure.Input], options))[0].Failure is null)
        continue;

    var least = await Minimizer.MinimizeAsync(failure, options);
    var text = $"{count} times, first in {failure.Input.Name}\n{least}\n";
    Console.WriteLine(text);
    File.AppendAllText(Path.Combine(arguments.Out, "failures.txt"), text + "----\n");
}

Console.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss} {session.Figures}");
return session.Failures.Any() ? 1 : 0;

static SourceFile Read((string Path, string Name) file) => new(file.Name, File.ReadAllText(file.Path));
