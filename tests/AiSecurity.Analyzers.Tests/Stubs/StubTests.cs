using AiSecurity.Analyzers.Tests.Verification;
using AiSecurity.Cli.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.Stubs;

public class StubTests
{
    /// <summary>Facts that the stubs do not declare, and why.</summary>
    private static readonly Dictionary<string, string> KnownGaps = new(StringComparer.Ordinal)
    {
        ["M:Microsoft.SemanticKernel.Planning.Handlebars.HandlebarsPlannerErrorCodes.#ctor"] = "the type is an enum",
    };

    [Fact]
    public void Nothing_is_left_out_that_is_not_listed()
    {
        Assert.Empty(StubReferences.Stubs.Generator.Skipped.Where(pair => !KnownGaps.ContainsKey(pair.Key)).Select(pair => pair.Key + ": " + pair.Value));
    }

    [Fact]
    public void Every_fact_of_a_stubbed_package_resolves()
    {
        var compilation = CSharpCompilation.Create("Facts", references: SdkReferences.Stubs);
        var missing = StubReferences.Stubs.Generator.Facts
            .Where(fact => !KnownGaps.ContainsKey(fact.DocId!) && DocumentationCommentId.GetFirstSymbolForDeclarationId(fact.DocId!, compilation) is null)
            .Select(fact => $"{fact.Package}: {fact.DocId} ({StubReferences.Stubs.Generator.Skipped.GetValueOrDefault(fact.DocId!, "?")})")
            .ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public void Source_is_the_same_every_time()
    {
        var empty = CSharpCompilation.Create("Facts", references: SdkReferences.Latest);
        Assert.Equal(new StubSource(empty, isForTests: true).Generate(), new StubSource(empty, isForTests: true).Generate());
    }

    /// <summary>For measuring by hand: leaves the stub assembly at the path that AISEC_WRITE_STUBS names.</summary>
    [Fact]
    public void Writes_the_assembly_on_request()
    {
        if (Environment.GetEnvironmentVariable("AISEC_WRITE_STUBS") is { Length: > 0 } path)
        {
            File.WriteAllBytes(path, [.. StubReferences.Stubs.Image]);
            File.WriteAllText(Path.ChangeExtension(path, ".cs"), StubReferences.Stubs.Source);
            File.WriteAllLines(Path.ChangeExtension(path, ".skipped.txt"), StubReferences.Stubs.Generator.Skipped.Select(pair => pair.Key + "\t" + pair.Value));
        }
    }
}
