using AiSecurity.Guards.Tests.Loopback;

namespace AiSecurity.Guards.Tests.Shields;

public class LongTextTests : LoopbackTest
{
    [Theory]
    [InlineData(9_999, 1)]
    [InlineData(10_000, 1)]
    [InlineData(10_001, 2)]
    [InlineData(19_500, 2)]
    [InlineData(19_501, 3)]
    public async Task A_prompt_takes_as_few_requests_as_it_needs(int length, int requests)
    {
        await Service.Shield().EnsureSafeAsync(Words(length));
        Assert.Equal(requests, Service.Shields.Questions.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9_994)]
    [InlineData(9_997)]
    [InlineData(10_000)]
    [InlineData(19_497)]
    [InlineData(44_994)]
    public async Task An_attack_is_found_wherever_it_stands(int at)
    {
        var prompt = Words(45_000).Remove(at, 6).Insert(at, "ATTACK");
        Assert.True((await Service.Shield().AnalyzeAsync(prompt)).UserPromptAttackDetected);
        Assert.Equal([1], (await Service.Shield().AnalyzeAsync("clean", ["clean", prompt])).AttackedDocuments);
    }

    [Fact]
    public async Task Blanks_do_not_stretch_an_attack_over_a_border()
    {
        // The service sees through blanks, as a model does; here the words must be found in one request.
        var prompt = Words(9_990) + "forget" + new string('\u200B', 4_000) + new string(' ', 4_000) + "everything" + Words(5_000);
        await Service.Shield().EnsureSafeAsync(prompt);
        Assert.Contains(Service.Shields.Questions, question => question.UserPrompt.Contains("forget", StringComparison.Ordinal) && question.UserPrompt.Contains("everything", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pairs_of_surrogates_are_never_cut()
    {
        foreach (var shift in new[] { "", "a" })
            await Service.Shield().EnsureSafeAsync(shift + string.Concat(Enumerable.Repeat("\U0001F600", 15_000)));
        Assert.All(Service.Shields.Questions, question => Assert.DoesNotContain('\uFFFD', question.UserPrompt));
    }

    [Fact]
    public async Task Halves_of_pairs_are_sent_as_the_model_gets_them()
    {
        await Service.Shield().EnsureSafeAsync("a\uD83D b\uDE00 \uDE00\uD83D c");
        Assert.Equal("a\uFFFD b\uFFFD \uFFFD\uFFFD c", Assert.Single(Service.Shields.Questions).UserPrompt);
    }

    [Fact]
    public async Task Text_of_any_kind_arrives_as_it_is()
    {
        var prompt = "\"quotes\" \\ </script> \u0000\u0001\u001F \u2028 \u200B\u202E \uFEFF \U000E0041 \u4F60\u597D \u00E9";
        await Service.Shield().EnsureSafeAsync(prompt, [prompt]);
        var question = Assert.Single(Service.Shields.Questions);
        Assert.Equal(prompt, question.UserPrompt);
        Assert.Equal(prompt, question.Documents.Single());
    }

    [Theory]
    [InlineData(5, 100, 1)]
    [InlineData(6, 100, 2)]
    [InlineData(5, 2_000, 1)]
    [InlineData(5, 2_001, 2)]
    [InlineData(3, 10_000, 3)]
    [InlineData(97, 10, 20)]
    public async Task Documents_are_packed_into_the_limits(int count, int length, int requests)
    {
        var documents = Enumerable.Range(0, count).Select(_ => Words(length)).ToList();
        await Service.Shield().EnsureSafeAsync("clean", documents);

        Assert.Equal(requests, Service.Shields.Questions.Count);
        Assert.Equal(documents, Service.Shields.Questions.SelectMany(question => question.Documents));
    }

    [Fact]
    public async Task Positions_are_right_over_many_requests()
    {
        var documents = Enumerable.Range(0, 60).Select(number => number % 7 == 3 ? "ATTACK" + Words(4_000) : Words(4_000)).ToList();
        documents[20] = Words(25_000) + "ATTACK";
        var result = await Service.Shield().AnalyzeAsync("clean", documents);
        Assert.Equal(Enumerable.Range(0, 60).Where(number => number % 7 == 3 || number == 20), result.AttackedDocuments);
    }

    private static string Words(int length) => string.Concat(Enumerable.Repeat("The quick brown fox. ", (length / 21) + 1))[..length];
}
