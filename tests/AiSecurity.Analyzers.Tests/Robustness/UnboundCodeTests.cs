using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using static AiSecurity.Analyzers.Tests.Robustness.ModelCode;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Half-typed code on which Roslyn itself throws when it is asked for operations: what an analyzer asks for must not end it.</summary>
public class UnboundCodeTests
{
    [Theory]
    [InlineData("client.GetResponseAsync(missing = $\"{text} and {number}\", 1, 2, 3);")]
    [InlineData("Missing(missing = $\"{text}\");")]
    [InlineData("text = Missing($\"{text}\", missing = $\"{text}\");")]
    [InlineData("client.GetResponseAsync($\"{text}\" = $\"{text}\");")]
    [InlineData("text.Trim(other = $\"{text, out var map) ? map : text); map }\n= text.Trim()")]
    public async Task Is_passed_over(string statement)
    {
        var (_, failure) = await FuzzRun.AnalyzeAsync([new FuzzInput("half-typed", Endpoint("await client.GetResponseAsync(text); " + statement))], CancellationToken.None);
        Assert.True(failure is null, failure?.Detail);
    }
}
