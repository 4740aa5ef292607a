using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.Catalog;

/// <summary>Every row means something: in each version of its package that a set holds, or in the stubs.</summary>
public class CatalogResolutionTests
{
    /// <summary>Assemblies that hold the types of a package of another name.</summary>
    private static readonly ImmutableDictionary<string, string> AssemblyOfPackage = ImmutableDictionary<string, string>.Empty
        .Add("Microsoft.Azure.CognitiveServices", "Microsoft.Azure.CognitiveServices.Vision.ComputerVision")
        .Add("Microsoft.Azure.Cosmos", "Microsoft.Azure.Cosmos.Client")
        .Add("Microsoft.ClearScript.Core", "ClearScript.Core")
        .Add("PdfPig", "UglyToad.PdfPig")
        .Add("pythonnet", "Python.Runtime")
        .Add("sqlite-net-pcl", "SQLite-net")
        .Add("SSH.NET", "Renci.SshNet")
        .Add("System.Data.SQLite.Core", "System.Data.SQLite");

    /// <summary>Settings whose endpoint the facts, and so the stubs, leave out; it is public in the packages.</summary>
    private static readonly ImmutableHashSet<string> EndpointsOutsideTheStubs =
    [
        "Aspire.Azure.AI.OpenAI.AzureOpenAISettings", "Aspire.Azure.AI.Inference.ChatCompletionsClientSettings", "Aspire.Azure.Search.Documents.AzureSearchSettings", "Aspire.OpenAI.OpenAISettings",
        "Microsoft.KernelMemory.AzureOpenAIConfig", "Microsoft.KernelMemory.AzureAISearchConfig", "Microsoft.KernelMemory.AzureAIDocIntelConfig", "Microsoft.KernelMemory.OpenAIConfig",
        "Microsoft.KernelMemory.Safety.AzureAIContentSafety.AzureAIContentSafetyConfig",
    ];

    private static readonly ImmutableArray<SdkSet> RealSets = [.. Enum.GetValues<SdkSet>().Where(set => set != SdkSet.Stubs)];

    private static readonly ImmutableDictionary<SdkSet, SdkCompilation> Compilations = Enum.GetValues<SdkSet>().ToImmutableDictionary(set => set, set => new SdkCompilation(set));

    /// <summary>The stubs, and on top of them tests/Signatures/Past, whose types may have the names of newer ones.</summary>
    private static readonly Lazy<RowResolution> PastCompilation = new(CompilePast);

