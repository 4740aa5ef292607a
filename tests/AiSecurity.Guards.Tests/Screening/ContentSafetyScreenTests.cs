using AiSecurity.Guards.Tests.Loopback;

namespace AiSecurity.Guards.Tests.Screening;

public class ContentSafetyScreenTests : LoopbackTest
{
    public static TheoryData<string, string> WrongAnswers => new()
    {
        { "empty", "{}" },
        { "no categories", """{"categoriesAnalysis":[]}""" },
        { "null", """{"categoriesAnalysis":null}""" },
        { "one is missing", """{"categoriesAnalysis":[{"category":"Hate","severity":0},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0}]}""" },
        { "no severity", """{"categoriesAnalysis":[{"category":"Hate"},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0},{"category":"Violence","severity":0}]}""" },
        { "severity null", """{"categoriesAnalysis":[{"category":"Hate","severity":null},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0},{"category":"Violence","severity":0}]}""" },
        { "severity a text", """{"categoriesAnalysis":[{"category":"Hate","severity":"0"},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0},{"category":"Violence","severity":0}]}""" },
        { "severity below zero", """{"categoriesAnalysis":[{"category":"Hate","severity":-1},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0},{"category":"Violence","severity":0}]}""" },
        { "severity a fraction", """{"categoriesAnalysis":[{"category":"Hate","severity":0.5},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0},{"category":"Violence","severity":0}]}""" },
        { "a category twice", """{"categoriesAnalysis":[{"category":"Hate","severity":6},{"category":"Hate","severity":0},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0},{"category":"Violence","severity":0}]}""" },
        { "another category", """{"categoriesAnalysis":[{"category":"Other","severity":0},{"category":"Hate","severity":0},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0},{"category":"Violence","severity":0}]}""" },
        { "severity twice", """{"categoriesAnalysis":[{"category":"Hate","severity":6,"severity":0},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0},{"category":"Violence","severity":0}]}""" },
        { "match without a name", """{"blocklistsMatch":[{}],"categoriesAnalysis":[{"category":"Hate","severity":0},{"category":"SelfHarm","severity":0},{"category":"Sexual","severity":0},{"category":"Violence","severity":0}]}""" },
        { "no JSON", "fine" },
    };

    [Fact]
    public async Task What_is_harmless_is_safe()
    {
        var result = await Service.ContentSafety().AnalyzeAsync("An answer. HATE-2");
        Assert.True(result.IsSafe);
        Assert.Equal(2, result.Hate);
        Assert.Equal(0, result.Violence);
        Assert.Empty(result.MatchedBlocklists);
    }

    [Theory]
    [InlineData("HATE-4")]
    [InlineData("SELFHARM-4")]
    [InlineData("SEXUAL-6")]
    [InlineData("VIOLENCE-4")]
    public async Task What_is_harmful_is_not(string text)
    {
        Assert.False((await Service.ContentSafety().AnalyzeAsync(text)).IsSafe);
        var exception = await Assert.ThrowsAsync<UnsafeContentException>(() => Service.ContentSafety().EnsureSafeAsync("own words " + text));
        Assert.False(exception.Result.IsSafe);
        AssertSaysNothingOf(exception, "own words");
    }

    [Theory]
    [InlineData(2, "VIOLENCE-2", false)]
    [InlineData(6, "VIOLENCE-4", true)]
    [InlineData(7, "VIOLENCE-6", true)]
    public async Task Thresholds_are_the_applications(int threshold, string text, bool isSafe) =>
        Assert.Equal(isSafe, (await Service.ContentSafety(options => options.ViolenceThreshold = threshold).AnalyzeAsync(text)).IsSafe);

    [Fact]
    public async Task A_term_of_a_blocklist_is_unsafe()
    {
        var screen = Service.ContentSafety(options => options.BlocklistNames.Add("terms"));
        var result = await screen.AnalyzeAsync("a TERM");
        Assert.False(result.IsSafe);
        Assert.Equal(["terms"], result.MatchedBlocklists);
        Assert.True((await screen.AnalyzeAsync("a word")).IsSafe);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("a/b")]
    public void Names_of_blocklists_are_judged(string name) => Assert.Throws<ArgumentException>(() => Service.ContentSafety(options => options.BlocklistNames.Add(name)));

    [Fact]
    public async Task The_worst_piece_of_a_long_text_counts()
    {
        var result = await Service.ContentSafety().AnalyzeAsync(new string('a', 12_000) + " HATE-2 " + new string('b', 12_000) + " HATE-6");
        Assert.Equal(6, result.Hate);
        Assert.False(result.IsSafe);
        Assert.True(Service.Screen.Texts.Count >= 3);
    }

    [Fact]
    public async Task An_empty_text_is_safe_and_not_sent()
    {
        Assert.True((await Service.ContentSafety().AnalyzeAsync(" ")).IsSafe);
        Assert.Empty(Service.Requests);
    }

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task Every_answer_that_is_not_what_the_contract_says(string name, string body)
    {
        Service.Fault = async context =>
        {
            await context.AnswerJsonAsync(body);
            return true;
        };
        var exception = await Assert.ThrowsAsync<ContentSafetyUnavailableException>(() => Service.ContentSafety().EnsureSafeAsync("own words"));
        Assert.True(exception.Reason == GuardFailureReason.InvalidAnswer, name);
        AssertSaysNothingOf(exception, "own words");
    }

    [Theory]
    [InlineData(401, GuardFailureReason.Unauthorized)]
    [InlineData(429, GuardFailureReason.Throttled)]
    [InlineData(503, GuardFailureReason.UnexpectedStatus)]
    public async Task Every_other_status(int status, GuardFailureReason reason)
    {
        Service.Fault = async context =>
        {
            await context.AnswerErrorAsync(status, "Code");
            return true;
        };
        var exception = await Assert.ThrowsAsync<ContentSafetyUnavailableException>(() => Service.ContentSafety().EnsureSafeAsync("own words"));
        Assert.Equal(reason, exception.Reason);
        AssertSaysNothingOf(exception, "own words");
    }

    [Fact]
    public async Task Too_long_a_text_does_not_pass() =>
        Assert.Equal(GuardFailureReason.TooLarge, (await Assert.ThrowsAsync<ContentSafetyUnavailableException>(() => Service.ContentSafety(options => options.MaxTextLength = 10).EnsureSafeAsync("eleven char"))).Reason);
}
