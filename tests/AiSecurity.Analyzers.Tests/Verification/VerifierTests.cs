using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AiSecurity.Analyzers.Tests.Verification;

/// <summary>The verifiers themselves, with an analyzer that dislikes one word.</summary>
public class VerifierTests
{
    [Theory]
    [InlineData(SdkSet.Latest)]
    [InlineData(SdkSet.Stubs)]
    [InlineData(SdkSet.AzureOpenAI_2_1)]
    [InlineData(SdkSet.DuplicateCredentials)]
    public Task Top_level_statements_compile_against_version_2(SdkSet set) => AnalyzerVerifier<WordAnalyzer>.VerifyAsync(
        """
        var client = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), new Azure.AzureKeyCredential([|"bad"|]));
        Console.WriteLine(client);
        """,
        set);

    [Fact]
    public Task Version_1_compiles() => AnalyzerVerifier<WordAnalyzer>.VerifyAsync(
        """class C { Azure.AI.OpenAI.OpenAIClient client = new(new Uri("https://contoso.openai.azure.com"), new Azure.AzureKeyCredential([|"bad"|])); }""",
        SdkSet.AzureOpenAI_1_0_beta6);

    [Theory]
    [InlineData(SdkSet.OpenAI_2_10)]
    [InlineData(SdkSet.OpenAI_2_13)]
    [InlineData(SdkSet.OpenAI_2_14)]
    [InlineData(SdkSet.OpenAI_2_15)]
    public Task Experimental_members_compile(SdkSet set) => AnalyzerVerifier<WordAnalyzer>.VerifyAsync(
        """
        class C
        {
            OpenAI.Chat.ChatClient client = new("gpt", new System.ClientModel.Primitives.BearerTokenPolicy(new Azure.Identity.DefaultAzureCredential(), [|"bad"|]));
        }
        """,
        set);

    [Fact]
    public Task Options_reach_the_analyzer() => AnalyzerVerifier<WordAnalyzer>.VerifyAsync(
        """class C { string text = "bad"; }""",
        configure: test => test.SetOption("ai_security.word", "worse"));

    [Fact]
    public Task Compile_errors_pass_when_told_so() => AnalyzerVerifier<WordAnalyzer>.VerifyAsync(
        """class C { Missing text = new([|"bad"|]); }""",
        configure: test => test.TolerateCompileErrors());

    [Fact]
    public Task Fix_works_beside_other_files_and_options() => CodeFixVerifier<WordAnalyzer, WordFix>.VerifyFixAsync(
        """Console.WriteLine([|"bad"|] + [|"bad"|]);""",
        """Console.WriteLine("good" + "good");""",
        "word",
        configure: test =>
        {
            test.SetOption("ai_security.word", "bad");
            test.SetOption("build_property.IsTestProject", "true");
            test.SetEditorConfig("root = true\n[*.cs]\nindent_size = 2\n");
            test.AddSource("/0/Other.cs", "class Other { }");
            test.AddAdditionalFile("/0/appsettings.json", "{}");
        });

    [Fact]
    public Task No_fix_is_no_fix() => CodeFixVerifier<WordAnalyzer, EmptyCodeFixProvider>.VerifyNoFixAsync("""class C { string text = [|"bad"|]; }""");

#pragma warning disable RS1001, RS1036, RS2008 // Not for a host.
    private sealed class WordAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Word = new("WORD", "Word", "A bad word", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Word];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(
                operation =>
                {
                    var word = operation.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("ai_security.word", out var option) ? option : "bad";
                    if (operation.Operation.ConstantValue.Value as string == word)
                        operation.ReportDiagnostic(Diagnostic.Create(Word, operation.Operation.Syntax.GetLocation()));
                },
                OperationKind.Literal);
        }
    }

    private sealed class WordFix : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["WORD"];

        public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

        public override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
            var word = root.FindNode(context.Span, getInnermostNodeForTie: true);
            var better = root.ReplaceNode(word, SyntaxFactory.ParseExpression("\"good\"").WithTriviaFrom(word));
            context.RegisterCodeFix(CodeAction.Create("Better word", _ => Task.FromResult(context.Document.WithSyntaxRoot(better)), "word"), context.Diagnostics);
        }
    }
}
