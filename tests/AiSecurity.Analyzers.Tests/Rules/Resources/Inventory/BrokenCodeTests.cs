using AiSecurity.Analyzers.Tests.WholeAssembly;

namespace AiSecurity.Analyzers.Tests.Rules.Resources.Inventory;

/// <summary>AISEC505 in code that does not compile, or without all of its packages.</summary>
public class BrokenCodeTests
{
    public static TheoryData<string> Broken => Everything.CorpusFiles("Broken");

    /// <summary>The other tests of robustness leave out what is off by default.</summary>
    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Survives(string file) => await Notes.OfAsync(Everything.ReadCorpus("Broken", file));

    [Fact]
    public async Task Names_decide_where_a_library_is_missing() => Assert.Equal(
        [
            "kind=model; name=gpt-4o; sdk=OpenAI; credential=unknown; model=gpt-4o",
            "kind=agent; name=Writer; sdk=Microsoft.Agents.AI.OpenAI; credential=unknown; model=gpt-4o",
        ],
        await Notes.OfAsync("""
            using OpenAI.Chat;
            class C { object M() => missing.GetChatClient("gpt-4o").AsAIAgent(name: "Writer"); }
            """));

    [Fact]
    public async Task Names_say_nothing_where_a_file_names_no_library() =>
        Assert.Empty(await Notes.OfAsync("""class C { object M() => missing.GetChatClient("gpt-4o").AsAIAgent(name: "Writer"); object N() => missing.GetCollection("a"); }"""));

    [Theory]
    [InlineData("""object M() => missing.GetCollection<int, string>("articles");""", "kind=data-source; name=articles; sdk=Microsoft.Extensions.VectorData.Abstractions; credential=unknown")]
    [InlineData("""object M() => Missing.GetCollection<int, string>("articles");""", null)]
    [InlineData("""object M() => missing.GetCollection<int, string>("articles", null);""", "kind=data-source; sdk=Microsoft.Extensions.VectorData.Abstractions; credential=unknown")]
    public async Task What_is_called_and_how_decides_too(string members, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], await Notes.OfAsync("using Microsoft.Extensions.VectorData;\nclass C { " + members + " }"));

    [Fact]
    public async Task What_an_agent_is_told_is_no_name() => Assert.Equal(
        ["kind=agent; sdk=Microsoft.Agents.AI.OpenAI; credential=unknown"],
        await Notes.OfAsync("""
            using OpenAI.Chat; using OpenAI.Responses;
            class C { object M() => missing.AsAIAgent("You write letters."); }
            """));

    [Fact]
    public async Task Half_a_call_is_a_note_already() => Assert.Equal(
        ["kind=agent; name=Writer; sdk=Microsoft.Agents.AI; credential=unknown"],
        await Notes.OfAsync("""
            using Microsoft.Agents.AI; using Microsoft.Extensions.AI;
            class C { object M(IChatClient client) => client.AsAIAgent(name: "Writer", tools: ); }
            """));
}
