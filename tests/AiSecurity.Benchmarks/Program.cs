using System.Globalization;
using AiSecurity.Benchmarks;
using BenchmarkDotNet.Running;

// compare [--src FOLDER ...] [--scale N ...] and keystroke [PAIRS]: the tables of docs/performance.md; anything else goes to BenchmarkDotNet.
if (args is ["compare", ..])
    return await Comparison.RunAsync(args[1..]);
if (args is ["keystroke", ..])
    return await KeystrokePairs.RunAsync(args is [_, var pairs] ? int.Parse(pairs, CultureInfo.InvariantCulture) : 200);

BenchmarkSwitcher.FromAssembly(typeof(Comparison).Assembly).Run(args);
return 0;
