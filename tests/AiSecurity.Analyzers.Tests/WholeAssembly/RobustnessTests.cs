using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.WholeAssembly;

/// <summary>No analyzer may throw, whatever it is given: what these tests look at is <see cref="Everything.AnalyzeAsync"/> itself.</summary>
public class RobustnessTests
{
    private const int Mutants = 200;
    private const int Seed = 20261125;

    public static TheoryData<string> Broken => Everything.CorpusFiles("Broken");

    public static TheoryData<string, string> Huge => new()
    {
        { "concatenation", Program("var key = " + Repeat("\"a\"", " + ", 3000) + ";") },
        { "concatenation of variables", Program("var text = args[0]; var prompt = " + Repeat("text", " + ", 3000) + "; chat.CompleteChat(prompt);") },
        { "interpolation", Program("var text = args[0]; chat.CompleteChat($\"" + Repeat("{text}", " ", 1500) + "\");") },
        { "nested calls", Program("var key = " + Nest("string.Concat(\"a\", ", "\"b\"", ")", 150) + ";") },
        { "nested parentheses", Program("var key = " + Nest("(", "\"b\"", ")", 300) + ";") },
        { "nested conditionals", Program("var key = " + Nest("args.Length > 1 ? \"a\" : (", "\"b\"", ")", 200) + ";") },
        { "nested lambdas", Program("Func<object> key = " + Nest("() => (Func<object>)(", "() => chat", ")", 60) + ";") },
        { "nested blocks", Program(Nest("if (args.Length > 0) { ", "chat.CompleteChat(args[0]);", " }", 150)) },
        { "long fluent chain", Program("var text = new System.Text.StringBuilder()" + Repeat(".Append(args[0])", "", 800) + ".ToString(); chat.CompleteChat(text);") },
        { "switch with many arms", Program("var key = args.Length switch { " + Numbered(1500, "{0} => \"k{0}\", ") + "_ => \"\" };") },
        { "long collection", Program("string[] keys = [" + Repeat("\"a\"", ", ", 3000) + "]; chat.CompleteChat(keys[0]);") },
        { "chain of locals", Program("var v0 = args[0]; " + Numbered(1500, "var w{0} = v{0}; ", "var v{1} = w{0} + \"x\"; ") + "chat.CompleteChat(v1500);") },
        { "chain of methods", "class C { OpenAI.Chat.ChatClient chat = null!; string M0(string t) => t; " + Numbered(800, "string M{1}(string t) => M{0}(t); ") + "void Run(string[] args) => chat.CompleteChat(M800(args[0])); }" },
        { "everything calls everything", "class C { OpenAI.Chat.ChatClient chat = null!; " + Numbered(60, "string M{0}(string t) => t.Length switch { " + Numbered(60, "{0} => M{0}(t), ").Replace("{", "{{").Replace("}", "}}") + " _ => chat.CompleteChat(t).ToString()! }; ") + "}" },
        { "chain of fields", "class C { static string F0 = System.Environment.GetEnvironmentVariable(\"K\")!; " + Numbered(800, "static string F{1} = F{0}; ") + "object key = new Azure.AzureKeyCredential(F800); }" },
        { "chain of constants", "class C { const string F0 = \"a\"; " + Numbered(800, "const string F{1} = F{0} + \"b\"; ") + "object key = new Azure.AzureKeyCredential(F800); }" },
        { "deep inheritance", "class C0 : Azure.AzureKeyCredential { public C0(string key) : base(key) { } } " + Numbered(300, "class C{1} : C{0} {{ public C{1}(string key) : base(key) {{ }} }} ") + "class D { object key = new C300(\"x\"); }" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Survives_code_that_does_not_compile(string file) => await Everything.AnalyzeAsync(Everything.Compile(Everything.ReadCorpus("Broken", file), file));

    [Theory]
    [MemberData(nameof(Huge))]
    public async Task Survives_size(string name, string source) => await Everything.AnalyzeAsync(Everything.Compile(source, name));

    [Fact]
    public async Task Survives_every_prefix_of_a_call_being_typed()
    {
        const string call = """var client = new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), new AzureKeyCredential(args is [var k, ..] ? k : $"{args[0]}" + "x")).GetChatClient("gpt").CompleteChat([new UserChatMessage(args[0])]);""";
        for (var length = 0; length <= call.Length; length += 3)
            await Everything.AnalyzeAsync(Everything.Compile("using Azure; using Azure.AI.OpenAI; using OpenAI.Chat;\nclass C { void M(string[] args) {\n" + call[..length] + "\n} }"));
    }

    [Fact]
    public async Task Survives_our_own_source()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "OwnSource");
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Verification.TestSetup.ParseOptions, file))
            .ToList();
        Assert.NotEmpty(trees);
        var roslyn = new[] { typeof(Compilation), typeof(CSharpCompilation), typeof(Workspace), typeof(System.Composition.ExportAttribute) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location));
        var diagnostics = await Everything.AnalyzeAsync(Everything.Compile("").AddSyntaxTrees(trees).AddReferences(roslyn));
        Assert.Empty(diagnostics);
    }

    [Fact]
    public async Task Survives_mutants_of_the_corpus()
    {
        var files = new[] { "Vulnerable", "Safe", "Broken" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", folder), "*.cs"))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Select(text => CSharpSyntaxTree.ParseText(text, Verification.TestSetup.ParseOptions).GetRoot().DescendantTokens().Select(token => token.ToFullString()).ToArray())
            .Where(tokens => tokens.Length > 10)
            .ToArray();
        var random = new Random(Seed);
        for (var number = 0; number < Mutants; number++)
        {
            var mutant = Mutate(files[random.Next(files.Length)], files, random);
            try
            {
                await Everything.AnalyzeAsync(Everything.Compile(mutant));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Mutant {number} of seed {Seed}: {exception.Message}\n{mutant}"));
            }
        }
    }

    private static string Mutate(string[] original, string[][] files, Random random)
    {
        var tokens = original.ToList();
        for (var edits = random.Next(1, 8); edits > 0 && tokens.Count > 1; edits--)
        {
            var at = random.Next(tokens.Count);
            var donor = files[random.Next(files.Length)];
            switch (random.Next(5))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    tokens[at] = donor[random.Next(donor.Length)];
                    break;
                case 3:
                    var other = random.Next(tokens.Count);
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                default:
                    tokens.RemoveRange(at, Math.Min(random.Next(1, 12), tokens.Count - at));
                    break;
            }
        }

        return string.Concat(tokens);
    }

    private static string Program(string body) => "class C { void M(string[] args, OpenAI.Chat.ChatClient chat) { " + body + " } }";

    private static string Repeat(string text, string separator, int times) => string.Join(separator, Enumerable.Repeat(text, times));

    private static string Nest(string open, string inner, string close, int times) =>
        Repeat(open, "", times) + inner + Repeat(close, "", times);

    /// <summary>The texts for 0, 1, ...: <c>{0}</c> is the number, <c>{1}</c> the next.</summary>
    private static string Numbered(int times, params string[] texts)
    {
        var result = new StringBuilder();
        for (var number = 0; number < times; number++)
        {
            foreach (var text in texts)
            {
                result.Append(text
                    .Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace("{1}", (number + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace("{{", "{", StringComparison.Ordinal)
                    .Replace("}}", "}", StringComparison.Ordinal));
            }
        }

        return result.ToString();
    }
}
