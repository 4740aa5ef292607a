using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Data.SharedConversationAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Data;

/// <summary>AISEC403: conversations that all users of a server share.</summary>
public class SharedConversationAnalyzerTests
{
    private const string Usings = """
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.SemanticKernel.ChatCompletion;

        """;

    [Theory]
    [InlineData("static readonly ChatHistory [|history|] = new(); void M(string q) => history.AddUserMessage(q);")]
    [InlineData("static ChatHistory [|History|] { get; } = new(); void M(string q) { C.History.AddUserMessage(q); }")]
    [InlineData("static List<ChatMessage> [|messages|] = []; void M(string q) => messages.Add(new(ChatRole.User, q));")]
    [InlineData("static IList<ChatMessage>? [|messages|]; void M(string q) { messages ??= []; messages?.Add(new(ChatRole.User, q)); }")]
    [InlineData("static List<OpenAI.Chat.ChatMessage> [|messages|] = []; void M(string q) => messages.Add(new OpenAI.Chat.UserChatMessage(q));")]
    [InlineData("static readonly List<Turn> [|turns|] = []; void M(string q) => turns.Add(new Turn(\"user\", q)); record Turn(string Role, string Content);")]
    [InlineData("static List<Turn> [|turns|] = [new(Who.System, \"Hi\")]; void M(string q) => turns.Add(new Turn(Who.User, q)); enum Who { System, User } record Turn(Who Role, string Text);")]
    [InlineData("static List<Turn> turns = [new(\"user\", \"Hi\")]; object M() => turns.Count; record Turn(string Role, string Content);")]
    [InlineData("static List<Member> members = []; void M(string q) => members.Add(new Member(\"admin\", q)); record Member(string Role, string Name);")]
    [InlineData("static List<string> lines = []; void M(string q) => lines.Add(q);")]
    [InlineData("static Dictionary<string, List<Turn>> turns = []; void M(string u, string q) => turns[u].Add(new Turn(\"user\", q)); record Turn(string Role, string Content);")]
    [InlineData("List<Turn> turns = []; void M(string q) => turns.Add(new Turn(\"user\", q)); record Turn(string Role, string Content);")]
    [InlineData("static readonly ChatClientAgentSession? [|session|] = null; Task M(AIAgent a, string q) => a.RunAsync(q, session);")]
    [InlineData("static readonly SagaChatHistory [|saga|] = new(); void M(string q) => saga.AddUserMessage(q); class SagaChatHistory : ChatHistory { }")]
    [InlineData("static readonly OrderHistory orders = new(); void M(string q) => orders.Add(q); class OrderHistory : List<string> { }")]
    [InlineData("static AgentSession? [|session|]; Task M(AIAgent a, string q) => a.RunAsync(q, session);")]
    [InlineData("static AgentSession? [|session|]; async Task M(AIAgent a) => session = await a.CreateSessionAsync();")]
    [InlineData("static string? [|thread|]; async Task M(OpenAI.Assistants.AssistantClient a) { if (thread == null) { OpenAI.Assistants.AssistantThread created = await a.CreateThreadAsync(); thread = created.Id; } }")]
    [InlineData("static string? [|thread|]; async Task M(OpenAI.Assistants.AssistantClient a) => thread ??= (await a.CreateThreadAsync()).Value.Id;")]
    [InlineData("static string? run; void M(OpenAI.Assistants.ThreadRun r) => run = r.Id;")]
    [InlineData("async Task M(OpenAI.Assistants.AssistantClient a) { string? thread = null; thread = (await a.CreateThreadAsync()).Value.Id; }")]
    [InlineData("string? thread; async Task M(OpenAI.Assistants.AssistantClient a) => thread = (await a.CreateThreadAsync()).Value.Id;")]
    public Task Static(string members) => VerifyAsync("class C { " + members + " }");

    [Theory]
    [InlineData("s.AddSingleton<Chat>();")]
    [InlineData("s.AddSingleton(new Chat());")]
    [InlineData("s.AddSingleton(p => new Chat());")]
    [InlineData("s.AddSingleton<object, Chat>();")]
    public Task Of_singletons(string registration) =>
        VerifyAsync("class Chat { readonly List<ChatMessage> [|messages|] = []; public void Ask(string q) => messages.Add(new(ChatRole.User, q)); } class C { void M(IServiceCollection s) { " + registration + " } }");

