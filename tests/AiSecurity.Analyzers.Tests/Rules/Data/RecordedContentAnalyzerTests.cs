using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Data.RecordedContentAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Data;

/// <summary>AISEC404: prompts and completions in telemetry.</summary>
public class RecordedContentAnalyzerTests
{
    private const string Usings = """
        using System.ClientModel.Primitives;
        using Aspire.Azure.AI.OpenAI;
        using Azure.AI.FormRecognizer.DocumentAnalysis;
        using Azure.AI.Inference;
        using Azure.AI.OpenAI;
        using Azure.Core;
        using Azure.Search.Documents;
        using Azure.Security.KeyVault.Secrets;
        using Microsoft.Agents.AI;
        using Microsoft.Agents.AI.Workflows.Observability;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        using OpenAI;

        """;

    [Theory]
    [InlineData("object M(ChatClientBuilder b) => b.UseOpenTelemetry(configure: c => [|c.EnableSensitiveData = true|]);")]
    [InlineData("object M(ChatClientBuilder b) => b.UseOpenTelemetry(null, \"source\", (cfg) => { [|cfg.EnableSensitiveData = true|]; });")]
    [InlineData("object M(IChatClient c) => new OpenTelemetryChatClient(c) { [|EnableSensitiveData = true|] };")]
    [InlineData("void M(OpenTelemetryChatClient c) => [|c.EnableSensitiveData = true|];")]
    [InlineData("object M(EmbeddingGeneratorBuilder<string, Embedding<float>> b) => b.UseOpenTelemetry(configure: c => [|c.EnableSensitiveData = true|]);")]
    [InlineData("object M(AIAgentBuilder b) => b.UseOpenTelemetry(\"source\", a => [|a.EnableSensitiveData = true|]);")]
    [InlineData("object M() => new WorkflowTelemetryOptions { [|EnableSensitiveData = true|] };")]
    [InlineData("object M() => new TextSearchProviderOptions { [|EnableSensitiveTelemetryData = true|] };")]
    [InlineData("void M(AzureOpenAISettings s) => [|s.EnableSensitiveTelemetryData = true|];")]
    [InlineData("object M() => new ClientLoggingOptions { [|EnableMessageContentLogging = true|] };")]
    [InlineData("void M(OpenAIClientOptions o) => [|o.ClientLoggingOptions.EnableMessageContentLogging = true|];")]
    [InlineData("object M() => new SearchClientOptions { Diagnostics = { IsLoggingEnabled = true, [|IsLoggingContentEnabled = true|] } };")]
    [InlineData("object M() => new DocumentAnalysisClientOptions { Diagnostics = { [|IsLoggingContentEnabled = true|] } };")]
    [InlineData("void M(AzureAIInferenceClientOptions o) => [|o.Diagnostics.IsLoggingContentEnabled = true|];")]
    [InlineData("void M(SearchClientOptions o) { var d = o.Diagnostics; [|d.IsLoggingContentEnabled = true|]; }")]
    [InlineData("const bool On = true; void M(OpenTelemetryChatClient c) => [|c.EnableSensitiveData = On|];")]
    [InlineData("void M(OpenTelemetryChatClient c) { var on = true; [|c.EnableSensitiveData = on|]; }")]
    [InlineData("void M(OpenTelemetryChatClient c, List<string> names) { if (names.Count > 0) { [|c.EnableSensitiveData = true|]; } }")]
    [InlineData("void M(OpenTelemetryChatClient c, IHostEnvironment e) { if (e.IsProduction()) { [|c.EnableSensitiveData = true|]; } }")]
    public Task Properties(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M() => [|AppContext.SetSwitch(\"Azure.Experimental.TraceGenAIMessageContent\", true)|];")]
    [InlineData("void M() => [|AppContext.SetSwitch(\"Microsoft.SemanticKernel.Experimental.GenAI.EnableOTelDiagnosticsSensitive\", true)|];")]
    [InlineData("void M() => [|AppContext.SetSwitch(isEnabled: true, switchName: \"Azure.Experimental.TraceGenAIMessageContent\")|];")]
    [InlineData("const string Name = \"OTEL_INSTRUMENTATION_GENAI_\" + \"CAPTURE_MESSAGE_CONTENT\"; void M() => [|Environment.SetEnvironmentVariable(Name, \"true\")|];")]
    [InlineData("void M() => [|Environment.SetEnvironmentVariable(\"AZURE_TRACING_GEN_AI_CONTENT_RECORDING_ENABLED\", \"True\")|];")]
    [InlineData("void M() => [|Environment.SetEnvironmentVariable(\"SEMANTICKERNEL_EXPERIMENTAL_GENAI_ENABLE_OTEL_DIAGNOSTICS_SENSITIVE\", \"1\")|];")]
    public Task Switches(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(OpenTelemetryChatClient c) => c.EnableSensitiveData = false;")]
    [InlineData("void M(OpenTelemetryChatClient c, IHostEnvironment e) => c.EnableSensitiveData = e.IsDevelopment();")]
    [InlineData("void M(OpenTelemetryChatClient c, IConfiguration s) => c.EnableSensitiveData = s.GetValue<bool>(\"Sensitive\");")]
    [InlineData("void M(OpenTelemetryChatClient c, bool sensitive) => c.EnableSensitiveData = sensitive;")]
    [InlineData("void M(OpenTelemetryChatClient c) => c.EnableSensitiveData = Environment.GetEnvironmentVariable(\"SENSITIVE\") == \"1\";")]
    [InlineData("object M(ChatClientBuilder b) => b.UseOpenTelemetry();")]
    [InlineData("object M() => new SecretClientOptions { Diagnostics = { IsLoggingContentEnabled = true } };")]
    [InlineData("void M(DiagnosticsOptions d) => d.IsLoggingContentEnabled = true;")]
    [InlineData("object M() => new SearchClientOptions { Diagnostics = { IsLoggingContentEnabled = false } };")]
    [InlineData("class Own { public bool EnableSensitiveData { get; set; } } void M(Own o) => o.EnableSensitiveData = true;")]
    [InlineData("void M() => AppContext.SetSwitch(\"Azure.Experimental.TraceGenAIMessageContent\", false);")]
    [InlineData("void M() => AppContext.SetSwitch(\"Azure.Experimental.EnableActivitySource\", true);")]
    [InlineData("void M(bool on) => AppContext.SetSwitch(\"Azure.Experimental.TraceGenAIMessageContent\", on);")]
    [InlineData("void M(string name) => AppContext.SetSwitch(name, true);")]
    [InlineData("void M() => Environment.SetEnvironmentVariable(\"OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT\", \"false\");")]
    [InlineData("void M() => Environment.SetEnvironmentVariable(\"OTEL_SERVICE_NAME\", \"true\");")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(OpenTelemetryChatClient c, IHostEnvironment e) { if (e.IsDevelopment()) c.EnableSensitiveData = true; }")]
    [InlineData("void M(OpenTelemetryChatClient c, IHostEnvironment e) { if (!e.IsDevelopment()) return; c.EnableSensitiveData = true; }")]
    [InlineData("void M(OpenTelemetryChatClient c, IHostEnvironment e) { if (e.IsProduction()) { } else { c.EnableSensitiveData = true; } }")]
    [InlineData("void M(OpenTelemetryChatClient c, IHostEnvironment e) { var local = e.IsDevelopment(); if (local) c.EnableSensitiveData = true; }")]
    [InlineData("void M(ChatClientBuilder b, IHostEnvironment e) { if (e.IsDevelopment()) b.UseOpenTelemetry(configure: c => c.EnableSensitiveData = true); }")]
    [InlineData("void M(IHostEnvironment e) { if (e.EnvironmentName == \"Development\") AppContext.SetSwitch(\"Azure.Experimental.TraceGenAIMessageContent\", true); }")]
    [InlineData("void M(OpenTelemetryChatClient c, IConfiguration s) { if (s[\"Sensitive\"] == \"true\") c.EnableSensitiveData = true; }")]
    [InlineData("void M(OpenTelemetryChatClient c, IConfiguration s) { var on = s.GetValue<bool>(\"Sensitive\"); if (on) { c.EnableSensitiveData = true; } }")]
    [InlineData("void M(OpenTelemetryChatClient c) { if (Environment.GetEnvironmentVariable(\"SENSITIVE\") is \"1\") c.EnableSensitiveData = true; }")]
    [InlineData("class Settings { public bool Sensitive { get; set; } } void M(OpenTelemetryChatClient c, Settings s) { if (s.Sensitive) c.EnableSensitiveData = true; }")]
    public Task Guarded(string member) => VerifyAsync(member);

    [Fact]
    public Task Debug_builds() => VerifyAsync("void M(OpenTelemetryChatClient c)\n{\n#if !RELEASE\nc.EnableSensitiveData = true;\n#endif\n}");

    [Fact]
    public Task Test_projects() => VerifyAsync("void M(OpenTelemetryChatClient c) => c.EnableSensitiveData = true;", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("void M(OpenTelemetryChatClient c, Missing m) { m.Do([|c.EnableSensitiveData = true|]); c.EnableSensitiveData = ; m.EnableSensitiveData = true; AppContext.SetSwitch(", test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Stubs, configure);
}
