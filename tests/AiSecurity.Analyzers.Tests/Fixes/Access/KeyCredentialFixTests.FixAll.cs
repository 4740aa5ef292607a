using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.KeyCredentialAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.KeyCredentialFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Several findings at once, in one file and in several; every other test does this for its own finding.</summary>
public partial class KeyCredentialFixTests
{
    private const string OtherFile = """
        class Other { object M(Uri endpoint, string key) => new SearchIndexClient(endpoint, credential: [|new AzureKeyCredential(key)|]); }
        """;

    private const string OtherFileFixed = """
        class Other { object M(Uri endpoint, string key) => new SearchIndexClient(endpoint, tokenCredential: new DefaultAzureCredential()); }
        """;

    [Fact]
    public Task Fix_all_in_several_files() => FixAsync(
        Key,
        WithDefault,
        configure: test =>
        {
            test.TestState.Sources.Add(("/0/Other.cs", OtherFile));
            test.FixedState.Sources.Add(("/0/Other.cs", OtherFileFixed));
        });

    [Fact]
    public Task Fix_all_in_several_projects() => FixAsync(
        Key,
        WithDefault,
        configure: test =>
        {
            foreach (var (state, source) in new[] { (test.TestState, OtherFile), (test.FixedState, OtherFileFixed) })
            {
                var project = new ProjectState("Second", "C#", "/1/Test", "cs") { Sources = { ("/1/Other.cs", source), ("/1/Usings.cs", KeyFixTestSource.Usings + "\nglobal using System;") } };
                project.AdditionalReferences.AddRange(SdkReferences.Latest);
                state.AdditionalProjects.Add("Second", project);
            }
        });

    [Fact]
    public Task Fix_all_leaves_what_it_cannot_fix() => FixAsync(
        """
        class C
        {
            object First(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);

            object Second(Uri endpoint, AzureKeyCredential credential) => new AzureOpenAIClient(endpoint, [|credential|]);

            object Third(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
        }
        """,
        """
        class C
        {
            object First(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential());

            object Second(Uri endpoint, AzureKeyCredential credential) => new AzureOpenAIClient(endpoint, [|credential|]);

            object Third(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        }
        """,
        configure: test => test.FixedState.MarkupHandling = MarkupMode.Allow);

    /// <summary>The second of these would not compile.</summary>
    [Fact]
    public Task Fix_all_leaves_what_would_not_compile() => FixAsync(
        """
        class C
        {
            object First(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);

            object Second(Uri endpoint, string key)
            {
                var credential = [|new AzureKeyCredential(key)|];
                credential.Update(key);
                return new AzureOpenAIClient(endpoint, credential);
            }
        }
        """,
        """
        class C
        {
            object First(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential());

            object Second(Uri endpoint, string key)
            {
                var credential = [|new AzureKeyCredential(key)|];
                credential.Update(key);
                return new AzureOpenAIClient(endpoint, credential);
            }
        }
        """,
        configure: test => test.FixedState.MarkupHandling = MarkupMode.Allow);

    [Fact]
    public Task Fix_all_of_all_shapes_in_one_file() => Verify.VerifyFixAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Search.Documents;
        using Azure.Search.Documents.Indexes;
        using Microsoft.SemanticKernel;

        var endpoint = new Uri(args[0]);
        var key = Environment.GetEnvironmentVariable("KEY") ?? throw new InvalidOperationException("KEY is not set.");
        var searchKey = Environment.GetEnvironmentVariable("SEARCH_KEY") ?? throw new InvalidOperationException("SEARCH_KEY is not set.");
        AzureKeyCredential credential = [|new(searchKey)|];

        var client = new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
        var kernel = Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("gpt", args[0], apiKey: [|key|]).Build();
        var index = new SearchIndexClient(endpoint, credential);
        Response<Azure.Search.Documents.Indexes.Models.SearchServiceStatistics> statistics = index.GetServiceStatistics();
        Console.WriteLine($"{client}{kernel}{statistics}{new SearchClient(endpoint, "docs", credential)}");
        """,
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Core;
        using Azure.Identity;
        using Azure.Search.Documents;
        using Azure.Search.Documents.Indexes;
        using Microsoft.SemanticKernel;

        var endpoint = new Uri(args[0]);
        TokenCredential credential = new DefaultAzureCredential();

        var client = new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        var kernel = Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("gpt", args[0], credentials: new DefaultAzureCredential()).Build();
        var index = new SearchIndexClient(endpoint, credential);
        Response<Azure.Search.Documents.Indexes.Models.SearchServiceStatistics> statistics = index.GetServiceStatistics();
        Console.WriteLine($"{client}{kernel}{statistics}{new SearchClient(endpoint, "docs", credential)}");
        """,
        Default);
}