    /// <summary>The project that serves knows that there is one of them; the library that keeps the conversation does not.</summary>
    [Theory]
    [InlineData("s.AddSingleton<IChat, Chat>();", true)]
    [InlineData("s.AddSingleton<Chat>();", true)]
    [InlineData("s.AddSingleton<IChat>(p => new Chat());", true)]
    [InlineData("s.AddScoped<IChat, Chat>();", false)]
    [InlineData("s.AddSingleton<Quiet>();", false)]
    public async Task Of_another_project(string registration, bool isReported)
    {
        var library = Everything.Compile("""
            using Microsoft.Extensions.AI;
            public interface IChat;
            public class Chat : IChat { readonly List<ChatMessage> messages = []; public void Ask(string q) => messages.Add(new(ChatRole.User, q)); }
            public class Quiet { readonly List<ChatMessage> messages = [new(ChatRole.User, "a")]; public int Count => messages.Count; }
            """, "Chat.cs").WithAssemblyName("Library");
        var app = Everything.Compile("using Microsoft.Extensions.DependencyInjection; public class Setup : Microsoft.AspNetCore.Mvc.ControllerBase { void M(IServiceCollection s) { " + registration + " } }", "Setup.cs").WithAssemblyName("App").AddReferences(library.ToMetadataReference());
        Assert.Empty(app.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var found = await app.WithAnalyzers([new AiSecurity.Analyzers.Rules.Data.SharedConversationAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(isReported ? ["'Chat' is registered as a singleton and keeps 'messages', so that what one user says is in the conversation of the next; keep one for each user or conversation"] : [], found.Select(static diagnostic => diagnostic.GetMessage(null)));
    }

    [Theory]
    [InlineData("s.[|AddSingleton<ChatHistory>|]();")]
    [InlineData("s.[|AddSingleton|](new ChatHistory());")]
    [InlineData("s.[|AddSingleton|](p => new ChatHistory(\"Be kind\"));")]
    public Task Registered(string registration) => VerifyAsync("class C { void M(IServiceCollection s) { " + registration + " } }");

    [Theory]
    [InlineData("class C { static readonly ChatHistory examples = [new(AuthorRole.User, \"a\"), new(AuthorRole.Assistant, \"b\")]; object M(string q) { var h = new ChatHistory(examples); h.AddUserMessage(q); return h; } }")]
    [InlineData("class C { static readonly List<ChatMessage> examples; static C() { examples = []; examples.Add(new(ChatRole.User, \"a\")); } object M() => examples; }")]
    [InlineData("class C { static readonly IReadOnlyList<ChatMessage> examples = [new(ChatRole.User, \"a\")]; object M() => examples; }")]
    [InlineData("class C { static readonly Dictionary<string, ChatHistory> histories = []; void M(string user, string q) => histories[user].AddUserMessage(q); }")]
    [InlineData("class C { static readonly System.Collections.Concurrent.ConcurrentDictionary<string, List<ChatMessage>> all = new(); void M(string user, string q) => all.GetOrAdd(user, _ => []).Add(new(ChatRole.User, q)); }")]
    [InlineData("class C { static readonly AsyncLocal<ChatHistory> history = new(); void M(string q) => history.Value!.AddUserMessage(q); }")]
    [InlineData("class C { [ThreadStatic] static ChatHistory? history; void M(string q) => history!.AddUserMessage(q); }")]
    [InlineData("class C { readonly ChatHistory history = new(); void M(string q) => history.AddUserMessage(q); }")]
    [InlineData("class C { void M(string q) { var history = new ChatHistory(); history.AddUserMessage(q); } }")]
    [InlineData("class Chat { readonly ChatHistory history = new(); public void Ask(string q) => history.AddUserMessage(q); } class C { void M(IServiceCollection s) => s.AddScoped<Chat>(); }")]
    [InlineData("class Chat(IServiceProvider p) : BackgroundService { readonly ChatHistory history = new(); protected override Task ExecuteAsync(CancellationToken t) { history.AddUserMessage(\"tick\"); return Task.CompletedTask; } } class C { void M(IServiceCollection s) => s.AddSingleton<Chat>(); }")]
    [InlineData("class C { void M(IServiceCollection s) => s.AddScoped<ChatHistory>(); }")]
    [InlineData("class C { void M(IServiceCollection s, IChatClient c) => s.AddSingleton(c); }")]
    [InlineData("class C { class ChatHistory { public void Add(string q) { } } static ChatHistory history = new(); void M(string q) => history.Add(q); }")]
    [InlineData("class C { static List<string> history = []; void M(string q) => history.Add(q); }")]
    public Task Quiet(string source) => VerifyAsync(source);

    [Fact]
    public Task Programs_of_one_person() => Verify.VerifyAsync(Usings + "class C { static readonly ChatHistory history = new(); static void Main() { history.AddUserMessage(Console.ReadLine()!); } }", configure: test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Test_projects() => VerifyAsync("class C { static readonly ChatHistory history = new(); void M(string q) => history.AddUserMessage(q); }", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("class C { static readonly ChatHistory [|history|] = new(; static Missing<ChatHistory> other; void M(string q, Missing m) { history.AddUserMessage(m.Text(q); other.Add( } }", test => test.TolerateCompileErrors());

    [Theory]
    [InlineData("class Drafts { readonly List<ChatMessage> [|messages|] = []; public List<ChatMessage> Messages => messages; }", "d.Messages.Add(new(ChatRole.User, q));")]
    [InlineData("class Drafts { public List<ChatMessage> [|Messages|] { get; } = []; }", "d.Messages.Add(new(ChatRole.User, q));")]
    [InlineData("class Drafts { readonly List<ChatMessage> messages = []; public List<ChatMessage> Messages => messages; }", "_ = d.Messages.Count;")]
    [InlineData("class Drafts { readonly List<ChatMessage> messages = []; public object Messages => messages.ToArray(); }", "_ = d.Messages;")]
    public Task Shown_to_others(string drafts, string use) =>
        VerifyAsync(drafts + " class C { void M(IServiceCollection s) => s.AddSingleton<Drafts>(); }", test => test.TestState.Sources.Add(Usings + "class Ask { void M(Drafts d, string q) { " + use + " } }"));

    private static Task VerifyAsync([StringSyntax("C#-test")] string source, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + source, configure: test =>
    {
        test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true");
        configure?.Invoke(test);
    });
}
