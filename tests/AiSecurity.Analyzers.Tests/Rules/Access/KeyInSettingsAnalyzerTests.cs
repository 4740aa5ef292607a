using AiSecurity.Analyzers.Tests.Verification;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis.Diagnostics;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.KeyInSettingsAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC104: what is reported.</summary>
public class KeyInSettingsAnalyzerTests
{
    [Theory]
    [InlineData("""{ "AzureOpenAI": { "Endpoint": "https://contoso.openai.azure.com", "ApiKey": "[|HEX|]", "Key": "[|OTHER|]" } }""")]
    [InlineData("""{ "AzureOpenAI:ApiKey": "[|HEX|]" }""")]
    [InlineData("""{ "AzureOpenAI__ApiKey": "[|HEX|]" }""")]
    [InlineData("""{ "AZURE_OPENAI_API_KEY": "[|HEX|]" }""")]
    [InlineData("""{ "AOAI_KEY": "[|HEX|]", "openaikey": "[|OTHER|]" }""")]
    [InlineData("""{ "AI": { "Keys": [ "[|HEX|]", "[|OTHER|]" ] } }""")]
    [InlineData("""{ "AI": { "Key1": "[|HEX|]", "ApiKey2": "[|OTHER|]" } }""")]
    [InlineData("""{ "KernelMemory": { "Services": { "AzureOpenAIText": { "APIKey": "[|HEX|]" } } } }""")]
    [InlineData("""{ "AzureSearch": { "AdminKey": "[|SEARCH|]" }, "CognitiveServices": { "SubscriptionKey": "[|HEX|]" } }""")]
    [InlineData("""{ "ContentSafety": { "ApiKey": "[|HEX|]" }, "SpeechKey": "[|HEX|]", "TranslatorKey": "[|OTHER|]" }""")]
    [InlineData("""{ "HuggingFace": { "Token": "[|x7Kq2Vn9Rt4sYb8ZcDf1Gh|]" } }""")]
    [InlineData("""{ "OpenAI": { "Endpoint": "http://localhost:11434", "Fallback": "https://api.openai.com/v1", "ApiKey": "[|HEX|]" } }""")]
    public Task Keys_under_names_that_speak_of_AI(string json) => VerifyAsync(json);

    [Theory]
    [InlineData("""{ "Model": { "Credential": "[|AZURE|]" } }""")]
    [InlineData("""{ "A": "[|PROJECT|]", "B": [ { "C": "[|ANTHROPIC|]" } ], "D": "[|HUGGINGFACE|]" }""")]
    [InlineData("""{ "Header": "Bearer [|PROJECT|]" }""", "Bearer ")]
    public Task Known_formats_under_any_name(string json, string? before = null) =>
        VerifyAsync(before is null ? json : json.Replace(before + "[|", "[|" + before, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "ConnectionStrings": { "openai": "[|Endpoint=https://contoso.openai.azure.com/;Key=HEX|]" } }""")]
    [InlineData("""{ "ConnectionStrings": { "chat": "[|Endpoint=https://contoso.openai.azure.com/;Key=HEX;Deployment=gpt-4o|]" } }""")]
    [InlineData("""{ "ConnectionStrings": { "search": "[|endpoint = https://contoso.search.windows.net ; key = OTHER|]" } }""")]
    [InlineData("""{ "ConnectionStrings": { "aoai": "[|Endpoint=https://ai.contoso.com/;ApiKey=HEX|]" } }""")]
    [InlineData("""{ "ConnectionStrings": { "openai": "[|Key=HEX|]" } }""")]
    public Task Connection_strings(string json) => VerifyAsync(json);

    [Fact]
    public Task Comments_trailing_commas_escapes_and_a_byte_order_mark() => VerifyAsync(
        """
        // The service
        {
          /* one of
             two */
          "Count": 1.5e3, "On": true, "Off": null, "Deep": [[], {}, [1, "a",],],
          "OpenAI": {
            "Text": "a \"quoted\" \u0041 // no comment",
            "ApiKey": "[|HEX|]", // "ApiKey": "OTHER"
          },
        }
        // the end
        """);

    [Fact]
    public Task Escaped_characters_of_a_key() => VerifyAsync("""{ "OpenAI": { "Key": "[|\u0033f9a7c1e5b8d42f6a0c9e7d3b1f58a64|]" } }""");

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Development.json")]
    [InlineData("AppSettings.JSON")]
    [InlineData("/src/app/appsettings.Production.json")]
    [InlineData("local.settings.json")]
    [InlineData("Properties/launchSettings.json")]
    [InlineData("secrets.json")]
    [InlineData("secrets.production.json")]
    public Task These_files_are_looked_at(string file) => VerifyAsync("""{ "Values": { "OpenAI:Key": "[|HEX|]" } }""", file);

    [Theory]
    [InlineData(".env")]
    [InlineData(".env.local")]
    [InlineData("/app/.ENV")]
    public Task Files_of_environment_variables(string file) => VerifyAsync(
        """
        # AZURE_OPENAI_KEY=HEX
        AZURE_OPENAI_ENDPOINT=https://contoso.openai.azure.com
        AZURE_OPENAI_KEY=[|HEX|]
        export OPENAI_API_KEY="[|PROJECT|]"
        AzureAI__Key = '[|OTHER|]' # comment
          SPEECH_KEY=[|HEX|] # comment
        EMPTY_AI_KEY=
        nothing
        =HEX
        """,
        file);

    [Theory]
    [InlineData("app.config")]
    [InlineData("Web.config")]
    [InlineData("web.Release.config")]
    public Task Configuration_files(string file) => VerifyAsync(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- <add key="OpenAI:Key" value="HEX" /> -->
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <appSettings file="a.config">
            <add key="AzureOpenAI:Key" value="[|HEX|]" />
            <add value='[|OTHER|]' key='SpeechKey'></add>
            <add key="Name" value="a &amp; b" />
          </appSettings>
          <connectionStrings>
            <add name="openai" connectionString="[|Endpoint=https://contoso.openai.azure.com/;Key=HEX|]" providerName="a" />
          </connectionStrings>
          <openAI apiKey="[|OTHER|]" />
          <setting name="OpenAIKey" serializeAs="String">
            <value>[|HEX|]</value>
          </setting>
          <aspNetCore>
            <environmentVariables><environmentVariable name="AZURE_OPENAI_KEY" value="[|HEX|]" /></environmentVariables>
          </aspNetCore>
        </configuration>
        """,
        file);

