using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.WeakCredentialAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC105 in settings files.</summary>
public class WeakCredentialSettingsTests
{
    [Theory]
    [InlineData(".env", "AZURE_USERNAME=robot@contoso.com\nAZURE_PASSWORD=[|long and good|]\n")]
    [InlineData(".env", "export AZURE_USERNAME=\"robot@contoso.com\"\nexport AZURE_PASSWORD=\"[|${ROBOT_PASSWORD}|]\"\n")]
    [InlineData("local.settings.json", """{ "Values": { "AZURE_PASSWORD": "[|long and good|]", "AZURE_USERNAME": "robot@contoso.com" } }""")]
    [InlineData("appsettings.Production.json", """{ "AZURE_USERNAME": "robot@contoso.com", "AZURE_PASSWORD": "[|@Microsoft.KeyVault(VaultName=contoso;SecretName=robot)|]" }""")]
    [InlineData("launchSettings.json", """{ "profiles": { "App": { "environmentVariables": { "azure_username": "robot@contoso.com", "azure_password": "[|long and good|]" } } } }""")]
    [InlineData("app.config", """<configuration><appSettings><add key="AZURE_USERNAME" value="robot@contoso.com" /><add key="AZURE_PASSWORD" value="[|long and good|]" /></appSettings></configuration>""")]
    public Task A_person_with_a_password(string file, string text) => VerifyAsync(file, text);

    [Theory]
    [InlineData(".env", "AZURE_USERNAME=robot@contoso.com\n")]
    [InlineData(".env", "AZURE_PASSWORD=long and good\n")]
    [InlineData(".env", "AZURE_USERNAME=robot@contoso.com\nAZURE_PASSWORD=\n")]
    [InlineData(".env.example", "AZURE_USERNAME=<your-name>\nAZURE_PASSWORD=<your-password>\n")]
    [InlineData(".env", "# AZURE_USERNAME=robot@contoso.com\n# AZURE_PASSWORD=long and good\n")]
    [InlineData(".env", "AZURE_CLIENT_ID=robot\nAZURE_CLIENT_SECRET=long and good\n")]
    [InlineData("appsettings.json", """{ "A": { "AZURE_USERNAME": "robot@contoso.com" }, "B": { "AZURE_PASSWORD": "long and good" } }""")]
    [InlineData("appsettings.json", """{ "Smtp": { "Username": "robot@contoso.com", "Password": "long and good" } }""")]
    public Task Something_else(string file, string text) => VerifyAsync(file, text);

    [Fact]
    public Task Test_projects() => VerifyAsync(".env", "AZURE_USERNAME=robot@contoso.com\nAZURE_PASSWORD=long and good\n", test => test.SetOption("build_property.IsTestProject", "true"));

    private static Task VerifyAsync(string file, string text, Action<Verify.Test>? configure = null) => Verify.VerifyAsync("class C;", configure: test =>
    {
        test.AddAdditionalFile(file, text);
        configure?.Invoke(test);
    });
}
