using AiSecurity.Analyzers.Flow.Bodies;
using AiSecurity.Analyzers.Tests.Verification;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Text on its way through projects that are compiled with their sources, as in an editor and the tool: it is reported where it leaves the project that is looked at.</summary>
public class SolutionTests
{
    private const string Advisor = """
        using Microsoft.Extensions.AI;
        public interface IAdvisor { Task<string> AskAsync(string question); }
        public class Advisor(IChatClient client) : IAdvisor
        {
            public async Task<string> AskAsync(string question) => (await client.GetResponseAsync(question)).Text;
            public async Task<string> CountAsync(int number) => (await client.GetResponseAsync($"Count to {number}")).Text;
        }
        """;

    private const string Shield = """
        public class PromptShieldAttribute : Attribute;
        public readonly record struct Verdict(bool IsHostile) { public bool IsClean => !IsHostile; }
        public class Screen(HttpClient http)
        {
            public async Task<bool> IsAttackAsync(string t)
            {
                var response = await http.PostAsync("https://contoso.cognitiveservices.azure.com/contentsafety/text:shieldPrompt?api-version=2024-09-01", new StringContent(System.Text.Json.JsonSerializer.Serialize(new { userPrompt = t })));
                response.EnsureSuccessStatusCode();
                return (await response.Content.ReadAsStringAsync()).Contains("\"attackDetected\":true");
            }
            public async Task<Verdict> InspectAsync(string t) => new(await IsAttackAsync(t));
        }
        """;

    [Theory]
    [InlineData("public Task<string> Post([FromBody] string text) => new Advisor(null!).AskAsync(text);", "AISEC201 AskAsync(text)")]
    [InlineData("public Task<string> Post([FromBody] string text, [FromServices] IAdvisor advisor) => advisor.AskAsync($\"Answer: {text}\");", "AISEC201 AskAsync($\"Answer: {text}\")")]
    [InlineData("public async Task<IActionResult> Get([FromServices] IAdvisor advisor) => Redirect(await advisor.AskAsync(\"Where to?\"));", "AISEC206 await advisor.AskAsync(\"Where to?\")")]
    [InlineData("public Task<string> Post([FromBody] string text) => new Advisor(null!).AskAsync(\"Hello\");", "")]
    [InlineData("public Task<string> Post() => new Advisor(null!).AskAsync(Environment.GetEnvironmentVariable(\"MODEL_API_KEY\")!);", "")]
    [InlineData("public Task<string> Post(int number) => new Advisor(null!).CountAsync(number);", "")]
    [InlineData("public async Task<string> Post([FromBody] string text, [FromServices] Screen screen) => await screen.IsAttackAsync(text) ? \"\" : await new Advisor(null!).AskAsync(text);", "")]
    [InlineData("public async Task<string> Post([FromBody] string text, [FromServices] Screen screen, [FromServices] IChatClient client) { if (await screen.IsAttackAsync(text)) return \"\"; return (await client.GetResponseAsync(text)).Text; }", "")]
    [InlineData("public async Task<string> Post([FromBody] string text, [FromServices] Screen screen) => !await screen.IsAttackAsync(text) ? \"\" : await new Advisor(null!).AskAsync(text);", "AISEC201 AskAsync(text)")]
    [InlineData("public async Task<string> Post([FromBody] string text, [FromServices] Screen screen, [FromServices] IChatClient client) { var verdict = await screen.InspectAsync(text); if (!verdict.IsClean) return \"\"; return (await client.GetResponseAsync(text)).Text; }", "")]
    [InlineData("public async Task<string> Post([FromBody] string text, [FromServices] Screen screen, [FromServices] IChatClient client) { if (await screen.InspectAsync(text) is { IsClean: false }) return \"\"; return (await client.GetResponseAsync(text)).Text; }", "")]
    [InlineData("public async Task<string> Post([FromBody] string text, [FromServices] Screen screen, [FromServices] IChatClient client) { var verdict = await screen.InspectAsync(text); if (verdict.IsClean) return \"\"; return (await client.GetResponseAsync(text)).Text; }", "AISEC201 GetResponseAsync(text)")]
    public async Task Controller_of_another_project(string action, string expected)
    {
        var library = FlowRun.Compile(("Advisor.cs", Advisor), ("Screen.cs", Shield)).WithAssemblyName("Library");
        var found = await FlowRun.BuildAsync(App("[HttpPost] " + action, library));

        Assert.True(expected == string.Join(" ", found.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(Shown)), string.Join(" ", found));
        Assert.Empty(await FlowRun.BuildAsync(library));
    }