    public static TheoryData<string> Files => [.. EmbeddedCatalog.Files.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_resolve_in_the_versions_that_they_speak_of_and_in_no_other(string file)
    {
        var wrong = new List<string>();
        foreach (var row in RowsOf(file))
        {
            foreach (var set in RealSets)
            {
                if (Compilations[set].VersionOf(row) is not { } version)
                    continue;

                var missing = Compilations[set].Resolution.Missing(row);
                if (version.IsWithin(row["since"], row["until"]))
                {
                    if (missing is not null)
                        wrong.Add($"{Describe(file, row)}: {missing} in {row.Package} {version} ({set})");
                }
                else if (missing is null)
                {
                    wrong.Add($"{Describe(file, row)}: is there in {row.Package} {version} ({set}) although since={row["since"]} until={row["until"]}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_way_to_Entra_is_there_in_the_versions_that_it_is_said_to_be(string file)
    {
        var wrong = new List<string>();
        foreach (var row in RowsOf(file).Where(row => row.Role == Role.Key))
        {
            foreach (var set in RealSets)
            {
                if (Compilations[set].VersionOf(row) is not { } version || !version.IsWithin(row["since"], row["until"]))
                    continue;

                var missing = Compilations[set].Resolution.MissingEntra(row);
                var expected = version.IsWithin(row["entra-since"], null);
                if (expected != missing is null)
                    wrong.Add($"{Describe(file, row)}: {missing ?? $"is there although entra-since={row["entra-since"]}"} in {row.Package} {version} ({set})");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_of_packages_that_cannot_be_restored_resolve_in_the_stubs(string file)
    {
        var stubs = Compilations[SdkSet.Stubs].Resolution;
        var wrong = RowsOf(file)
            .Where(row => RealSets.All(set => Compilations[set].VersionOf(row) is null))
            .Select(row => (row, missing: stubs.Missing(row) ?? stubs.MissingEntra(row)))
            .Where(pair => pair.missing is not null && !(pair.missing == "no endpoint Endpoint" && EndpointsOutsideTheStubs.Contains(pair.row.TypeName)))
            .Select(pair => $"{Describe(file, pair.row)}: {pair.missing}")
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_of_versions_that_no_set_holds_resolve_in_what_their_releases_declared(string file)
    {
        var past = PastCompilation.Value;
        var wrong = RowsOf(file)
            .Where(row => row["until"] is not null && RealSets.Any(set => Compilations[set].VersionOf(row) is not null))
            .Where(row => RealSets.All(set => Compilations[set].VersionOf(row) is not { } version || !version.IsWithin(row["since"], row["until"])))
            .Select(row => (row, missing: past.Missing(row) ?? past.MissingEntra(row)))
            .Where(pair => pair.missing is not null)
            .Select(pair => $"{Describe(file, pair.row)}: {pair.missing}")
            .ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_since_is_reached_by_a_set()
    {
        // A since= above every version at hand would be a claim that nothing checks.
        var unseen = EmbeddedCatalog.Rows
            .Where(entry => entry.Row["since"] is not null && entry.Row["until"] is null)
            .Where(entry => RealSets.Any(set => Compilations[set].VersionOf(entry.Row) is not null))
            .Where(entry => RealSets.All(set => Compilations[set].VersionOf(entry.Row) is not { } version || !version.IsWithin(entry.Row["since"], null)))
            .Select(entry => Describe(entry.File, entry.Row));
        Assert.Empty(unseen);
    }

    [Theory]
    [InlineData("1.0.0-beta.6", "1.0.0", -1)]
    [InlineData("1.0.0-beta.9", "1.0.0-beta.10", -1)]
    [InlineData("2.9.0-beta.1", "2.1.0", 1)]
    [InlineData("2.1", "2.1.0+5f3a", 0)]
    [InlineData("2.10.0", "2.9.9", 1)]
    public void Versions_are_ordered_as_NuGet_orders_them(string left, string right, int expected) =>
        Assert.Equal(expected, Math.Sign(PackageVersion.Parse(left).CompareTo(PackageVersion.Parse(right))));

    [Fact]
    public void The_sets_hold_the_versions_that_matter()
    {
        Assert.Equal(["2.1.0", "2.10.0", "2.13.0", "2.14.0", "2.15.0"], VersionsOf("OpenAI").Intersect(["2.1.0", "2.10.0", "2.13.0", "2.14.0", "2.15.0"]));
        Assert.Equal(["1.0.0-beta.6", "2.1.0", "2.9.0-beta.1"], VersionsOf("Azure.AI.OpenAI"));
    }

    private static RowResolution CompilePast()
    {
        var trees = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Signatures", "Past"), "*.cs").Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), TestSetup.ParseOptions, file));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: TestSetup.ExperimentalSuppressed);
        var compilation = CSharpCompilation.Create("Past", trees, SdkReferences.Stubs, options);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return new RowResolution(compilation);
    }

    private static IEnumerable<string> VersionsOf(string package) => RealSets
        .Select(set => Compilations[set].VersionOf(package))
        .OfType<PackageVersion>()
        .Distinct()
        .Order()
        .Select(version => version.Number.ToString(3) + (version.Label.Length == 0 ? "" : "-" + version.Label));

    private static IEnumerable<CatalogRow> RowsOf(string file) => EmbeddedCatalog.Rows.Where(entry => entry.File == file && entry.Row.Member[1] == ':').Select(entry => entry.Row);

    private static string Describe(string file, CatalogRow row) => $"{file}({row.Line + 1}) {row.Member} from={row["from"]}";

    private sealed class SdkCompilation(SdkSet set)
    {
        private readonly Lazy<CSharpCompilation> _compilation = new(() => CSharpCompilation.Create("Rows", references: SdkReferences.Of(set)));
        private readonly Dictionary<string, PackageVersion?> _versions = [];
        private RowResolution? _resolution;

        public RowResolution Resolution => _resolution ??= new RowResolution(_compilation.Value);

        public PackageVersion? VersionOf(CatalogRow row) => VersionOf(row.Package);

        public PackageVersion? VersionOf(string package)
        {
            if (!_versions.TryGetValue(package, out var version))
                _versions.Add(package, version = Read(AssemblyOfPackage.GetValueOrDefault(package, package)));
            return version;
        }

        private PackageVersion? Read(string assemblyName)
        {
            var assembly = _compilation.Value.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Name == assemblyName);
            var text = assembly?.GetAttributes()
                .FirstOrDefault(attribute => attribute.AttributeClass?.Name == nameof(System.Reflection.AssemblyInformationalVersionAttribute))?
                .ConstructorArguments[0].Value as string;
            return assembly is null ? null : PackageVersion.Parse(text ?? assembly.Identity.Version.ToString());
        }
    }
}
