using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Benchmarks;

/// <summary>One key pressed: what it allocates. For the time, pairs tell more than two runs of their own (<see cref="KeystrokePairs"/>).</summary>
[MemoryDiagnoser]
public class KeystrokeBenchmark
{
    private readonly TypedFile _file = new();
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;

    [Params("no-op syntax", "AiSecurity")]
    public string Analyzers { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _analyzers = Candidate.All().Single(candidate => candidate.Name == Analyzers).Analyzers;

    [Benchmark]
    public Task<int> Diagnostics() => _file.PressAsync(_analyzers);
}
