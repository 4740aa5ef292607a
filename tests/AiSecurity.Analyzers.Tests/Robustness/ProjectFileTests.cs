using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Settings.Files;
using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.Robustness.Mutating;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>What stands beside the code in a project: catalogs, settings files and options, valid and not.</summary>
public class ProjectFileTests
{
    private const int Seed = 20261126;

    private static readonly FuzzOptions Options = new(Seed, Mutants: 0, MutantsOfFindings: 0);

    [Fact]
    public void Every_catalog_can_be_read()
    {
        var random = new Random(Seed);
        var rows = 0;
        for (var number = 0; number < 200; number++)
        {
            var text = CatalogText.Next(random);
            var (parsed, errors) = CatalogParser.Parse(text);
            rows += parsed.Length;
            var lines = SourceText.From(text).Lines.Count;
            Assert.All(errors, error => Assert.InRange(error.Line, 0, lines - 1));
            if (number % 20 == 0)
                Assert.NotNull(AiCatalog.BuiltIn.With(parsed));
        }

        Assert.True(rows > 1_000);
    }

    /// <summary>A guess for each of so many lines would take longer than the compiler.</summary>
    [Fact]
    public void A_guess_is_made_for_the_first_mistakes_only()
    {
        var (_, errors) = CatalogParser.Parse(string.Concat(Enumerable.Repeat("clientt T:A.B\n", 1_000)));
        Assert.Equal(1_000, errors.Length);
        Assert.Equal(50, errors.Count(error => error.Reason.Contains("did you mean 'client'?", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_settings_file_can_be_read()
    {
        var random = new Random(Seed);
        var values = 0;
        for (var number = 0; number < 1_000; number++)
        {
            var (path, text) = SettingsText.Next(random);
            var file = SettingsFile.Read(new GivenFile(path, text), CancellationToken.None);
            foreach (var value in file?.Values ?? [])
            {
                values++;
                Assert.InRange(value.Span.End, value.Span.Start, text.Length);
                Assert.Equal(path, file!.LocationOf(value).GetLineSpan().Path);
            }
        }

        Assert.True(values > 1_000);
    }

    /// <summary>Each attribute of each row, with values that lack what rules take them apart at.</summary>
    [Theory]
    [InlineData(".")]
    [InlineData(":")]
    [InlineData("x")]
    [InlineData("x.")]
    [InlineData("T:x")]
    [InlineData(",")]
    [InlineData(null)]
    public async Task Every_rule_survives_any_value_of_an_attribute(string? value)
    {
        var files = DonorPool.Corpus();
        // Longer files are not read.
        var catalogs = CatalogText.WithValue(value).Chunk(2_000).Select(static (lines, number) => new GivenFile($"/0/{number}.aisecurity.txt", string.Join('\n', lines)));
        var inputs = files.Select(file => new FuzzInput(file.Name, file.Text) { Files = file == files[0] ? [.. catalogs] : [] }).ToList();
        var (diagnostics, failure) = await FuzzRun.AnalyzeAsync(inputs, CancellationToken.None);
        Assert.True(failure is null, $"{failure}");
        Assert.NotEmpty(diagnostics);
    }

    [Fact]
    public async Task Every_rule_survives_them()
    {
        var random = new Random(Seed);
        var files = DonorPool.Corpus();
        for (var number = 0; number < 20; number++)
        {
            var file = files.Pick(random);
            var settings = Enumerable.Range(0, number % 3).Select(_ => SettingsText.Next(random)).Select(given => new GivenFile(given.Path, given.Text));
            var catalog = new GivenFile("/0/Own.aisecurity.txt", CatalogText.Next(random));
            var input = new FuzzInput(FormattableString.Invariant($"{number} of seed {Seed}: {file.Name}"), file.Text) { Files = [.. settings, catalog], Options = OptionsText.Next(random) };
            if ((await FuzzRun.RunAsync([input], Options.For(number % 4)))[0].Failure is { } failure)
                Assert.Fail((await Minimizer.MinimizeAsync(failure, Options)).ToString());
        }
    }
}
