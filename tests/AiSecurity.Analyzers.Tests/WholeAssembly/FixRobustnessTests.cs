using System.Globalization;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.WholeAssembly;

/// <summary>No fix may throw, on code that is half typed either, and what it offers changes something and compiles no worse than before.</summary>
public class FixRobustnessTests
{
    private const int Mutants = 60;
    private const int Seed = 20261126;

    /// <summary>Places that fixes of text and models look at, in one file.</summary>
    private const string Source = """
        using System.Data.Common;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Html;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

        static class App
        {
            static void Map(WebApplication app, IChatClient client, IChatCompletionService chat, DbConnection database, OpenAI.Chat.ChatClient openai) => app.MapPost("/chat", async (string text, int number) =>
            {
                var instructions = $"You are {text}.";
                var messages = new List<ChatMessage> { new(ChatRole.System, instructions), new ChatMessage(ChatRole.System, "Be " + text + "."), };
                messages.Add(new(ChatRole.System, $@"You ""{text}"" and {number}")); // added
                var response = await client.GetResponseAsync(messages);
                await client.GetResponseAsync([new(ChatRole.System, $"a {text} {response.Text}")]);
                var history = new ChatHistory($"Be {text}");
                history.AddSystemMessage($"a {text}");
                history.AddMessage(AuthorRole.System, text);
                await chat.GetChatMessageContentsAsync(history);
                await openai.CompleteChatAsync(new OpenAI.Chat.SystemChatMessage("You " + response.Text), new OpenAI.Chat.UserChatMessage("a"));
                var answer = response.Text;
                using var command = database.CreateCommand();
                command.CommandText = $"SELECT * FROM T WHERE A = '{answer}' AND B IN ({answer}, '%{answer}') LIMIT {number}";
                var html = new HtmlString("<b>" + answer + $"</b>{answer}");
                File.WriteAllText(Path.Combine("out", answer), html.ToString());
                File.Delete($"out/{answer}.txt");
                var factory = new KernelPromptTemplateFactory { AllowDangerouslySetContent = true };
                var variable = new InputVariable { Name = "a", AllowDangerouslySetContent = true, };
                variable.AllowDangerouslySetContent = true;
                return Results.Ok(response.Text + factory + variable);
            });
        }
        """;

    [Fact]
    public async Task Survives_mutants()
    {
        var tokens = CSharpSyntaxTree.ParseText(Source, TestSetup.ParseOptions).GetRoot().DescendantTokens().Select(token => token.ToFullString()).ToArray();
        var random = new Random(Seed);
        var offered = 0;
        for (var number = 0; number < Mutants; number++)
        {
            var mutant = number == 0 ? Source : Mutate(tokens, random);
            try
            {
                offered += await FixAsync(mutant);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Mutant {number} of seed {Seed}: {exception}\n{mutant}"));
            }
        }

        // The mutants are no use when nothing is left of what the fixes look at.
        Assert.True(offered > Mutants, string.Create(CultureInfo.InvariantCulture, $"{offered} fixes"));
    }

    private static string Mutate(string[] original, Random random)
    {
        var tokens = original.ToList();
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var place = random.Next(tokens.Count);
            switch (random.Next(3))
            {
                case 0:
                    tokens.RemoveAt(place);
                    break;
                case 1:
                    tokens[place] = original[random.Next(original.Length)];
                    break;
                default:
                    tokens.Insert(place, original[random.Next(original.Length)]);
                    break;
            }
        }

        return string.Concat(tokens);
    }

    private static async Task<int> FixAsync(string source)
    {
        var compilation = Everything.Compile(source);
        var diagnostics = (await Everything.AnalyzeAsync(compilation)).Where(diagnostic => diagnostic.Location.SourceTree == compilation.SyntaxTrees.Last()).ToList();
        if (diagnostics.Count == 0)
            return 0;

        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Mutant", "Mutant", LanguageNames.CSharp, compilationOptions: compilation.Options, parseOptions: TestSetup.ParseOptions, metadataReferences: compilation.References));
        var usings = project.AddDocument("GlobalUsings.g.cs", TestSetup.GlobalUsings);
        var document = usings.Project.AddDocument("Test.cs", source);
        var offered = 0;
        foreach (var fix in Everything.Fixes)
        {
            foreach (var diagnostic in diagnostics.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var actions = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
                foreach (var action in actions)
                {
                    var operation = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
                    var changed = operation.ChangedSolution.GetDocument(document.Id)!;
                    Assert.NotEqual(source, (await changed.GetTextAsync()).ToString());
                    Assert.True(await ErrorsAsync(changed) <= await ErrorsAsync(document), $"{action.Title}\n{await changed.GetTextAsync()}");
                    offered++;
                }
            }
        }

        return offered;
    }

    private static async Task<int> ErrorsAsync(Document document) =>
        (await document.GetSemanticModelAsync())!.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
