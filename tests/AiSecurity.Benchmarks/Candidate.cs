using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Benchmarks;

/// <summary>Analyzers that are measured together.</summary>
/// <param name="Name">In the table.</param>
/// <param name="Analyzers">Empty for a plain compilation.</param>
internal sealed record Candidate(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    public static ImmutableArray<Candidate> All() =>
    [
        new("plain", []),
        new("no-op syntax", [new EmptySyntaxAnalyzer()]),
        new("no-op operation", [new EmptyOperationAnalyzer()]),
        new("AiSecurity", In(typeof(Analyzers.Rules.FlowAnalyzer).Assembly)),
        .. Peers(),
    ];

    private static IEnumerable<Candidate> Peers() =>
        from metadata in typeof(Candidate).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        where metadata.Key.StartsWith("Peer.", StringComparison.Ordinal) && Directory.Exists(metadata.Value)
        let loaded = new PeerContext(metadata.Value!).Load()
        select new Candidate(metadata.Key["Peer.".Length..], [.. loaded.SelectMany(static assembly => In(assembly))]);

    private static ImmutableArray<DiagnosticAnalyzer> In(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains("C#") == true)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];
}