    /// <summary>The interface of a shield stands alone in a project of its own, and what implements it in one that is not in view.</summary>
    [Theory]
    [InlineData("if (await shield.IsSuspiciousAsync(text)) return \"\"; ", "")]
    [InlineData("", "AISEC201 GetResponseAsync(text)")]
    public async Task Shield_that_only_has_a_name(string check, string expected)
    {
        var domain = Project("Domain", "public interface IDiffShield { Task<bool> IsSuspiciousAsync(string text); }");
        var app = App("[HttpPost] public async Task<string> Post([FromBody] string text, [FromServices] IDiffShield shield, [FromServices] IChatClient client) { " + check + "return (await client.GetResponseAsync(text)).Text; }", domain);
        Assert.Equal(expected, string.Join(" ", (await FlowRun.BuildAsync(app)).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(Shown)));
    }

    /// <summary>The contract is in one project, what implements it in another.</summary>
    [Fact]
    public async Task Layers()
    {
        var contracts = Project("Contracts", "public interface IModel { Task<string> CompleteAsync(string prompt); }\npublic class Service(IModel model) { public Task<string> RunAsync(string text) => model.CompleteAsync(\"Answer: \" + text); }");
        var models = Project("Models", "using Microsoft.Extensions.AI;\npublic class Model(IChatClient client) : IModel { public async Task<string> CompleteAsync(string prompt) => (await client.GetResponseAsync(prompt)).Text; }", contracts);
        var app = App("[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] Service service) => service.RunAsync(text);", contracts, models);

        Assert.Equal("AISEC201 RunAsync(text)", string.Join(" ", (await FlowRun.BuildAsync(app)).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(Shown)));
        Assert.Empty(await FlowRun.BuildAsync(models));
    }

    /// <summary>Requests of a mediator: the handler is in one project, the model behind a contract in another, and only the program sees both.</summary>
    [Theory]
    [InlineData("[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] ISender sender) => sender.Send(new Ask(text));", "", "AISEC201 Send(new Ask(text))")]
    [InlineData("[HttpPost] public async Task<string> Post([FromBody] string text, [FromServices] ISender sender) { var ask = new Ask(text); return await sender.Send(ask); }", "", "AISEC201 Send(ask)")]
    [InlineData("[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] ISender sender) => sender.Send(new Ask(\"Hello\"));", "", "")]
    [InlineData("[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] ISender sender) => sender.Send(new Count(text));", "", "")]
    [InlineData("[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] ISender sender) => sender.Send(new Ask(text));", "if (await screen.IsAttackAsync(JsonSerializer.Serialize(request))) throw new InvalidOperationException();", "")]
    [InlineData("[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] ISender sender) => sender.Send(new Ask(text));", "if (request is IMarked marked && await screen.IsAttackAsync(marked.Shown)) throw new InvalidOperationException();", "AISEC201 Send(new Ask(text))")]
    public async Task Layers_behind_a_mediator(string action, string behavior, string expected)
    {
        var contracts = Project("Application", "using System.Threading; using System.Text.Json;\n" + Shield + $$"""
            public interface IRequest<T>;
            public interface IRequestHandler<TRequest, T> where TRequest : IRequest<T> { Task<T> Handle(TRequest request, CancellationToken token); }
            public interface IPipelineBehavior<TRequest, T> { Task<T> Handle(TRequest request, Func<Task<T>> next, CancellationToken token); }
            public interface ISender { Task<T> Send<T>(IRequest<T> request, CancellationToken token = default); }
            public interface IModel { Task<string> CompleteAsync(string prompt); }
            public interface IMarked { string Shown { get; } }
            public record Ask(string Text) : IRequest<string>;
            public record Count(string Text) : IRequest<string>;
            public class AskHandler(IModel model) : IRequestHandler<Ask, string> { public Task<string> Handle(Ask request, CancellationToken token) => model.CompleteAsync("Answer: " + request.Text); }
            public class CountHandler(IModel model) : IRequestHandler<Count, string> { public Task<string> Handle(Count request, CancellationToken token) => model.CompleteAsync($"Count to {request.Text.Length}"); }
            public class Screening<TRequest, T>(Screen screen) : IPipelineBehavior<TRequest, T>
            {
                public async Task<T> Handle(TRequest request, Func<Task<T>> next, CancellationToken token) { await Task.Yield(); {{behavior}} return await next(); }
            }
            """);
        var models = Project("Models", "using Microsoft.Extensions.AI;\npublic class Model(IChatClient client) : IModel { public async Task<string> CompleteAsync(string prompt) => (await client.GetResponseAsync(prompt)).Text; }", contracts);
        var app = App(action, contracts, models);

        Assert.Equal(expected, string.Join(" ", (await FlowRun.BuildAsync(app)).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(Shown)));
        Assert.Empty(await FlowRun.BuildAsync(contracts));
    }

