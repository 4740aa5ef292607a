using System.Text.RegularExpressions;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>Words in test sources that stand for a key, so that none has to be written out.</summary>
internal static class KeyWords
{
    private static readonly Dictionary<string, string> Keys = new()
    {
        ["HEX"] = FakeKeys.Hex,
        ["OTHER"] = FakeKeys.OtherHex,
        ["HALF1"] = FakeKeys.Hex[..16],
        ["HALF2"] = FakeKeys.Hex[16..],
        ["AZURE"] = FakeKeys.Azure,
        ["SEARCH"] = FakeKeys.Search,
        ["PROJECT"] = FakeKeys.OpenAIProject,
        ["SERVICE"] = FakeKeys.OpenAIService,
        ["ADMIN"] = FakeKeys.OpenAIAdmin,
        ["ANTHROPIC"] = FakeKeys.Anthropic,
        ["HUGGING"] = FakeKeys.HuggingFace,
        ["SECRET"] = FakeKeys.ClientSecret,
    };

    public static string Expand(string source) =>
        Regex.Replace(source, "(?<![A-Za-z_])(HEX|OTHER|HALF1|HALF2|AZURE|SEARCH|PROJECT|SERVICE|ADMIN|ANTHROPIC|HUGGING|SECRET)(?![A-Za-z_])|HALF1(?=HALF2)|(?<=HALF1)HALF2", match => Keys[match.Value]);
}