    [Fact]
    public async Task The_message_names_the_setting_and_holds_no_part_of_the_key()
    {
        const string file = """{ "OpenAI": { "ApiKey": "HEX", "PROJECT": "AZURE" } }""";
        var messages = await SettingsSource.MessagesAsync<AiSecurity.Analyzers.Rules.Access.KeyInSettingsAnalyzer>(SettingsSource.WithKeys(file));
        Assert.Equal(2, messages.Length);
        Assert.StartsWith("The key in 'OpenAI:ApiKey' is written in a settings file, ", messages[0], StringComparison.Ordinal);
        Assert.StartsWith("The key in a setting is written in a settings file, ", messages[1], StringComparison.Ordinal);
        Assert.All(messages, message => Assert.DoesNotContain(FakeKeys.Hex[..8], message, StringComparison.Ordinal));
        Assert.All(messages, message => Assert.DoesNotContain("sk-", message, StringComparison.Ordinal));
    }

    /// <summary>As an editor asks, for the one file that somebody types in.</summary>
    [Fact]
    public async Task An_editor_gets_the_diagnostics_of_one_file()
    {
        var key = SettingsSource.WithKeys("""{ "OpenAI": { "ApiKey": "HEX" } }""");
        var file = new SettingsSource.File("appsettings.json", key);
        var other = new SettingsSource.File("appsettings.Production.json", key);
        var analysis = Everything.Compile("class C;").WithAnalyzers([new AiSecurity.Analyzers.Rules.Access.KeyInSettingsAnalyzer()], new AnalyzerOptions([file, other]));
        var result = await analysis.GetAnalysisResultAsync(file, CancellationToken.None);
        var diagnostic = Assert.Single(result.AdditionalFileDiagnostics[file].Values.Single());
        Assert.Equal("appsettings.json", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(new Microsoft.CodeAnalysis.Text.LinePosition(0, key.IndexOf(FakeKeys.Hex, StringComparison.Ordinal)), diagnostic.Location.GetLineSpan().StartLinePosition);
    }

    [Fact]
    public Task Test_projects_too() => Verify.VerifyAsync("class C;", configure: test =>
    {
        test.SetOption("build_property.IsTestProject", "true");
        test.AddAdditionalFile("appsettings.json", SettingsSource.WithKeys("""{ "OpenAI": { "ApiKey": "[|HEX|]" } }"""));
    });

    [Fact]
    public Task A_word_of_the_user_catalog() => Verify.VerifyAsync("class C;", configure: test =>
    {
        test.AddAdditionalFile("AiSecurity.catalog.txt", "ai-name oracle\n");
        test.AddAdditionalFile("appsettings.json", SettingsSource.WithKeys("""{ "Oracle": { "ApiKey": "[|HEX|]" } }"""));
    });

    private static Task VerifyAsync(string text, string file = "appsettings.json") =>
        Verify.VerifyAsync("class C;", configure: test => test.AddAdditionalFile(file, SettingsSource.WithKeys(text)));
}
