using System.Collections.Immutable;

namespace AiSecurity.Analyzers.Tests.Robustness.Inputs;

/// <summary>The files that mutations take code from: those of the corpus, which speak of AI, and some of those that are being mutated.</summary>
internal sealed class DonorPool
{
    private readonly ImmutableArray<SourceFile> _corpus = Corpus();
    private readonly ImmutableArray<SourceFile> _others;

    public DonorPool(IEnumerable<SourceFile> others) => _others = [.. others];

    public static ImmutableArray<SourceFile> Corpus() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new SourceFile(Path.GetFileName(file), File.ReadAllText(file))),
    ];

    public SourceFile Next(Random random)
    {
        var from = _others.IsEmpty || random.Next(3) > 0 ? _corpus : _others;
        return from[random.Next(from.Length)];
    }
}
