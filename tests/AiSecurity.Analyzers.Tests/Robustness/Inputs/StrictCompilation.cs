using System.Collections.Immutable;
using AiSecurity.Analyzers.Tests.Verification;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Tests.Robustness.Inputs;

/// <summary>Code beside everything that tests compile against, with every rule switched on, those too that are off by default.</summary>
internal static class StrictCompilation
{
    private static readonly CSharpCompilationOptions Library = new(
        OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: TestSetup.ExperimentalSuppressed.SetItems(AllOn()));

    private static readonly CSharpCompilationOptions Program = Library.WithOutputKind(OutputKind.ConsoleApplication);

    /// <summary>Shared, so that the references are bound once.</summary>
    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create(
        "Fuzz", [CSharpSyntaxTree.ParseText(TestSetup.GlobalUsings, TestSetup.ParseOptions, "GlobalUsings.g.cs")], SdkReferences.Stubs, Library));

    public static CSharpCompilation Of(params IEnumerable<string> sources)
    {
        var trees = sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, TestSetup.ParseOptions, PathOf(index))).ToList();
        return Empty.Value.AddSyntaxTrees(trees).WithOptions(OptionsOf(trees));
    }

    /// <summary>Where the file with that number stands.</summary>
    public static string PathOf(int index) => FormattableString.Invariant($"/0/Test{index}.cs");

    public static CSharpCompilationOptions OptionsOf(params IEnumerable<SyntaxTree> trees) =>
        trees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement)) ? Program : Library;

    private static Dictionary<string, ReportDiagnostic> AllOn() =>
        Everything.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Distinct().ToDictionary(id => id, _ => ReportDiagnostic.Warn);
}
