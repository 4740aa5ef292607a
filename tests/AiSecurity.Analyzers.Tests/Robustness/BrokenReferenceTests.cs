using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.Verification;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Projects whose references are not what they should be: missing, there twice, or in a circle.</summary>
public class BrokenReferenceTests
{
    private static readonly CSharpCompilationOptions Library = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);

    /// <summary>The names of AI assemblies, so that the rules look, without a type in them.</summary>
    private static IEnumerable<MetadataReference> EmptyAssemblies => new[] { "OpenAI", "Azure.AI.OpenAI", "Microsoft.Extensions.AI.Abstractions", "Microsoft.SemanticKernel.Abstractions" }
        .Select(name => CSharpCompilation.Create(name, references: SdkReferences.Bare, options: Library).ToMetadataReference());

    private static IEnumerable<SyntaxTree> Corpus => DonorPool.Corpus().Select(file => CSharpSyntaxTree.ParseText(file.Text, TestSetup.ParseOptions, file.Name));

    [Fact]
    public Task Every_AI_type_is_missing() => SurviveAsync([.. SdkReferences.Bare, .. EmptyAssemblies]);

    [Fact]
    public Task Every_type_is_missing() => SurviveAsync([.. EmptyAssemblies]);

    [Fact]
    public Task Every_AI_type_is_there_twice() => SurviveAsync([.. SdkReferences.Latest, .. SdkReferences.AzureOpenAI_2_1, .. SdkReferences.Of(SdkSet.DuplicateCredentials)]);

    [Fact]
    public Task Every_AI_type_is_there_twice_under_other_names() => SurviveAsync([.. SdkReferences.Stubs, Copy()]);

    [Fact]
    public async Task Projects_refer_to_each_other_in_a_circle()
    {
        var first = CSharpCompilation.Create("App", [Parse("public class Base { public OpenAI.Chat.ChatClient Chat = null!; public virtual string Ask(string text) => text; }")], SdkReferences.Stubs, Library);
        var library = CSharpCompilation.Create("Library", [Parse("public class Middle : Base { public override string Ask(string text) => Chat.CompleteChat(text).Value.Content[0].Text; public Base Other = null!; }")], [.. SdkReferences.Stubs, first.ToMetadataReference()], Library);
        var second = CSharpCompilation.Create(
            "App",
            [Parse("public class Base { public OpenAI.Chat.ChatClient Chat = null!; public virtual string Ask(string text) => new Derived().Ask(text); } public class Derived : Middle { public override string Ask(string text) => Other.Ask(base.Ask(text)) + Chat.CompleteChat(System.Console.ReadLine()!); }"), .. Corpus],
            [.. SdkReferences.Stubs, library.ToMetadataReference()],
            Library);
        await Everything.AnalyzeAsync(second);
    }

    private static async Task SurviveAsync(IEnumerable<MetadataReference> references)
    {
        var empty = CSharpCompilation.Create("Broken", [Parse(TestSetup.GlobalUsings)], references, Library);
        foreach (var trees in Corpus.Chunk(10))
            await Everything.AnalyzeAsync(empty.AddSyntaxTrees(trees));
    }

    /// <summary>An assembly that declares types of the SDKs again.</summary>
    private static MetadataReference Copy() => CSharpCompilation.Create(
        "Copy",
        [Parse("""
            namespace OpenAI.Chat { public class ChatClient { public ChatClient(string model, string key) { } public string CompleteChat(params string[] messages) => ""; } }
            namespace Azure { public struct AzureKeyCredential { public AzureKeyCredential(string key) { } } }
            namespace Azure.AI.OpenAI { public interface AzureOpenAIClient { } }
            namespace Microsoft.Extensions.AI { public enum IChatClient { } public delegate void ChatMessage(string text); public class ChatRole<T> { } }
            """)],
        SdkReferences.Bare,
        Library).ToMetadataReference();

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, TestSetup.ParseOptions);
}
