using AiSecurity.Benchmarks;
using BenchmarkDotNet.Running;

// compare [--src FOLDER ...] [--scale N ...]: the table of docs/performance.md; anything else goes to BenchmarkDotNet.
if (args is ["compare", ..])
    return await Comparison.RunAsync(args[1..]);

BenchmarkSwitcher.FromAssembly(typeof(Comparison).Assembly).Run(args);
return 0;