    /// <summary>The application's own mediator is in a project of its own.</summary>
    [Theory]
    [InlineData("bus.Send(new Ask(text))", "AISEC201 Send(new Ask(text))")]
    [InlineData("bus.Send(new Count(text))", "")]
    public async Task Own_mediator_of_another_project(string call, string expected)
    {
        var bus = Project("Bus", """
            using Microsoft.Extensions.DependencyInjection;
            public interface IAsk<T>;
            public interface IHandle<TAsk, T> where TAsk : IAsk<T> { Task<T> HandleAsync(TAsk ask); }
            public class Bus(IServiceProvider services)
            {
                public Task<T> Send<T>(IAsk<T> ask) { dynamic handler = services.GetRequiredService(typeof(IHandle<,>).MakeGenericType(ask.GetType(), typeof(T))); return handler.HandleAsync((dynamic)ask); }
            }
            """);
        var handlers = Project("Handlers", """
            using Microsoft.Extensions.AI;
            public record Ask(string Text) : IAsk<string>;
            public record Count(string Text) : IAsk<string>;
            public class AskHandler(IChatClient client) : IHandle<Ask, string> { public async Task<string> HandleAsync(Ask ask) => (await client.GetResponseAsync(ask.Text)).Text; }
            public class CountHandler(IChatClient client) : IHandle<Count, string> { public async Task<string> HandleAsync(Count ask) => (await client.GetResponseAsync($"Count to {ask.Text.Length}")).Text; }
            """, bus);
        var app = App($"[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] Bus bus) => {call};", bus, handlers);

        Assert.Equal(expected, string.Join(" ", (await FlowRun.BuildAsync(app)).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(Shown)));
    }

    /// <summary>A library offers its shield as a step of a client's pipeline; the program takes it or not.</summary>
    [Theory]
    [InlineData(".UseFunctionInvocation()", OutputKind.ConsoleApplication, "AISEC201 GetResponseAsync(text)")]
    [InlineData(".UseScreen(null!)", OutputKind.ConsoleApplication, "")]
    [InlineData(".UseDefaults()", OutputKind.ConsoleApplication, "")]
    [InlineData(".UseFunctionInvocation()", OutputKind.DynamicallyLinkedLibrary, "")]
    public async Task Shield_that_a_library_offers(string step, OutputKind kind, string expected)
    {
        var library = Project("Defaults", "using Microsoft.Extensions.AI;\n" + Shield + """
            public class ScreenedClient(IChatClient inner, Screen screen) : DelegatingChatClient(inner)
            {
                public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, System.Threading.CancellationToken cancellationToken = default)
                {
                    foreach (var message in messages)
                    {
                        if (await screen.IsAttackAsync(message.Text))
                            throw new InvalidOperationException();
                    }
                    return await base.GetResponseAsync(messages, options, cancellationToken);
                }
            }
            public static class Steps
            {
                public static ChatClientBuilder UseScreen(this ChatClientBuilder builder, Screen screen) => builder.Use(inner => new ScreenedClient(inner, screen));
            }
            """);
        var steps = Project("Steps", "using Microsoft.Extensions.AI;\npublic static class Defaults { public static ChatClientBuilder UseDefaults(this ChatClientBuilder builder) => builder.UseScreen(null!).UseFunctionInvocation(); }", library);
        var app = App(
            "[HttpPost] public async Task<string> Post([FromBody] string text, [FromServices] IChatClient client) => (await client.GetResponseAsync(text)).Text; "
            + "public static void Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services, IChatClient inner) => Microsoft.Extensions.DependencyInjection.ChatClientBuilderServiceCollectionExtensions.AddChatClient(services, inner)" + step + "; public static void Main() { }",
            library, steps);

        app = app.WithOptions(app.Options.WithOutputKind(kind));
        Assert.Equal(expected, string.Join(" ", (await FlowRun.BuildAsync(app)).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(Shown)));
    }

