using AiSecurity.Guards.Tests.Loopback;

namespace AiSecurity.Guards.Tests.Shields;

public class PromptShieldTests : LoopbackTest
{
    [Fact]
    public async Task What_is_clean_passes()
    {
        var result = await Service.Shield().AnalyzeAsync("What is in stock?", ["a list", "another"]);

        Assert.False(result.AttackDetected);
        Assert.False(result.UserPromptAttackDetected);
        Assert.Empty(result.AttackedDocuments);
        var question = Assert.Single(Service.Shields.Questions);
        Assert.Equal("What is in stock?", question.UserPrompt);
        Assert.Equal(["a list", "another"], question.Documents);
    }

    [Fact]
    public async Task An_attack_in_the_prompt_is_one()
    {
        var result = await Service.Shield().AnalyzeAsync("Please ATTACK");

        Assert.True(result.AttackDetected);
        Assert.True(result.UserPromptAttackDetected);
        Assert.Empty(result.AttackedDocuments);
    }

    [Fact]
    public async Task An_attack_in_documents_says_in_which()
    {
        var result = await Service.Shield().AnalyzeAsync("Sum up", ["one", "ATTACK two", "three", "four ATTACK"]);

        Assert.True(result.AttackDetected);
        Assert.False(result.UserPromptAttackDetected);
        Assert.Equal([1, 3], result.AttackedDocuments);
    }

    [Fact]
    public async Task To_ensure_throws_on_an_attack_and_tells_nothing_of_it()
    {
        var exception = await Assert.ThrowsAsync<PromptAttackException>(() => Service.Shield().EnsureSafeAsync("my secret word ATTACK", ["a hidden ATTACK"]));

        Assert.True(exception.Result.UserPromptAttackDetected);
        Assert.Equal([0], exception.Result.AttackedDocuments);
        AssertSaysNothingOf(exception, "secret", "hidden", "ATTACK");
    }

    [Fact]
    public async Task To_ensure_returns_when_all_is_clean()
    {
        await Service.Shield().EnsureSafeAsync("clean", CancellationToken.None);
        await Service.Shield().EnsureSafeAsync("clean", ["clean"]);

        Assert.Equal(2, Service.Shields.Questions.Count);
    }

    [Fact]
    public async Task Documents_alone_are_screened()
    {
        var exception = await Assert.ThrowsAsync<PromptAttackException>(() => Service.Shield().EnsureSafeAsync("", documents: ["ATTACK"]));
        Assert.Equal([0], exception.Result.AttackedDocuments);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0\u2003")]
    public async Task Blank_texts_are_not_sent(string blank)
    {
        var result = await Service.Shield().AnalyzeAsync(blank, [blank]);

        Assert.False(result.AttackDetected);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task Blank_documents_do_not_move_the_others()
    {
        var result = await Service.Shield().AnalyzeAsync("clean", ["", " ", "ATTACK"]);
        Assert.Equal([2], result.AttackedDocuments);
    }

    [Fact]
    public async Task Null_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("userPrompt", () => Service.Shield().AnalyzeAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>("documents", () => Service.Shield().AnalyzeAsync("a", [null!]));
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task Too_much_text_is_not_screened_and_so_does_not_pass()
    {
        var shield = Service.Shield(options => options.MaxTextLength = 100);

        await shield.EnsureSafeAsync(new string('a', 50), [new string('b', 50)]);
        var exception = await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => shield.EnsureSafeAsync(new string('a', 50), [new string('b', 51)]));
        Assert.Equal(GuardFailureReason.TooLarge, exception.Reason);
        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task Nobody_makes_a_call_cost_what_they_like_with_short_documents()
    {
        var exception = await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => Service.Shield().EnsureSafeAsync("clean", Enumerable.Repeat("a", 1_001)));
        Assert.Equal(GuardFailureReason.TooLarge, exception.Reason);
        Assert.Empty(Service.Requests);
    }

    [Theory]
    [InlineData("/api/projects/shop")]
    [InlineData("/openai/v1/")]
    public async Task The_address_of_a_Foundry_project_leads_to_its_resource(string path)
    {
        var shield = Service.Shield(options => options.Endpoint = new Uri(Service.Endpoint, path));
        await shield.EnsureSafeAsync("clean");
        Assert.Equal(["POST /contentsafety/text:shieldPrompt?api-version=2024-09-01"], Service.Requests);
    }

    [Fact]
    public async Task A_gateway_may_have_a_path_of_its_own()
    {
        var shield = Service.Shield(options => options.Endpoint = new Uri(Service.Endpoint, "/gateway/"));
        await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => shield.EnsureSafeAsync("clean"));
        Assert.Equal(["POST /gateway/contentsafety/text:shieldPrompt?api-version=2024-09-01"], Service.Requests);
    }

    [Fact]
    public async Task The_token_is_for_Cognitive_Services_and_is_kept()
    {
        var shield = Service.Shield();
        for (var call = 0; call < 5; call++)
            await shield.EnsureSafeAsync("clean");
        Assert.Equal(1, Service.Credential.Count);
    }

    [Fact]
    public async Task Stand_ins_are_possible()
    {
        var shield = new AlwaysAttack();
        await Assert.ThrowsAsync<PromptAttackException>(() => shield.EnsureSafeAsync("anything", CancellationToken.None));
    }

    private sealed class AlwaysAttack : PromptShield
    {
        public override Task<PromptShieldResult> AnalyzeAsync(string userPrompt, IEnumerable<string>? documents = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new PromptShieldResult(true));
    }
}
