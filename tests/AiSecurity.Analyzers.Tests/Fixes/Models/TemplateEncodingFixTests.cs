using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Models.TemplateEncodingAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Models.TemplateEncodingFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>AISEC204: what switches the encoding off goes, everything else stays.</summary>
public class TemplateEncodingFixTests
{
    private const string UsingsFile = "/0/Usings.cs";
    private const string Usings = "global using Microsoft.SemanticKernel;";

    [Theory]
    [InlineData("object M() => new KernelPromptTemplateFactory { [|AllowDangerouslySetContent = true|] };", "object M() => new KernelPromptTemplateFactory();")]
    [InlineData("object M() => new KernelPromptTemplateFactory() { [|AllowDangerouslySetContent = true|], };", "object M() => new KernelPromptTemplateFactory();")]
    [InlineData("InputVariable M() => new() { [|AllowDangerouslySetContent = true|] };", "InputVariable M() => new();")]
    [InlineData("object M() => new PromptTemplateConfig(\"a\") { [|AllowDangerouslySetContent = true|] };", "object M() => new PromptTemplateConfig(\"a\");")]
    [InlineData("object M() => new InputVariable { Name = \"a\", [|AllowDangerouslySetContent = true|] };", "object M() => new InputVariable { Name = \"a\" };")]
    [InlineData("object M() => new InputVariable { [|AllowDangerouslySetContent = true|], Name = \"a\" };", "object M() => new InputVariable { Name = \"a\" };")]
    [InlineData("object M() => new InputVariable { Name = \"a\", [|AllowDangerouslySetContent = true|], Default = 1 };", "object M() => new InputVariable { Name = \"a\", Default = 1 };")]
    [InlineData("object M() => (new InputVariable { [|AllowDangerouslySetContent = true|] }, 1);", "object M() => (new InputVariable(), 1);")]
    [InlineData("object M() => new InputVariable { [|AllowDangerouslySetContent = true|] }.Name;", "object M() => new InputVariable().Name;")]
    public Task Initializers(string member, string fixedMember) => FixAsync("class C { " + member + " }", "class C { " + fixedMember + " }");

    [Theory]
    [InlineData("void M(PromptTemplateConfig c) { [|c.AllowDangerouslySetContent = true|]; }", "void M(PromptTemplateConfig c) { }")]
    [InlineData("void M(PromptTemplateConfig c) => [|c.AllowDangerouslySetContent = true|];", "void M(PromptTemplateConfig c) => c.AllowDangerouslySetContent = false;")]
    [InlineData("void M(PromptTemplateConfig c) { if (c.Name == \"a\") [|c.AllowDangerouslySetContent = true|]; }", "void M(PromptTemplateConfig c) { if (c.Name == \"a\") c.AllowDangerouslySetContent = false; }")]
    [InlineData("void M(PromptTemplateConfig c) => c.InputVariables.ForEach(v => [|v.AllowDangerouslySetContent = true|]);", "void M(PromptTemplateConfig c) => c.InputVariables.ForEach(v => v.AllowDangerouslySetContent = false);")]
    [InlineData("PromptTemplateConfig N() => new(); void M() { [|N().AllowDangerouslySetContent = true|]; }", "PromptTemplateConfig N() => new(); void M() { N().AllowDangerouslySetContent = false; }")]
    [InlineData("bool M(PromptTemplateConfig c) => [|c.AllowDangerouslySetContent = true|];", "bool M(PromptTemplateConfig c) => c.AllowDangerouslySetContent = false;")]
    public Task Assignments(string member, string fixedMember) => FixAsync("class C { " + member + " }", "class C { " + fixedMember + " }");

    /// <summary>The outer assignment goes with the inner one.</summary>
    [Fact]
    public Task Chained_assignments() => FixAsync(
        "class C { void M(PromptTemplateConfig a, PromptTemplateConfig b) => [|a.AllowDangerouslySetContent = [|b.AllowDangerouslySetContent = true|]|]; }",
        "class C { void M(PromptTemplateConfig a, PromptTemplateConfig b) => a.AllowDangerouslySetContent = b.AllowDangerouslySetContent = false; }");

