using System.Collections.Immutable;
using AiSecurity.Analyzers.Tests.Verification;
using AiSecurity.Cli.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.Stubs;

/// <summary>The stubs as one assembly, compiled in memory once in a test run: what the facts say, and the files of tests/Signatures.</summary>
public static class StubReferences
{
    private const string AssemblyName = "AiSdkStubs";

    private static readonly Lazy<Result> Compiled = new(Compile);

    public static MetadataReference Reference => Compiled.Value.Reference;

    internal static Result Stubs => Compiled.Value;

    private static Result Compile()
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true, specificDiagnosticOptions: TestSetup.ExperimentalSuppressed);
        var empty = CSharpCompilation.Create(AssemblyName, references: SdkReferences.Latest, options: options);
        var signatures = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Signatures"), "*.cs").Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), TestSetup.ParseOptions, file))
            .ToImmutableArray();
        var stubs = new StubSource(empty, isForTests: true);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var source = stubs.Generate();
            var tree = CSharpSyntaxTree.ParseText(source, TestSetup.ParseOptions);
            var compilation = empty.AddSyntaxTrees(signatures.Add(tree));
            using var image = new MemoryStream();
            var errors = compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToImmutableArray();
            if (errors.IsEmpty)
                return new(MetadataReference.CreateFromImage(image.ToArray()), [.. image.ToArray()], source, stubs);
            var lines = tree.GetText().Lines;
            var dropped = false;
            // What stands in a file of signatures was written by hand: a mistake there is to be mended, not left out.
            foreach (var error in errors.Where(error => error.Location.SourceTree == tree))
                dropped |= stubs.Drop(lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString(), error.GetMessage());
            if (!dropped)
                throw new InvalidOperationException("The stubs do not compile:\n" + string.Join('\n', errors.Take(10)));
        }

        throw new InvalidOperationException("The stubs do not compile after ten attempts.");
    }

    internal sealed record Result(MetadataReference Reference, ImmutableArray<byte> Image, string Source, StubSource Generator);
}
