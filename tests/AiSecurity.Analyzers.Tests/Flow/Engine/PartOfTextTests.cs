namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Who looks at a part of a text has not looked at the rest of it.</summary>
public class PartOfTextTests
{
    private const string Ask = "await client.GetResponseAsync(text);";
    private const string Reported = "await client.{|AISEC201:GetResponseAsync(text)|};";

    [Theory]
    [InlineData("shield of a range", "await Shield.EnsureSafeAsync(text[..10]); " + Reported)]
    [InlineData("shield of a substring", "await Shield.EnsureSafeAsync(text.Substring(0, 10)); " + Reported)]
    [InlineData("shield of a part in a local", "var head = text.Substring(0, 10); await Shield.EnsureSafeAsync(head); " + Reported)]
    [InlineData("shield of one line", "await Shield.EnsureSafeAsync(text.Split('\\n')[0]); " + Reported)]
    [InlineData("answer about a part", "if ((await Shield.AnalyzeAsync(text[..10])).IsAttack) return; " + Reported)]
    [InlineData("first word compared", "if (text.Split(' ')[0] != \"weather\") return; " + Reported)]
    [InlineData("first word in a local compared", "var first = text.Split(' ')[0]; if (first != \"weather\") return; " + Reported)]
    [InlineData("first word in a local in a set", "var first = text.Split(' ')[0]; if (!Allowed.Contains(first)) return; " + Reported)]
    [InlineData("beginning in a local compared", "var head = text[..7]; if (head != \"weather\") return; " + Reported)]
    [InlineData("end of it", "if (!text.EndsWith(\"weather\")) return; " + Reported)]
    [InlineData("length in a set of lengths", "if (text.Length is not (3 or 4)) return; " + Reported)]
    public Task Guards_nothing(string name, string body) => VerifyAsync(name, body);

    [Theory]
    [InlineData("shield of the trimmed text", "await Shield.EnsureSafeAsync(text.Trim()); " + Ask)]
    [InlineData("shield of more", "await Shield.EnsureSafeAsync(\"Question: \" + text); " + Ask)]
    [InlineData("shield of what is sent", "var head = text[..10]; await Shield.EnsureSafeAsync(head); await client.GetResponseAsync(head);")]
    [InlineData("shield of what is sent over the same variable", "text = text[..10]; await Shield.EnsureSafeAsync(text); " + Ask)]
    [InlineData("part of what was shielded", "await Shield.EnsureSafeAsync(text); await client.GetResponseAsync(text[..10]);")]
    [InlineData("first word compared and sent", "var first = text.Split(' ')[0]; if (first != \"weather\") return; await client.GetResponseAsync(first);")]
    [InlineData("first word in a set and sent", "var first = text.Split(' ')[0]; if (!Allowed.Contains(first)) return; await client.GetResponseAsync(first);")]
    [InlineData("trimmed text compared", "if (text.Trim() != \"weather\") return; " + Ask)]
    public Task Guards(string name, string body) => VerifyAsync(name, body);

    private static Task VerifyAsync(string name, string body)
    {
        _ = name;
        return Shields.VerifyAsync(body);
    }
}
