using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.UnpinnedCredentialAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.UnpinnedCredentialFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>AISEC107: the credential of production by name.</summary>
public class UnpinnedCredentialFixTests
{
    private const string ByEnvironment = "AISEC107.by_environment";
    private const string ByVariable = "AISEC107.by_variable";

    [Theory]
    [InlineData("object M(Uri uri, IHostEnvironment env) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]);", "object M(Uri uri, IHostEnvironment env) => new AzureOpenAIClient(uri, env.IsDevelopment() ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("object M(Uri uri, IWebHostEnvironment env) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]);", "object M(Uri uri, IWebHostEnvironment env) => new AzureOpenAIClient(uri, env.IsDevelopment() ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("object M(Uri uri, WebApplicationBuilder b) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]);", "object M(Uri uri, WebApplicationBuilder b) => new AzureOpenAIClient(uri, b.Environment.IsDevelopment() ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("object M(Uri uri, IHostApplicationBuilder b) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]);", "object M(Uri uri, IHostApplicationBuilder b) => new AzureOpenAIClient(uri, b.Environment.IsDevelopment() ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("object M(Uri uri, IHostEnvironment env) { var c = [|new DefaultAzureCredential()|]; return new AzureOpenAIClient(uri, c); }", "object M(Uri uri, IHostEnvironment env) { TokenCredential c = env.IsDevelopment() ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); return new AzureOpenAIClient(uri, c); }")]
    [InlineData("object M(Uri uri, IHostEnvironment env) { DefaultAzureCredential c = [|new()|]; return new AzureOpenAIClient(uri, c); }", "object M(Uri uri, IHostEnvironment env) { TokenCredential c = env.IsDevelopment() ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); return new AzureOpenAIClient(uri, c); }")]
    [InlineData("object M(Uri uri, IHostEnvironment env) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential(includeInteractiveCredentials: true)|]);", "object M(Uri uri, IHostEnvironment env) => new AzureOpenAIClient(uri, env.IsDevelopment() ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("object M(Uri uri, IHostEnvironment env) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential(new DefaultAzureCredentialOptions { TenantId = \"t\" })|]);", "object M(Uri uri, IHostEnvironment env) => new AzureOpenAIClient(uri, env.IsDevelopment() ? new DefaultAzureCredential(new DefaultAzureCredentialOptions { TenantId = \"t\" }) : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    public Task By_environment(string member, string fixedMember) => FixAsync(Class(member), Class(fixedMember), ByEnvironment);

    [Theory]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]);", "object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName));")]
    [InlineData("static readonly DefaultAzureCredential s_c = [|new()|]; object M(Uri uri) => new AzureOpenAIClient(uri, s_c);", "static readonly DefaultAzureCredential s_c = new(DefaultAzureCredential.DefaultEnvironmentVariableName); object M(Uri uri) => new AzureOpenAIClient(uri, s_c);")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential(true)|]);", "object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName));")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new Azure.Identity.DefaultAzureCredential()|]);", "object M(Uri uri) => new AzureOpenAIClient(uri, new Azure.Identity.DefaultAzureCredential(Azure.Identity.DefaultAzureCredential.DefaultEnvironmentVariableName));")]
    public Task By_variable(string member, string fixedMember) => FixAsync(Class(member), Class(fixedMember), ByVariable);

    [Fact]
    public Task Programs_keep_their_comments() => FixAsync(
        """
        var builder = WebApplication.CreateBuilder(args);
        // The model.
        builder.Services.AddSingleton(new AzureOpenAIClient(
            new Uri(builder.Configuration["Endpoint"]!), // where
            [|new DefaultAzureCredential()|])); // who
        builder.Build().Run();
        """,
        """
        var builder = WebApplication.CreateBuilder(args);
        // The model.
        builder.Services.AddSingleton(new AzureOpenAIClient(
            new Uri(builder.Configuration["Endpoint"]!), // where
            builder.Environment.IsDevelopment() ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned))); // who
        builder.Build().Run();
        """,
        ByEnvironment);

    [Fact]
    public Task Fix_all_in_several_files() => FixAsync(
        "class C { object M(Uri uri, Uri other) => new object[] { new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]), new AzureOpenAIClient(other, [|new DefaultAzureCredential()|]) }; }",
        "class C { object M(Uri uri, Uri other) => new object[] { new AzureOpenAIClient(uri, new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName)), new AzureOpenAIClient(other, new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName)) }; }",
        ByVariable,
        test =>
        {
            test.TestState.Sources.Add(("/0/Other.cs", "class D { object M(Uri uri) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential()|]); }"));
            test.FixedState.Sources.Add(("/0/Other.cs", "class D { object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName)); }"));
        });

    /// <summary>Where nothing knows the environment, options are kept and nothing is offered; a credential for every request has to move.</summary>
    [Theory]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new DefaultAzureCredential(new DefaultAzureCredentialOptions())|]);")]
    [InlineData("void M(WebApplication app) => app.MapGet(\"/\", () => [|new DefaultAzureCredential()|].ToString());")]
    public Task No_fix(string member) => Verify.VerifyNoFixAsync(Class(member), configure: Configure);

    private static string Class(string member) => "class C { " + member + " }";

    private static Task FixAsync([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, string key, Action<Verify.Test>? configure = null) => Verify.VerifyFixAsync(
        source,
        fixedSource,
        key,
        configure: test =>
        {
            Configure(test);
            configure?.Invoke(test);
        });

    private static void Configure(Verify.Test test)
    {
        test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true");
        test.AddSource("/0/Usings.cs", "global using Azure.AI.OpenAI; global using Azure.Core; global using Azure.Identity; global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting;");
    }
}