    /// <summary>The compiler maps the symbols of a project whose references are of other versions.</summary>
    [Theory]
    [InlineData("public Task<string> Post([FromBody] string text, [FromServices] IAdvisor advisor) => advisor.AskAsync(text);", "AISEC201 AskAsync(text)")]
    [InlineData("public async Task<string> Post([FromBody] string text, [FromServices] Screen screen, [FromServices] IChatClient client) { if (await screen.IsAttackAsync(text)) return \"\"; return (await client.GetResponseAsync(text)).Text; }", "")]
    public async Task References_of_other_versions(string action, string expected)
    {
        var library = Everything.Compile(Advisor, "Advisor.cs").AddSyntaxTrees(CSharpSyntaxTree.ParseText(Shield + "\npublic class More : Extra;", TestSetup.ParseOptions, "Screen.cs")).WithAssemblyName("Library").AddReferences(Extra("1.0.0.0"));
        Assert.Empty(library.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await FlowRun.BuildAsync(App("[HttpPost] " + action, library).AddReferences(Extra("2.0.0.0")));

        Assert.True(expected == string.Join(" ", found.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(Shown)), string.Join(" ", found));
    }

    [Fact]
    public async Task Another_version_of_the_language()
    {
        var old = TestSetup.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp10);
        var library = CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText("using Microsoft.Extensions.AI;\nusing System.Threading.Tasks;\npublic class Old { public static async Task<string> AskAsync(IChatClient client, string question) => (await client.GetResponseAsync(question)).Text; }", old, "Old.cs")], Everything.Compile("", "Empty.cs").References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(library.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var found = await FlowRun.BuildAsync(App("[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] IChatClient client) => Old.AskAsync(client, text);", library));

        Assert.Equal("AISEC201 AskAsync(client, text)", string.Join(" ", found.Select(Shown)));
    }

    /// <summary>A file that both projects compile is there once.</summary>
    [Fact]
    public async Task Shared_files()
    {
        const string Text = "using Microsoft.Extensions.AI;\ninternal static class Texts { public static string Of(string text) => text.Trim(); }";
        var library = FlowRun.Compile(("Advisor.cs", Advisor), ("Texts.cs", Text)).WithAssemblyName("Library");
        var app = App("[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] IAdvisor advisor) => advisor.AskAsync(text.Trim());", library).AddSyntaxTrees(CSharpSyntaxTree.ParseText(Text, TestSetup.ParseOptions, "Texts.cs"));

        Assert.Equal("AISEC201 AskAsync(text.Trim())", string.Join(" ", (await FlowRun.BuildAsync(app)).Select(Shown)));
    }

    /// <summary>What a project reports by itself, its users do not repeat.</summary>
    [Fact]
    public async Task Ways_inside_the_other_project()
    {
        var library = FlowRun.Compile(("Advisor.cs", Advisor + "\npublic class Own(Advisor advisor) : Microsoft.AspNetCore.Mvc.ControllerBase { [Microsoft.AspNetCore.Mvc.HttpPost] public Task<string> Post([Microsoft.AspNetCore.Mvc.FromBody] string text) => advisor.AskAsync(text); }")).WithAssemblyName("Library");

        Assert.NotEmpty(await FlowRun.BuildAsync(library));
        Assert.Empty(await FlowRun.BuildAsync(App("public int Number() => 1;", library)));
    }

    /// <summary>What a project's bodies mean is asked once, however many use it.</summary>
    [Fact]
    public async Task Two_users_of_a_project()
    {
        var library = FlowRun.Compile(("Advisor.cs", Advisor)).WithAssemblyName("Library");
        const string Action = "[HttpPost] public Task<string> Post([FromBody] string text) => new Advisor(null!).AskAsync(text);";
        var body = library.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes()).OfType<MethodDeclarationSyntax>().Single(static method => method.Identifier.ValueText == "AskAsync" && method.ExpressionBody is not null);

