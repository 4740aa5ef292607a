using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Tests.Verification;

#pragma warning disable
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DummyAnalyzer : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor D = new("DUM1", "t", "literal {0}", "c", DiagnosticSeverity.Warning, true);
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [D];
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(c => { if (c.Operation.ConstantValue.Value is "bad") { c.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("ai_security.x", out var o); if (o != "off") c.ReportDiagnostic(Diagnostic.Create(D, c.Operation.Syntax.GetLocation(), o)); } }, OperationKind.Literal);
    }
}

public sealed class DummyFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["DUM1"];
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync();
        context.RegisterCodeFix(CodeAction.Create("x", ct =>
        {
            var n = root!.FindNode(context.Span, getInnermostNodeForTie: true);
            return Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(n, SyntaxFactory.ParseExpression("\"good\"").WithTriviaFrom(n))));
        }, "k"), context.Diagnostics);
    }
}

public class DummySelfTest
{
    [Theory]
    [InlineData(SdkSet.Latest), InlineData(SdkSet.Stubs), InlineData(SdkSet.DuplicateCredentials), InlineData(SdkSet.AzureOpenAI_2_1)]
    public Task V(SdkSet set) => AnalyzerVerifier<DummyAnalyzer>.VerifyAsync("""
        var client = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri("https://x"), new Azure.AzureKeyCredential([|"bad"|]));
        Console.WriteLine(client);
        """, set);
    [Fact]
    public Task Opt() => AnalyzerVerifier<DummyAnalyzer>.VerifyAsync("class C { string x = \"bad\"; }", configure: t => t.SetOption("ai_security.x", "off"));
    [Fact]
    public Task Exp() => AnalyzerVerifier<DummyAnalyzer>.VerifyAsync("""class C { OpenAI.Responses.ResponsesClient x = new("bad2"); }""");
    [Fact]
    public Task Err() => AnalyzerVerifier<DummyAnalyzer>.VerifyAsync("""class C { Foo x = new([|"bad"|]); }""", configure: t => t.TolerateCompileErrors());
    [Fact]
    public Task Fix() => CodeFixVerifier<DummyAnalyzer, DummyFix>.VerifyFixAsync("class C { string x = [|\"bad\"|]; string y = [|\"bad\"|]; }", "class C { string x = \"good\"; string y = \"good\"; }", "k", configure: t => { t.SetOption("ai_security.x", "on"); t.SetOption("ai_security.y", "on"); t.AddSource("/0/O.cs", "class D{}"); t.AddAdditionalFile("appsettings.json", "{}"); });
    [Fact]
    public Task FixTop() => CodeFixVerifier<DummyAnalyzer, DummyFix>.VerifyFixAsync("Console.WriteLine([|\"bad\"|]);", "Console.WriteLine(\"good\");");
    [Fact]
    public Task V1() => AnalyzerVerifier<DummyAnalyzer>.VerifyAsync("""class C { Azure.AI.OpenAI.OpenAIClient x = new(new Uri("https://x"), new Azure.AzureKeyCredential([|"bad"|])); }""", SdkSet.AzureOpenAI_1_0_beta6);
}
