using System.Composition;
using System.Composition.Hosting;
using AiSecurity.Analyzers.CodeFixes.Refactorings;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace AiSecurity.Analyzers.Tests.Fixes.Guarding;

/// <summary>The edits of the fixes where nothing is reported.</summary>
public class GuardRefactoringTests
{
    private const string Engine = "namespace Jint { public class Engine { public Engine Execute(string code) => this; public object Evaluate(string code) => code; } }";

    [Fact]
    public async Task Shields_a_prompt_that_nothing_is_known_of() => Assert.Equal(
        Service("""
            await promptShield.EnsureSafeAsync(question, cancellationToken);
            // The answer.
            return (await client.GetResponseAsync($"Answer: {question}")).Text; // asked
            """).Replace("(IChatClient client)", "(IChatClient client, PromptShield promptShield)", StringComparison.Ordinal),
        await CodeRefactoringVerifier<ShieldPromptRefactoring>.ApplyAsync(Service("""
            // The answer.
            return (await client.[|GetResponseAsync|]($"Answer: {question}")).Text; // asked
            """)));

    [Theory]
    [InlineData("""return question.[|Trim|]();""")]
    [InlineData("""return (await client.[|GetResponseAsync|]("Hello")).Text;""")]
    [InlineData("""await new PromptShield(null!).EnsureSafeAsync(question); return (await client.[|GetResponseAsync|](question)).Text;""")]
    public async Task Shields_nothing_else(string body) => Assert.Null(await CodeRefactoringVerifier<ShieldPromptRefactoring>.ApplyAsync(Service(body)));

    [Fact]
    public async Task Shields_nothing_without_the_package() => Assert.Null(await CodeRefactoringVerifier<ShieldPromptRefactoring>.ApplyAsync(
        Service("return (await client.[|GetResponseAsync|](question)).Text;").Replace("using AiSecurity.Guards;\n", "", StringComparison.Ordinal), SdkSet.Latest));

    [Fact]
    public async Task Runs_code_in_a_session() => Assert.Equal(
        Service("return (await sandbox.ExecuteAsync(question, cancellationToken)).StandardOutput;").Replace("(IChatClient client)", "(IChatClient client, SandboxedSession sandbox)", StringComparison.Ordinal),
        await CodeRefactoringVerifier<SandboxRefactoring>.ApplyAsync(Service("return new Jint.Engine().[|Evaluate|](question).ToString()!;"), SdkSet.Stubs, Engine));

    [Theory]
    [InlineData("""return new Jint.Engine().[|Evaluate|]("1 + 1").ToString()!;""")]
    [InlineData("""return new Jint.Engine().Execute(question).[|ToString|]()!;""")]
    public async Task Runs_nothing_else(string body) => Assert.Null(await CodeRefactoringVerifier<SandboxRefactoring>.ApplyAsync(Service(body), SdkSet.Stubs, Engine));

    [Fact]
    public void Composition_creates_every_refactoring()
    {
        using var container = new ContainerConfiguration().WithAssembly(typeof(ShieldPromptRefactoring).Assembly).CreateContainer();
        var exports = container.GetExports<ExportFactory<CodeRefactoringProvider, Dictionary<string, object>>>().ToList();
        Assert.Equal(
            typeof(ShieldPromptRefactoring).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeRefactoringProvider))).Select(type => type.Name).Order(StringComparer.Ordinal),
            exports.Select(export => export.CreateExport().Value.GetType().Name).Order(StringComparer.Ordinal));
        Assert.All(exports, export => Assert.Equal([LanguageNames.CSharp], (string[])export.Metadata["Languages"]));
        Assert.All(exports, export => Assert.DoesNotContain(export.CreateExport().Value.GetType().CustomAttributes, attribute => attribute.AttributeType.Name == "SharedAttribute"));
    }

    private static string Service(string body) => $$"""
        using AiSecurity.Guards;
        using Microsoft.Extensions.AI;

        public class Service(IChatClient client)
        {
            public async Task<string> AskAsync(string question, CancellationToken cancellationToken)
            {
                await Task.Yield();
        {{string.Join('\n', body.Split('\n').Select(line => "        " + line))}}
            }
        }

        """;
}
