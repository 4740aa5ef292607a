using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.KeySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.HardCodedKeyAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC102: keys that show by their format, wherever they stand.</summary>
public class KeyFormatTests
{
    public static TheoryData<string> Known =>
    [
        FakeKeys.Azure, FakeKeys.Search, FakeKeys.OpenAIProject, FakeKeys.OpenAIService, FakeKeys.OpenAIAdmin, FakeKeys.Anthropic, FakeKeys.HuggingFace,
        "Bearer " + FakeKeys.OpenAIProject, "Endpoint=https://contoso.openai.azure.com/;Key=" + FakeKeys.Azure, "{\"key\":\"" + FakeKeys.Azure + "\"}",
        "https://contoso.search.windows.net/?api-key=" + FakeKeys.Search + "&x=1", " " + FakeKeys.HuggingFace + "\n",
    ];

    public static TheoryData<string> NearMisses =>
    [
        "", "a", FakeKeys.Hex, "sk-proj-", "hf_", "sk-ant-...",
        FakeKeys.Azure[1..], FakeKeys.Azure + "a", "a" + FakeKeys.Azure, FakeKeys.Azure[..83],
        FakeKeys.Azure.Replace("JQQJ99", "JQQJ98", StringComparison.Ordinal), FakeKeys.Azure.Replace("ACOG", "ACOH", StringComparison.Ordinal),
        new string('x', 84), new string('x', 52) + "JQQJ99" + new string('x', 18) + "ACOG" + "xxxx",
        FakeKeys.Search[1..], FakeKeys.Search + "a", FakeKeys.Search.Replace("AzSe", "AzSa", StringComparison.Ordinal),
        FakeKeys.OpenAIProject.Replace("T3BlbkFJ", "T3BlbkFK", StringComparison.Ordinal), FakeKeys.OpenAIProject[3..],
        "sk-proj-" + new string('x', 74) + "T3BlbkFJ" + new string('x', 74),
        "task-proj-" + FakeKeys.Hex + FakeKeys.OtherHex, FakeKeys.Anthropic[..40], "sk-ant-" + new string('x', 90),
        FakeKeys.HuggingFace[..36], FakeKeys.HuggingFace + "a", "hf_" + new string('x', 34),
        "d41d8cd98f00b204e9800998ecf8427e", new string('a', 200_000), new string('-', 84),
    ];

    [Theory]
    [MemberData(nameof(Known))]
    public void Is_known(string text) => Assert.True(KeyFormat.IsIn(text));

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void Is_not_known(string text) => Assert.False(KeyFormat.IsIn(text));

    [Theory]
    [InlineData("""string Text => [|"AZURE"|];""")]
    [InlineData("""string Text => [|"SEARCH"|];""")]
    [InlineData("""string Text => [|"PROJECT"|];""")]
    [InlineData("""string Text => [|"SERVICE"|];""")]
    [InlineData("""string Text => [|"ADMIN"|];""")]
    [InlineData("""string Text => [|"ANTHROPIC"|];""")]
    [InlineData("""string Text => [|"HUGGING"|];""")]
    [InlineData("""const string Text = [|"AZURE"|];""")]
    [InlineData("""static readonly string[] Texts = ["a", [|"AZURE"|]];""")]
    [InlineData("""void M() => Console.WriteLine([|"PROJECT"|]);""")]
    [InlineData("""void M() => Console.WriteLine([|"key: AZURE"|]);""")]
    [InlineData("""void M() => Console.WriteLine($"{key}[| is AZURE|]");""")]
    [InlineData("""bool M() => key == [|"PROJECT"|];""")]
    [InlineData("""bool M() => key is [|"PROJECT"|];""")]
    [InlineData("""int M() => key switch { [|"PROJECT"|] => 1, _ => 0 };""")]
    [InlineData("""void M(string text = [|"HUGGING"|]) { }""")]
    [InlineData("""Dictionary<string, string> M() => new() { ["key"] = [|"AZURE"|] };""")]
    [InlineData("""string Text => [|@"AZURE"|];""")]
    [InlineData(""""string Text => [|"""AZURE"""|];"""")]
    [InlineData("""string Text => [|"sk-" + "proj-Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7cDe0fGh3i" + "T3BlbkFJ" + "Gh7iJk0lMn3oPq6rSt9uVw2xYz5aBc8dEf1gHi4jKl"|];""")]
    public Task A_known_format_is_reported_wherever_it_stands(string member) => Verify.VerifyAsync(KeyWords.Expand(Members(member)), SdkSet.Stubs);

    [Fact]
    public Task A_known_format_is_reported_once_when_it_reaches_a_sink() =>
        Verify.VerifyAsync(KeyWords.Expand(Members("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|"AZURE"|]));""")), SdkSet.Stubs);

    [Fact]
    public Task Loopback_does_not_excuse_a_real_key() => Verify.VerifyAsync(
        KeyWords.Expand(Members("""object M() => new OpenAIClient(new ApiKeyCredential([|"PROJECT"|]), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:1234/v1") });""")), SdkSet.Stubs);

    [Theory]
    [InlineData("""// AZURE""")]
    [InlineData("""/// <summary>PROJECT</summary>""")]
    [InlineData("""string Text => nameof(C);""")]
    [InlineData("""string Text => "HEX";""")]
    [InlineData("""string Text => "sk-proj-****************************************************************";""")]
    public Task Comments_and_other_texts_are_not(string member) => Verify.VerifyAsync(KeyWords.Expand(Members(member)), SdkSet.Stubs);

    [Fact]
    public Task Without_AI_references_nothing_is_looked_at() => Verify.VerifyAsync(KeyWords.Expand("""class C { string Text => "AZURE"; }"""), SdkSet.Bare);

    [Fact]
    public Task Generated_code_is_not_looked_at() => Verify.VerifyAsync("class C { }", SdkSet.Stubs, test => test.AddSource("/0/Keys.g.cs", KeyWords.Expand("""class Keys { string Text => "AZURE"; }""")));

    /// <summary>Any string literal, and constants are folded.</summary>
    [Theory]
    [InlineData("""[System.ComponentModel.Description([|"PROJECT"|])] void M() { }""")]
    [InlineData("""ReadOnlySpan<byte> Text => [|"PROJECT"u8|];""")]
    [InlineData("""string M() => "key of " + key + [|" is PROJECT"|];""")]
    [InlineData("""string M() => key + [|"PROJECT"|];""")]
    [InlineData("""string M() => [|"PROJECT"|] + key;""")]
    [InlineData("""const string Half = "sk-proj-Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7cDe0fGh3i"; string Text => [|Half + "T3BlbkFJGh7iJk0lMn3oPq6rSt9uVw2xYz5aBc8dEf1gHi4jKl"|];""")]
    [InlineData("""const string Half = "sk-proj-Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7cDe0fGh3i"; const string Text = [|$"{Half}T3BlbkFJGh7iJk0lMn3oPq6rSt9uVw2xYz5aBc8dEf1gHi4jKl"|];""")]
    public Task A_known_format_in_unusual_places(string member) => Verify.VerifyAsync(KeyWords.Expand(Members(member)), SdkSet.Stubs);
}
