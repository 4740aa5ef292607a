using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Data.RecordedContentAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Data;

/// <summary>AISEC404 in settings files.</summary>
public class RecordedContentSettingsTests
{
    [Theory]
    [InlineData(".env", "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED=[|true|]\n")]
    [InlineData(".env.example", "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=[|True|] # to see them\n")]
    [InlineData("appsettings.json", """{ "SEMANTICKERNEL_EXPERIMENTAL_GENAI_ENABLE_OTEL_DIAGNOSTICS_SENSITIVE": [|true|] }""")]
    [InlineData("appsettings.Production.json", """{ "Telemetry": { "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED": "[|1|]" } }""")]
    [InlineData("launchSettings.json", """{ "profiles": { "App": { "environmentVariables": { "DOTNET_ENVIRONMENT": "Production", "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED": "[|true|]" } } } }""")]
    [InlineData("runtimeconfig.template.json", """{ "configProperties": { "Azure.Experimental.TraceGenAIMessageContent": [|true|] } }""")]
    [InlineData("appsettings.json", """{ "Aspire": { "Azure": { "AI": { "OpenAI": { "EnableSensitiveTelemetryData": [|true|] } } } } }""")]
    [InlineData("web.config", """<configuration><environmentVariables><environmentVariable name="AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED" value="[|true|]" /></environmentVariables></configuration>""")]
    public Task Recorded_in_every_environment(string file, string text) => VerifyAsync(file, text);

    [Theory]
    [InlineData(".env", "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED=false\n")]
    [InlineData(".env", "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED=\n")]
    [InlineData(".env", "ASPNETCORE_ENVIRONMENT=Development\nAZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED=true\n")]
    [InlineData(".env.local", "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED=true\n")]
    [InlineData("appsettings.Development.json", """{ "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED": true }""")]
    [InlineData("local.settings.json", """{ "Values": { "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED": "true" } }""")]
    [InlineData("launchSettings.json", """{ "profiles": { "App": { "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development", "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED": "true" } } } }""")]
    [InlineData("appsettings.json", """{ "Aspire": { "Npgsql": { "EnableSensitiveTelemetryData": true } } }""")]
    [InlineData("appsettings.json", """{ "Azure.Experimental.EnableActivitySource": true }""")]
    public Task Nothing_or_development_only(string file, string text) => VerifyAsync(file, text);

    [Fact]
    public Task The_section_of_a_client_means_nothing_in_code() => Verify.VerifyAsync("using System; class C { void M() => AppContext.SetSwitch(\"EnableSensitiveTelemetryData\", true); }");

    [Fact]
    public Task Test_projects() => VerifyAsync(".env", "AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED=true\n", test => test.SetOption("build_property.IsTestProject", "true"));

    private static Task VerifyAsync(string file, string text, Action<Verify.Test>? configure = null) => Verify.VerifyAsync("class C;", configure: test =>
    {
        test.AddAdditionalFile(file, text);
        configure?.Invoke(test);
    });
}
