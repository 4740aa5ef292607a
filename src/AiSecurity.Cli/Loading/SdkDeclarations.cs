using System.Collections.Concurrent;
using System.Collections.Immutable;
using AiSecurity.Cli.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace AiSecurity.Cli.Loading;

/// <summary>Declares what the tool knows of AI SDKs, for projects whose packages are not there: calls of them bind, and rules see types instead of names.</summary>
internal static class SdkDeclarations
{
    private const string AssemblyName = "AiSecurity.Declarations";
    private const int MaxAttempts = 6;

    private static readonly ImmutableArray<string> Types = [.. Fact.All.Where(static fact => fact.DocId?.StartsWith("T:", StringComparison.Ordinal) == true).DistinctBy(static fact => fact.Package).Select(static fact => fact.DocId![2..])];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, deterministic: true, generalDiagnosticOption: ReportDiagnostic.Suppress, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly ConcurrentDictionary<string, Lazy<MetadataReference>> Known = new(StringComparer.Ordinal);

    /// <summary>Everything that the references have not got themselves. Projects that lack the same packages share it.</summary>
    public static MetadataReference For(IEnumerable<MetadataReference> references)
    {
        var empty = CSharpCompilation.Create(AssemblyName, references: references, options: Options);
        var present = string.Concat(Types.Select(type => empty.GetTypesByMetadataName(type).IsEmpty ? '0' : '1'));
        return Known.GetOrAdd(present, _ => new(() => Declare(empty))).Value;
    }

    private static MetadataReference Declare(CSharpCompilation empty)
    {
        var stubs = new StubSource(empty, isForTests: false);
        for (var attempt = 1; ; attempt++)
        {
            var tree = CSharpSyntaxTree.ParseText(stubs.Generate(), new CSharpParseOptions(LanguageVersion.Preview));
            using var image = new MemoryStream();
            var isLast = attempt == MaxAttempts;
            var emitted = empty.AddSyntaxTrees(tree).Emit(image, options: new EmitOptions(metadataOnly: true, tolerateErrors: isLast));
            if (emitted.Success || isLast)
                return MetadataReference.CreateFromImage(image.ToArray(), filePath: AssemblyName + ".dll");

            // What does not fit the versions that are there is left out.
            var lines = tree.GetText().Lines;
            foreach (var error in emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.IsInSource))
                stubs.Drop(lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString(), error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
