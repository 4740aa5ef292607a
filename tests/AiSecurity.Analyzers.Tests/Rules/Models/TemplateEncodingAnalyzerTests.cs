using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Models.TemplateEncodingAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Models;

/// <summary>AISEC204: what is reported.</summary>
public class TemplateEncodingAnalyzerTests
{
    internal const string Usings = """
        using Microsoft.Extensions.Configuration;
        using Microsoft.SemanticKernel;

        """;

    [Theory]
    [InlineData("object M() => new PromptTemplateConfig { [|AllowDangerouslySetContent = true|] };")]
    [InlineData("object M() => new InputVariable { Name = \"text\", [|AllowDangerouslySetContent = true|] };")]
    [InlineData("object M() => new KernelPromptTemplateFactory { [|AllowDangerouslySetContent = true|] };")]
    [InlineData("void M(PromptTemplateConfig config) => [|config.AllowDangerouslySetContent = true|];")]
    [InlineData("void M(PromptTemplateConfig config) => config.InputVariables.ForEach(variable => [|variable.AllowDangerouslySetContent = true|]);")]
    [InlineData("void M(PromptTemplateConfig config) => [|config.InputVariables[0].AllowDangerouslySetContent = true|];")]
    [InlineData("object M() => new PromptTemplateConfig { InputVariables = [new() { Name = \"text\", [|AllowDangerouslySetContent = true|] }] };")]
    [InlineData("object M() => new PromptTemplateConfig { InputVariables = { new InputVariable { [|AllowDangerouslySetContent = true|] } } };")]
    public Task Every_property(string member) => ReportsAsync(member);

    [Theory]
    [InlineData("const bool Raw = true; object M() => new InputVariable { [|AllowDangerouslySetContent = Raw|] };")]
    [InlineData("static readonly bool Raw = true; object M() => new InputVariable { [|AllowDangerouslySetContent = Raw|] };")]
    [InlineData("object M() { const bool raw = true; return new InputVariable { [|AllowDangerouslySetContent = raw|] }; }")]
    [InlineData("object M() { var raw = true; return new InputVariable { [|AllowDangerouslySetContent = raw|] }; }")]
    [InlineData("object M() => new InputVariable { [|AllowDangerouslySetContent = !false|] };")]
    [InlineData("object M() => new InputVariable { [|AllowDangerouslySetContent = (true)|] };")]
    [InlineData("object M() => new InputVariable { [|AllowDangerouslySetContent = 1 < 2 ? true : false|] };")]
    [InlineData("object M(bool test) => new InputVariable { [|AllowDangerouslySetContent = test ? true : !false|] };")]
    [InlineData("object M(int kind) => new InputVariable { [|AllowDangerouslySetContent = kind switch { 1 => true, _ => true }|] };")]
    public Task Every_constant(string member) => ReportsAsync(member);

    [Theory]
    [InlineData("readonly PromptTemplateConfig _config = new(\"{{$text}}\") { [|AllowDangerouslySetContent = true|] };")]
    [InlineData("static IPromptTemplateFactory Factory { get; } = new KernelPromptTemplateFactory { [|AllowDangerouslySetContent = true|] };")]
    [InlineData("KernelPromptTemplateFactory M() => new() { [|AllowDangerouslySetContent = true|] };")]
    [InlineData("async Task<InputVariable> M() { await Task.Yield(); return new() { [|AllowDangerouslySetContent = true|] }; }")]
    [InlineData("object M() { object Make() => new InputVariable { [|AllowDangerouslySetContent = true|] }; return Make(); }")]
    [InlineData("Func<InputVariable> M() => () => new() { [|AllowDangerouslySetContent = true|] };")]
    [InlineData("class Loud : InputVariableOwner { } class InputVariableOwner { protected InputVariable V = new(); public void M() => [|V.AllowDangerouslySetContent = true|]; }")]
    [InlineData("void M(PromptTemplateConfig a, PromptTemplateConfig b) => [|a.AllowDangerouslySetContent = [|b.AllowDangerouslySetContent = true|]|];")]
    [InlineData("void M(PromptTemplateConfig config) { if (config.Name == \"html\") [|config.AllowDangerouslySetContent = true|]; }")]
    [InlineData("void M(PromptTemplateConfig? config) { if (config is { } c) { [|c.AllowDangerouslySetContent = true|]; } }")]
    [InlineData("void M(PromptTemplateConfig config) => [|config!.AllowDangerouslySetContent = true|];")]
    public Task Every_place(string member) => ReportsAsync(member);

    [Fact]
    public Task Top_level_statements() => VerifyAsync("""
        var config = new PromptTemplateConfig("<message role=\"user\">{{$text}}</message>");
        [|config.AllowDangerouslySetContent = true|];
        var function = KernelFunctionFactory.CreateFromPrompt(config);
        Console.WriteLine(function.Name);
        """);

    [Fact]
    public Task Primary_constructors_and_aliases() => VerifyAsync("""
        using Variable = Microsoft.SemanticKernel.InputVariable;
        class Base(InputVariable variable) { public InputVariable Variable => variable; }
        class C() : Base(new Variable { [|AllowDangerouslySetContent = true|] });
        """);

    [Fact]
    public Task Message_names_the_property() => VerifyAsync(
        "class C { object M() => new InputVariable { {|#0:AllowDangerouslySetContent = true|} }; }",
        configure: test => test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC204", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'AllowDangerouslySetContent = true' puts template arguments into the prompt as they are, so that a text can open messages of its own, also with the role of the system; leave the encoding on")));

    /// <summary>A property of the project's own, a type derived from it, and a copy that changes it.</summary>
    [Fact]
    public Task Rows_of_the_user() => VerifyAsync(
        """
        namespace Contoso;
        record Template(string Text) { public bool Raw { get; init; } }
        record Letter : Template { public Letter() : base("") => [|Raw = true|]; }
        class C
        {
            object M(Template template) => template with { [|Raw = true|], Text = "" };

            object N() => new Letter { [|Raw = true|] };
        }
        """,
        configure: test => test.AddAdditionalFile("AiSecurity.catalog.txt", "encoding-off  P:Contoso.Template.Raw\n"));

    [Fact]
    public Task Code_that_does_not_compile() => VerifyAsync(
        """
        class C
        {
            object M() => new InputVariable { Missing = 1, [|AllowDangerouslySetContent = true|], };
            object N() => new Missing { AllowDangerouslySetContent = true };
            void O(PromptTemplateConfig config) { config.AllowDangerouslySetContent = ; config.AllowDangerouslySetContent = missing; config.AllowDangerouslySetContent = "true"; }
        }
        """,
        configure: test => test.TolerateCompileErrors());

    private static Task ReportsAsync(string member) => VerifyAsync("class C\n{\n    " + member + "\n}\n");

    private static Task VerifyAsync([StringSyntax("C#-test")] string source, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + source, configure: configure);
}
