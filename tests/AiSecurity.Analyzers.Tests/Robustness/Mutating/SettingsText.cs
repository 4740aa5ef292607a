using System.Globalization;
using System.Text;

namespace AiSecurity.Analyzers.Tests.Robustness.Mutating;

/// <summary>Settings files: as somebody writes them, with an error somewhere, too deep, and too large.</summary>
internal static class SettingsText
{
    private const string Special = "{}[]\",:\\/<>&=!-\0\uFEFF\n'#";

    private static readonly string[] Names = ["AzureOpenAI", "OpenAI", "Key", "ApiKey", "Endpoint", "ConnectionStrings", "AzureAIContentSafety", "Logging", "a", "", "A:B", "A__B", "Password", "UserName", "TenantId", "EnableSensitiveData", "Azure:ClientSecret", "\u0130", "\\u0041"];

    private static readonly string[] Values =
    [
        "sk-" + "proj-" + "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH", "0123456789abcdef" + "0123456789abcdef", "https://contoso.openai.azure.com/", "http://contoso.openai.azure.com:80", "AccountEndpoint=https://a/;AccountKey=" + "QUJDREVGR0g=;", "${KEY}", "<your-key>",
        "", " ", "true", "\\u00", "\\uD800", "\\", "{{", "%KEY%", "@Microsoft.KeyVault(SecretUri=https://a)", "key&#0;&quot;&amp;", "=", ";;;===", "Endpoint=;Key=;=;", new string('A', 4_000) + "=", "\u0000\u0001", "\uFFFF",
    ];

    private static readonly (string Path, Func<Random, string> Write)[] Kinds =
    [
        ("/0/appsettings.json", Json), ("/0/appsettings.Development.json", Json), ("/0/local.settings.json", Json), ("/0/Properties/launchSettings.json", Json), ("/0/secrets.json", Json),
        ("/0/.env", Environment), ("/0/.env.local", Environment), ("/0/web.config", Xml), ("/0/App.config", Xml),
    ];

    public static (string Path, string Text) Next(Random random)
    {
        var (path, write) = Kinds.Pick(random);
        // Now and then the file is not at all what its name says.
        return (path, Spoil(random.Next(10) == 0 ? Kinds.Pick(random).Write(random) : write(random), random));
    }

    private static string Json(Random random) => random.Next(12) switch
    {
        0 => string.Concat(Enumerable.Repeat("{\"a\":", 20_000)) + "1" + new string('}', 20_000),
        1 => new string('[', 100_000),
        2 => "{\"OpenAI\":{\"ApiKey\":\"" + new string('k', 900_000) + "\"}}",
        3 => "{" + string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"\"Key{number.ToString(CultureInfo.InvariantCulture)}\":\"{Values.Pick(random)}\"")) + "}",
        _ => "{\n" + Object(random, 0) + "}\n",
    };

    private static string Object(Random random, int depth) => string.Join(",\n", Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"\"{Names.Pick(random)}\": " + random.Next(6) switch
    {
        0 or 1 when depth < 5 => "{ " + Object(random, depth + 1) + " }",
        2 when depth < 5 => "[ \"" + Values.Pick(random) + "\", { " + Object(random, depth + 1) + " } ]",
        3 => "true // comment",
        4 => "-1.5e+300",
        _ => $"\"{Values.Pick(random)}\"",
    }));

    private static string Environment(Random random)
    {
        var text = new StringBuilder();
        foreach (var _ in Enumerable.Range(0, random.Next(10) == 0 ? 20_000 : random.Next(1, 20)))
            text.Append(random.Next(3) == 0 ? "export " : "").Append(Names.Pick(random)).Append(random.Next(8) == 0 ? "" : "=").Append(new[] { "", "\"", "'", "`" }.Pick(random)).Append(Values.Pick(random)).Append(new[] { "", "\"", "'", " # c" }.Pick(random)).Append('\n');
        return text.ToString();
    }

    private static string Xml(Random random) => random.Next(8) switch
    {
        0 => string.Concat(Enumerable.Repeat("<a>", 20_000)),
        1 => "<configuration><appSettings><add key=\"ApiKey\" value=\"" + new string('&', 500_000) + "\"/></appSettings></configuration>",
        _ => "<?xml version=\"1.0\"?>\n<configuration>\n<appSettings>\n" + string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => $"<add key=\"{Names.Pick(random)}\" value='{Values.Pick(random)}' />\n<setting name=\"{Names.Pick(random)}\"><value>{Values.Pick(random)}</value></setting>\n")) + "</appSettings>\n</configuration>\n",
    };

    private static string Spoil(string text, Random random)
    {
        for (var edits = random.Next(5); edits > 0 && text.Length > 1; edits--)
        {
            var at = random.Next(text.Length);
            text = random.Next(6) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Special[random.Next(Special.Length)].ToString()),
                2 => text[..at],
                3 => "\uFEFF" + text,
                4 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
                _ => text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)),
            };
        }

        return text;
    }
}