        Assert.Single(await FlowRun.BuildAsync(App(Action, library)));
        var graph = SharedGraphs.Of(body, library, static () => null);
        Assert.Single(await FlowRun.BuildAsync(App(Action, library)));

        Assert.NotNull(graph);
        Assert.Same(graph, SharedGraphs.Of(body, library, static () => null));
    }

    /// <summary>Each project has a type of that name.</summary>
    [Fact]
    public async Task Same_name_in_two_projects()
    {
        const string Texts = "internal static class Texts { public static string Of(string text) => TEXT; }";
        var library = FlowRun.Compile(("Advisor.cs", Advisor), ("Texts.cs", Texts.Replace("TEXT", "\"constant\""))).WithAssemblyName("Library");
        var app = App("[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] IAdvisor advisor) => advisor.AskAsync(Texts.Of(text)); }\n" + Texts.Replace("TEXT", "text.Trim()")[..^1], library);

        Assert.Equal("AISEC201 AskAsync(Texts.Of(text))", string.Join(" ", (await FlowRun.BuildAsync(app)).Select(Shown)));
    }

    /// <summary>A client of another project that asks a shield before it sends, whatever the compiler makes of the two projects.</summary>
    [Theory]
    [InlineData("1.0.0.0", "if (await screen.IsAttackAsync(text)) throw new Exception(); ", "")]
    [InlineData("1.0.0.0", "", "AISEC201 AskAsync(text)")]
    [InlineData("2.0.0.0", "if (await screen.IsAttackAsync(text)) throw new Exception(); ", "")]
    [InlineData("2.0.0.0", "", "AISEC201 AskAsync(text)")]
    public async Task Own_client_of_another_project(string version, string check, string expected)
    {
        var client = "using Microsoft.Extensions.AI;\npublic class Careful(IChatClient inner, Screen screen) { public async Task<string> AskAsync(string text) { " + check + "return (await inner.GetResponseAsync(text)).Text; } }\npublic class More : Extra;";
        var library = Everything.Compile(client, "Careful.cs").AddSyntaxTrees(CSharpSyntaxTree.ParseText(Shield, TestSetup.ParseOptions, "Screen.cs")).WithAssemblyName("Library").AddReferences(Extra("1.0.0.0"));
        var app = App("[HttpPost] public Task<string> Post([FromBody] string text, [FromServices] Careful careful) => careful.AskAsync(text);", library).AddReferences(Extra(version));

        Assert.Equal(expected, string.Join(" ", (await FlowRun.BuildAsync(app)).Select(Shown)));
    }

    /// <summary>A file shows its own flows by itself; the shield of the pipeline stands in the library.</summary>
    [Theory]
    [InlineData("if (await screen.IsAttackAsync(message.Text)) throw new Exception();", "")]
    [InlineData("Console.WriteLine(message.Text.Length + screen.GetHashCode());", "AISEC201 GetResponseAsync(text)")]
    public async Task Pipeline_of_another_project(string check, string expected)
    {
        var client = "using Microsoft.Extensions.AI;\npublic class Careful(IChatClient inner, Screen screen) : DelegatingChatClient(inner) { public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken token = default) { foreach (var message in messages) { " + check + " } return await base.GetResponseAsync(messages, options, token); } }";
        var library = FlowRun.Compile(("Careful.cs", client), ("Screen.cs", Shield)).WithAssemblyName("Library");

        Assert.Equal(expected, string.Join(" ", (await FlowRun.BuildAsync(App("[HttpPost] public async Task<string> Post([FromBody] string text, [FromServices] IChatClient client) => (await client.GetResponseAsync(text)).Text;", library))).Select(Shown)));
    }

    private static Compilation App(string action, params Compilation[] libraries) => Project("App", "using Microsoft.AspNetCore.Mvc;\nusing Microsoft.Extensions.AI;\npublic class Chat : ControllerBase { " + action + " }", libraries);

    private static Compilation Project(string name, string source, params Compilation[] libraries)
    {
        var project = Everything.Compile(source, name + ".cs").WithAssemblyName(name).AddReferences(libraries.Select(static library => library.ToMetadataReference()));
        Assert.Empty(project.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return project;
    }

    private static MetadataReference Extra(string version)
    {
        using var image = new MemoryStream();
        Assert.True(CSharpCompilation.Create("Extra", [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public class Extra;")], Everything.Compile("", "Empty.cs").References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static string Shown(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}";
}