    [Fact]
    public Task Copies_stay_copies() => FixAsync(
        """
        namespace Contoso;
        record Template(string Text) { public bool Raw { get; init; } }
        class C
        {
            Template M(Template template) => template with { [|Raw = true|] };

            Template N(Template template) => template with { Text = "", [|Raw = true|] };
        }
        """,
        """
        namespace Contoso;
        record Template(string Text) { public bool Raw { get; init; } }
        class C
        {
            Template M(Template template) => template with { };

            Template N(Template template) => template with { Text = "" };
        }
        """,
        test => test.AddAdditionalFile("AiSecurity.catalog.txt", "encoding-off  P:Contoso.Template.Raw\n"));

    /// <summary>A comment about the member goes with it; one about something else stays.</summary>
    [Fact]
    public Task Comments_and_lines_stay() => FixAsync(
        """
        class C
        {
            object M() => new PromptTemplateConfig
            {
                // The name.
                Name = "a", // shown in traces

                // Raw: AllowDangerouslySetContent is needed for markup.
                [|AllowDangerouslySetContent = true|], // markup
                // The text.
                Template = "{{$text}}",
                InputVariables =
                [
                    new InputVariable
                    {
                        Name = "text", // the question
                        // Of the user.
                        [|AllowDangerouslySetContent = true|]
                    }, // one
                    new()
                    {
                        [|AllowDangerouslySetContent = true|]
                    },
                ],
            };
        }
        """,
        """
        class C
        {
            object M() => new PromptTemplateConfig
            {
                // The name.
                Name = "a", // shown in traces

                // The text.
                Template = "{{$text}}",
                InputVariables =
                [
                    new InputVariable
                    {
                        Name = "text" // the question
                        // Of the user.
                    }, // one
                    new(),
                ],
            };
        }
        """);

    [Fact]
    public Task Statements_leave_their_neighbours_as_they_are() => FixAsync(
        """
        var config = new PromptTemplateConfig("{{$text}}");

        // Markup goes in as it is.
        [|config.AllowDangerouslySetContent = true|];

        // The name.
        config.Name = "a";
        Console.WriteLine(config.Name);
        """,
        """
        var config = new PromptTemplateConfig("{{$text}}");

        // Markup goes in as it is.

        // The name.
        config.Name = "a";
        Console.WriteLine(config.Name);
        """);

    [Fact]
    public Task Line_endings_stay() => FixAsync(
        "class C\r\n{\r\n    object M() => new InputVariable\r\n    {\r\n        [|AllowDangerouslySetContent = true|],\r\n        Name = \"a\"\r\n    };\r\n}\r\n",
        "class C\r\n{\r\n    object M() => new InputVariable\r\n    {\r\n        Name = \"a\"\r\n    };\r\n}\r\n");

    [Fact]
    public Task Variables_that_served_nothing_else_go() => FixAsync(
        """
        class C
        {
            private const bool Raw = true;

            object M()
            {
                const bool raw = true;
                return new[] { new InputVariable { [|AllowDangerouslySetContent = raw|] }, new InputVariable { [|AllowDangerouslySetContent = Raw|] } };
            }
        }
        """,
        """
        class C
        {
            object M()
            {
                return new[] { new InputVariable(), new InputVariable() };
            }
        }
        """);

    [Fact]
    public Task Fix_all_in_several_files() => FixAsync(
        "class C { object M() => new InputVariable { [|AllowDangerouslySetContent = true|] }; }",
        "class C { object M() => new InputVariable(); }",
        test =>
        {
            test.TestState.Sources.Add(("/0/Other.cs", "class D { void M(PromptTemplateConfig c) { [|c.AllowDangerouslySetContent = true|]; } }"));
            test.FixedState.Sources.Add(("/0/Other.cs", "class D { void M(PromptTemplateConfig c) { } }"));
        });

    [Fact]
    public Task Required_members_get_no_fix() => Verify.VerifyNoFixAsync(
        """
        namespace Contoso;
        class Template { public required bool Raw { get; init; } }
        class C { object M() => new Template { [|Raw = true|] }; }
        """,
        configure: test => test.AddAdditionalFile("AiSecurity.catalog.txt", "encoding-off  P:Contoso.Template.Raw\n"));

    private static Task FixAsync([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, Action<Verify.Test>? configure = null) => Verify.VerifyFixAsync(
        source,
        fixedSource,
        "AISEC204.encode",
        configure: test =>
        {
            test.AddSource(UsingsFile, Usings);
            configure?.Invoke(test);
        });
}
