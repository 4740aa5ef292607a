using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Data.RecordedContentAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Data.RecordedContentFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Data;

/// <summary>AISEC404: in development only, or not at all.</summary>
public class RecordedContentFixTests
{
    [Theory]
    [InlineData("void M(OpenTelemetryChatClient c, IHostEnvironment env) => [|c.EnableSensitiveData = true|];", "void M(OpenTelemetryChatClient c, IHostEnvironment env) => c.EnableSensitiveData = env.IsDevelopment();")]
    [InlineData("object M(ChatClientBuilder b, WebApplicationBuilder builder) => b.UseOpenTelemetry(configure: c => [|c.EnableSensitiveData = true|]);", "object M(ChatClientBuilder b, WebApplicationBuilder builder) => b.UseOpenTelemetry(configure: c => c.EnableSensitiveData = builder.Environment.IsDevelopment());")]
    [InlineData("object M(IHostEnvironment env) => new SearchClientOptions { Diagnostics = { [|IsLoggingContentEnabled = true|] } };", "object M(IHostEnvironment env) => new SearchClientOptions { Diagnostics = { IsLoggingContentEnabled = env.IsDevelopment() } };")]
    [InlineData("void M(IHostEnvironment env) => [|AppContext.SetSwitch(\"Azure.Experimental.TraceGenAIMessageContent\", true)|];", "void M(IHostEnvironment env) => AppContext.SetSwitch(\"Azure.Experimental.TraceGenAIMessageContent\", env.IsDevelopment());")]
    public Task In_development_only(string member, string fixedMember) => FixAsync(Class(member), Class(fixedMember));

    [Theory]
    [InlineData("void M(OpenTelemetryChatClient c) { [|c.EnableSensitiveData = true|]; }", "void M(OpenTelemetryChatClient c) { }")]
    [InlineData("object M(ChatClientBuilder b) => b.UseOpenTelemetry(configure: c => [|c.EnableSensitiveData = true|]);", "object M(ChatClientBuilder b) => b.UseOpenTelemetry(configure: c => c.EnableSensitiveData = false);")]
    [InlineData("object M(IChatClient c) => new OpenTelemetryChatClient(c) { [|EnableSensitiveData = true|] };", "object M(IChatClient c) => new OpenTelemetryChatClient(c);")]
    [InlineData("object M() => new SearchClientOptions { Diagnostics = { IsLoggingEnabled = true, [|IsLoggingContentEnabled = true|] } };", "object M() => new SearchClientOptions { Diagnostics = { IsLoggingEnabled = true } };")]
    [InlineData("object M() => new SearchClientOptions { Diagnostics = { [|IsLoggingContentEnabled = true|] } };", "object M() => new SearchClientOptions();")]
    [InlineData("void M() { [|AppContext.SetSwitch(\"Azure.Experimental.TraceGenAIMessageContent\", true)|]; }", "void M() { }")]
    [InlineData("void M() { [|Environment.SetEnvironmentVariable(\"OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT\", \"true\")|]; }", "void M() { }")]
    public Task Not_at_all(string member, string fixedMember) => FixAsync(Class(member), Class(fixedMember));

    [Fact]
    public Task Programs_keep_their_comments() => FixAsync(
        """
        var builder = WebApplication.CreateBuilder(args);
        // For the dashboard.
        builder.Services.AddChatClient(services => (IChatClient)services.GetService(typeof(IChatClient))!)
            .UseOpenTelemetry(configure: c =>
                [|c.EnableSensitiveData = true|]); // all of it
        builder.Build().Run();
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        // For the dashboard.
        builder.Services.AddChatClient(services => (IChatClient)services.GetService(typeof(IChatClient))!)
            .UseOpenTelemetry(configure: c =>
                c.EnableSensitiveData = builder.Environment.IsDevelopment()); // all of it
        builder.Build().Run();
        """);

    [Fact]
    public Task Nothing_empty_is_left() => FixAsync(
        """
        class C
        {
            object Create(Azure.Core.RetryOptions retry) => new[]
            {
                new SearchClientOptions
                {
                    Diagnostics =
                    {
                        [|IsLoggingContentEnabled = true|]
                    },
                    // The service is slow.
                    Retry = { MaxRetries = retry.MaxRetries }
                },
                new SearchClientOptions
                {
                    Diagnostics =
                    {
                        // Nothing else of it.
                        [|IsLoggingContentEnabled = true|],
                    },
                },
                new SearchClientOptions
                {
                    Diagnostics =
                    {
                        [|IsLoggingContentEnabled = true|]
                    }
                }
            };
        }
        """,
        """
        class C
        {
            object Create(Azure.Core.RetryOptions retry) => new[]
            {
                new SearchClientOptions
                {
                    // The service is slow.
                    Retry = { MaxRetries = retry.MaxRetries }
                },
                new SearchClientOptions
                {
                    Diagnostics =
                    {
                        // Nothing else of it.
                    },
                },
                new SearchClientOptions()
            };
        }
        """);

    [Fact]
    public Task Fix_all_in_several_files() => FixAsync(
        "class C { void M(OpenTelemetryChatClient c, OpenTelemetryChatClient d) { [|c.EnableSensitiveData = true|]; [|d.EnableSensitiveData = true|]; } }",
        "class C { void M(OpenTelemetryChatClient c, OpenTelemetryChatClient d) { } }",
        test =>
        {
            test.TestState.Sources.Add(("/0/Other.cs", "class D { void M(OpenTelemetryChatClient c) { [|c.EnableSensitiveData = true|]; } }"));
            test.FixedState.Sources.Add(("/0/Other.cs", "class D { void M(OpenTelemetryChatClient c) { } }"));
        });

    [Fact]
    public Task Calls_that_cannot_go_stay() => Verify.VerifyNoFixAsync(
        Class("void M() => [|AppContext.SetSwitch(\"Azure.Experimental.TraceGenAIMessageContent\", true)|];"), configure: Configure);

    private static string Class(string member) => "class C { " + member + " }";

    private static Task FixAsync([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, Action<Verify.Test>? configure = null) => Verify.VerifyFixAsync(
        source,
        fixedSource,
        "AISEC404.record",
        configure: test =>
        {
            Configure(test);
            configure?.Invoke(test);
        });

    private static void Configure(Verify.Test test) => test.AddSource(
        "/0/Usings.cs", "global using Azure.Search.Documents; global using Microsoft.AspNetCore.Builder; global using Microsoft.Extensions.AI; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting;");
}
