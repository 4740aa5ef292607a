using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.FlowAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Where a user's text comes into the program.</summary>
public class EntryTests
{
    public static TheoryData<string, string> Programs => new()
    {
        { "lambda", """app.MapPost("/chat", async (string text) => (await client.{|AISEC201:GetResponseAsync(text)|}).Text);""" },
        { "lambda with a service", """app.MapPost("/chat", async (string text, IChatClient chat) => (await chat.{|AISEC201:GetResponseAsync(text)|}).Text);""" },
        { "MapGet", """app.MapGet("/chat/{text}", (string text, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(text)|});""" },
        { "MapMethods", """app.MapMethods("/chat", new[] { "POST" }, (string text, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(text)|});""" },
        { "group", """var group = app.MapGroup("/api"); group.MapPost("/chat", (string text, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(text)|});""" },
        { "fluent", """app.MapPost("/chat", (string text, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(text)|}).WithName("chat");""" },
        { "body record", """app.MapPost("/chat", (Ask ask, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(ask.Text)|});""" },
        { "body of turns", """app.MapPost("/chat", (Talk talk, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(talk.Turns[0].Parts[0].Text)|});""" },
        { "numbers of a body of turns", """app.MapPost("/chat", (Talk talk, IChatClient chat) => chat.GetResponseAsync($"{talk.Turns[0].Parts.Count}"));""" },
        { "body of numbers", """app.MapPost("/chat", (Measures measures, IChatClient chat) => chat.GetResponseAsync($"{measures.All[0].Values[0]}"));""" },
        { "explicit body", """app.MapPost("/chat", ([FromBody] string text, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(text)|});""" },
        { "header", """app.MapPost("/chat", ([FromHeader(Name = "x-prompt")] string text, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(text)|});""" },
        { "AsParameters", """app.MapPost("/chat", ([AsParameters] Ask ask, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(ask.Text)|});""" },
        { "array", """app.MapPost("/chat", (string[] texts, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(texts[0])|});""" },
        { "list of records", """app.MapPost("/chat", (List<Ask> asks, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(asks[0].Text)|});""" },
        { "message", """app.MapPost("/chat", (ChatMessage message, IChatClient chat) => chat.{|AISEC201:GetResponseAsync([message])|});""" },
        { "list of messages", """app.MapPost("/chat", (List<ChatMessage> messages, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(messages)|});""" },
        { "options", """app.MapPost("/chat", (ChatOptions options, IChatClient chat) => chat.GetResponseAsync("Hello", options));""" },
        { "JSON element", """app.MapPost("/chat", (JsonElement body, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(body.GetProperty("text").GetString()!)|});""" },
        { "form file", """app.MapPost("/chat", async (IFormFile file, IChatClient chat) => { using var reader = new StreamReader(file.OpenReadStream()); return await chat.{|AISEC201:GetResponseAsync(await reader.ReadToEndAsync())|}; });""" },
        { "query", """app.MapGet("/chat", (HttpContext context, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(context.Request.Query["q"].ToString())|});""" },
        { "query of a request", """app.MapGet("/chat", (HttpRequest request, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(request.Query["q"]!)|});""" },
        { "header of a request", """app.MapGet("/chat", (HttpRequest request, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(request.Headers["x-prompt"].ToString())|});""" },
        { "form", """app.MapPost("/chat", async (HttpRequest request, IChatClient chat) => { var form = await request.ReadFormAsync(); return await chat.{|AISEC201:GetResponseAsync(form["q"]!)|}; });""" },
        { "body stream", """app.MapPost("/chat", async (HttpRequest request, IChatClient chat) => { using var reader = new StreamReader(request.Body); return await chat.{|AISEC201:GetResponseAsync(await reader.ReadToEndAsync())|}; });""" },
        { "body as JSON", """app.MapPost("/chat", async (HttpRequest request, IChatClient chat) => { var ask = await request.ReadFromJsonAsync<Ask>(); return await chat.{|AISEC201:GetResponseAsync(ask!.Text)|}; });""" },
        { "route values", """app.MapGet("/chat/{q}", (HttpRequest request, IChatClient chat) => chat.{|AISEC201:GetResponseAsync((string)request.RouteValues["q"]!)|});""" },
        { "request delegate", """app.MapGet("/chat", async context => { var chat = context.RequestServices.GetRequiredService<IChatClient>(); await chat.{|AISEC201:GetResponseAsync(context.Request.Query["q"]!)|}; });""" },
        { "middleware", """app.Use(async (context, next) => { await client.{|AISEC201:GetResponseAsync(context.Request.Query["q"]!)|}; await next(context); });""" },
        { "local function", """app.MapPost("/chat", Chat); Task<ChatResponse> Chat(string text) => client.{|AISEC201:GetResponseAsync(text)|};""" },
        { "static local function", """app.MapPost("/chat", Chat); static Task<ChatResponse> Chat(string text, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(text)|};""" },
        { "lambda in a variable", """var handler = (string text, IChatClient chat) => chat.{|AISEC201:GetResponseAsync(text)|}; app.MapPost("/chat", handler);""" },
        { "method group", """app.MapPost("/chat", Handlers.Chat);""" },
        { "method group of an instance", """var handlers = new InstanceHandlers(client); app.MapPost("/chat", handlers.Chat);""" },
        { "number is clean", """app.MapPost("/chat", (int number, Guid id, bool flag, DateTime when, decimal price, IChatClient chat) => chat.GetResponseAsync($"{number} {id} {flag} {when} {price}"));""" },
        { "number of the body is clean", """app.MapPost("/chat", (Ask ask, IChatClient chat) => chat.GetResponseAsync($"{ask.Number}"));""" },
        { "member of the body assigned again", """app.MapPost("/chat", (Ask ask, IChatClient chat) => { ask = ask with { Text = "constant" }; return chat.GetResponseAsync(ask.Text); });""" },
        { "service is clean", """app.MapPost("/chat", ([FromServices] Settings settings, IChatClient chat) => chat.GetResponseAsync(settings.Prompt));""" },
        { "configuration is clean", """app.MapPost("/chat", (IConfiguration configuration, IChatClient chat) => chat.GetResponseAsync(configuration["Prompt"]!));""" },
        { "constant is clean", """app.MapPost("/chat", (string text, IChatClient chat) => chat.GetResponseAsync("a"));""" },
        { "environment name is clean", """await client.GetResponseAsync(app.Environment.EnvironmentName);""" },
    };

    public static TheoryData<string, string> Types => new()
    {
        { "handler of a request", """public interface IRequest<T>; public interface IRequestHandler<TRequest, T> where TRequest : IRequest<T> { Task<T> Handle(TRequest request, CancellationToken token); } public record AskModel(string Text) : IRequest<string>; public class AskHandler(IChatClient client) : IRequestHandler<AskModel, string> { public async Task<string> Handle(AskModel request, CancellationToken token) => (await client.{|AISEC201:GetResponseAsync(request.Text)|}).Text; }""" },
        { "card of a bot", """namespace Microsoft.Bot.Schema { public class AdaptiveCardInvokeAction { public object Data { get; set; } = ""; public string Verb { get; set; } = ""; } } public class Bot(IChatClient client) { public Task OnAsync(Microsoft.Bot.Schema.AdaptiveCardInvokeAction action) => client.{|AISEC201:GetResponseAsync(action.Data.ToString()!)|}; }""" },
        { "consumer of a bus", """public interface IConsumer<T> where T : class { Task Consume(ConsumeContext<T> context); } public interface ConsumeContext<out T> where T : class { T Message { get; } } public record MailReceived(string Text); public class MailConsumer(IChatClient client) : IConsumer<MailReceived> { public async Task Consume(ConsumeContext<MailReceived> context) { var mail = context.Message; await client.{|AISEC201:GetResponseAsync(mail.Text)|}; } }""" },
        { "handler of a bus", """public interface IHandleMessages<T> { Task Handle(T message); } public record MailReceived(string Text); public class MailHandler(IChatClient client) : IHandleMessages<MailReceived> { public Task Handle(MailReceived message) => client.{|AISEC201:GetResponseAsync(message.Text)|}; }""" },
        { "handler of integration events", """public interface IIntegrationEventHandler<in T> { Task Handle(T @event); } public record MailReceived(string Text, int Number); public class MailHandler(IChatClient client) : IIntegrationEventHandler<MailReceived> { public Task Handle(MailReceived @event) => client.{|AISEC201:GetResponseAsync(@event.Text)|}; }""" },
        { "number from a bus", """public interface IConsumer<T> where T : class { Task Consume(ConsumeContext<T> context); } public interface ConsumeContext<out T> where T : class { T Message { get; } } public record MailReceived(int Number); public class MailConsumer(IChatClient client) : IConsumer<MailReceived> { public async Task Consume(ConsumeContext<MailReceived> context) => await client.GetResponseAsync($"Count to {context.Message.Number}"); }""" },
        { "handler of a request with a number", """public interface IRequest<T>; public interface IRequestHandler<TRequest, T> where TRequest : IRequest<T> { Task<T> Handle(TRequest request, CancellationToken token); } public record AskModel(int Number) : IRequest<string>; public class AskHandler(IChatClient client) : IRequestHandler<AskModel, string> { public async Task<string> Handle(AskModel request, CancellationToken token) => (await client.GetResponseAsync($"Count to {request.Number}")).Text; }""" },
        { "handler of the project's own mediator", """public interface IQuery<T>; public interface IQueryHandler<TQuery, T> where TQuery : IQuery<T> { Task<T> Handle(TQuery query, CancellationToken token); } public record AskModel(string Text) : IQuery<string>; public class AskHandler(IChatClient client) : IQueryHandler<AskModel, string> { public async Task<string> Handle(AskModel query, CancellationToken token) => (await client.{|AISEC201:GetResponseAsync(query.Text)|}).Text; }""" },
        { "controller", """[ApiController] public class Chat(IChatClient client) : ControllerBase { [HttpPost] public Task<ChatResponse> Ask(string text) => client.{|AISEC201:GetResponseAsync(text)|}; }""" },
        { "controller with a body", """public class Chat(IChatClient client) : ControllerBase { [HttpPost] public Task<ChatResponse> Ask([FromBody] Ask ask) => client.{|AISEC201:GetResponseAsync(ask.Text)|}; }""" },
        { "controller of views", """public class Chat(IChatClient client) : Controller { public async Task<IActionResult> Index(string text) => View(await client.{|AISEC201:GetResponseAsync(text)|}); }""" },
        { "controller's request", """public class Chat(IChatClient client) : ControllerBase { [HttpPost] public Task<ChatResponse> Ask() => client.{|AISEC201:GetResponseAsync(Request.Query["q"]!)|}; }""" },
        { "action to private method", """public class Chat(IChatClient client) : ControllerBase { [HttpPost] public Task<ChatResponse> Post(string text) => Send("Say " + text); private Task<ChatResponse> Send(string prompt) => client.{|AISEC201:GetResponseAsync(prompt)|}; }""" },
        { "hub", """public class ChatHub(IChatClient client) : Hub { public async Task Say(string text) => await Clients.All.SendAsync("said", (await client.{|AISEC201:GetResponseAsync(text)|}).Text); }""" },
        { "streaming hub", """public class ChatHub(IChatClient client) : Hub { public async IAsyncEnumerable<string> Say(string text) { await foreach (var update in client.{|AISEC201:GetStreamingResponseAsync(text)|}) yield return update.Text; } }""" },
        { "page", """public class ChatModel(IChatClient client) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { public async Task OnPostAsync(string text) => await client.{|AISEC201:GetResponseAsync(text)|}; }""" },
        { "bound property of a page", """public class ChatModel(IChatClient client) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { [BindProperty] public string Text { get; set; } = ""; public async Task OnPostAsync() => await client.{|AISEC201:GetResponseAsync(Text)|}; }""" },
        { "bound object of a page", """public class ChatModel(IChatClient client) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel { [BindProperty] public Ask Input { get; set; } = null!; public async Task OnPostAsync() => await client.{|AISEC201:GetResponseAsync(Input.Text)|}; }""" },
        { "private method of a controller", """public class Chat(IChatClient client) : ControllerBase { private Task<ChatResponse> Send(string prompt) => client.GetResponseAsync(prompt); }""" },
        { "no action", """public class Chat(IChatClient client) : ControllerBase { [NonAction] public Task<ChatResponse> Send(string prompt) => client.GetResponseAsync(prompt); }""" },
        { "service of an action", """public class Chat(IChatClient client) : ControllerBase { [HttpPost] public Task<ChatResponse> Ask([FromServices] Settings settings) => client.GetResponseAsync(settings.Prompt); }""" },
        { "public method that nobody calls", """public class Service(IChatClient client) { public Task<ChatResponse> Ask(string text) => client.GetResponseAsync(text); }""" },
        { "number of an action", """public class Chat(IChatClient client) : ControllerBase { [HttpPost] public Task<ChatResponse> Ask(int number) => client.GetResponseAsync($"{number}"); }""" },
    };

    public static TheoryData<string, string> Local => new()
    {
        { "console", """IChatClient client = null!; var text = Console.ReadLine()!; await client.{|#0:GetResponseAsync(text)|};""" },
        { "console in a loop", """IChatClient client = null!; while (Console.ReadLine() is { Length: > 0 } text) await client.{|#0:GetResponseAsync(text)|};""" },
        { "standard input", """IChatClient client = null!; await client.{|#0:GetResponseAsync(await Console.In.ReadToEndAsync())|};""" },
        { "command line", """IChatClient client = null!; await client.{|#0:GetResponseAsync(args[0])|};""" },
        { "command line of Main", """public static class Tool { public static async Task Main(string[] args) { IChatClient client = null!; await client.{|#0:GetResponseAsync(args[0])|}; } }""" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Top_level_program(string name, string statements)
    {
        _ = name;
        return Endpoint.VerifyFilesAsync(
            $$"""
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            var app = WebApplication.Create(args);
            IChatClient client = app.Services.GetRequiredService<IChatClient>();
            {{statements}}
            app.Run();
            """,
            $$"""
            public record Ask(string Text, int Number);
            public record Talk(List<Turn> Turns);
            public record Turn(List<Part> Parts);
            public record Part(string Text);
            public record Measures(List<Measure> All);
            public record Measure(List<double> Values);
            public class Settings { public string Prompt { get; set; } = ""; }
            public static class Handlers { public static Task<ChatResponse> Chat(string text, IChatClient chat) => chat.{{Marked(name == "method group")}}; }
            public class InstanceHandlers(IChatClient client) { public Task<ChatResponse> Chat(string text) => client.{{Marked(name == "method group of an instance")}}; }
            """);

        static string Marked(bool isDue) => isDue ? "{|AISEC201:GetResponseAsync(text)|}" : "GetResponseAsync(text)";
    }

    [Theory]
    [MemberData(nameof(Types))]
    public Task Type(string name, string source)
    {
        _ = name;
        return Endpoint.VerifyFilesAsync(source, """public record Ask(string Text, int Number); public class Settings { public string Prompt { get; set; } = ""; }""");
    }

    /// <summary>Somebody at the machine itself: a suggestion.</summary>
    [Theory]
    [MemberData(nameof(Local))]
    public Task Local_user(string name, string source)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Endpoint.Usings + source, configure: test => test.ExpectedDiagnostics.Add(
            new DiagnosticResult("AISEC201", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)));
    }

    [Theory]
    [InlineData("var text = Spectre.Console.AnsiConsole.Ask<string>(\"?\"); await client.{|#0:GetResponseAsync(text)|};", SdkSet.Platform)]
    [InlineData("var text = AnsiConsole.Prompt(new TextPrompt<string>(\"?\").PromptStyle(\"green\").AllowEmpty()); await client.{|#0:GetResponseAsync(text)|};", SdkSet.Platform)]
    [InlineData("IAnsiConsole console = AnsiConsole.Console; var text = await console.PromptAsync(new TextPrompt<string>(\"?\")); await client.{|#0:GetResponseAsync(text)|};", SdkSet.Platform)]
    [InlineData("var prompt = new TextPrompt<string>(\"?\"); prompt.AllowEmpty = true; var text = AnsiConsole.Console.Prompt(prompt); await client.{|#0:GetResponseAsync(text)|};", SdkSet.Platform)]
    [InlineData("var text = Sharprompt.Prompt.Input<string>(\"?\"); await client.{|#0:GetResponseAsync(text)|};", SdkSet.Stubs)]
    [InlineData("var text = Sharprompt.Prompt.Input<string>(o => o.Message = \"?\"); await client.{|#0:GetResponseAsync(text)|};", SdkSet.Stubs)]
    [InlineData("foreach (var text in Sharprompt.Prompt.List<string>(\"?\")) await client.{|#0:GetResponseAsync(text)|};", SdkSet.Stubs)]
    [InlineData("await client.{|#0:GetResponseAsync(ReadLine.Read(\"> \"))|};", SdkSet.Stubs)]
    [InlineData("var prompt = new PrettyPrompt.Prompt(); while (await prompt.ReadLineAsync() is { IsSuccess: true } line) await client.{|#0:GetResponseAsync(line.Text)|};", SdkSet.Stubs)]
    [InlineData("await client.{|#0:GetResponseAsync(McMaster.Extensions.CommandLineUtils.Prompt.GetString(\"?\")!)|};", SdkSet.Stubs)]
    public Task Local_user_at_a_prompt(string source, SdkSet set) => FlowVerifier.VerifyAsync(Prompting(source, set), set, test => test.ExpectedDiagnostics.Add(
        new DiagnosticResult("AISEC201", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)));

    [Theory]
    [InlineData("await client.GetResponseAsync(AnsiConsole.Prompt(new SelectionPrompt<string>().Title(\"?\").AddChoices(\"news\", \"weather\")));", SdkSet.Platform)]
    [InlineData("await client.GetResponseAsync(AnsiConsole.Prompt(new TextPrompt<string>(\"?\").AddChoices([\"news\", \"weather\"]).DefaultValue(\"news\")));", SdkSet.Platform)]
    [InlineData("await client.GetResponseAsync(AnsiConsole.Prompt(new TextPrompt<string>(\"?\").AddChoice(\"news\").AddChoice(\"weather\")));", SdkSet.Platform)]
    [InlineData("await client.GetResponseAsync($\"{AnsiConsole.Prompt(new TextPrompt<int>(\"?\"))}\");", SdkSet.Platform)]
    [InlineData("await client.GetResponseAsync(Sharprompt.Prompt.Select<string>(\"?\", [\"news\", \"weather\"]));", SdkSet.Stubs)]
    public Task Choices_at_a_prompt(string source, SdkSet set) => FlowVerifier.VerifyAsync(Prompting(source, set), set);

    [Fact]
    public Task Local_user_and_stranger_together_are_a_warning() => FlowVerifier.VerifyAsync(
        Endpoint.Usings + """
        var app = WebApplication.Create(args);
        app.MapPost("/chat", (string text, IChatClient chat) => chat.{|#0:GetResponseAsync(text + Console.ReadLine())|});
        """,
        configure: test => test.ExpectedDiagnostics.Add(
            new DiagnosticResult("AISEC201", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)));

    [Fact]
    public Task Public_parameters_are_untrusted_by_option() => FlowVerifier.VerifyAsync(
        Endpoint.Usings + "public class Service(IChatClient client) { public Task<ChatResponse> Ask(string text) => client.{|AISEC201:GetResponseAsync(text)|}; }",
        configure: test => test.SetOption("ai_security.public_parameters", "untrusted"));

    [Theory]
    [InlineData("ai_security.platform_guardrails", "user")]
    [InlineData("ai_security.platform_guardrails", "all")]
    [InlineData("ai_security.AISEC201.platform_guardrails", "user")]
    [InlineData("ai_security.shielded_by", "gateway")]
    [InlineData("build_property.IsTestProject", "true")]
    public Task Options_that_silence(string key, string value) => Endpoint.IsQuietAsync("", "text", configure: test => test.SetOption(key, value));

    [Fact]
    public Task Sources_are_additional_locations() => FlowVerifier.VerifyAsync(
        Endpoint.Usings + """
        var app = WebApplication.Create(args);
        app.MapPost("/chat", (string {|#1:text|}, IChatClient chat) => chat.{|#0:GetResponseAsync(text)|});
        """,
        configure: test => test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC201", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1)));

    /// <summary>What a model, or somebody at the machine, fills: a suggestion.</summary>
    [Theory]
    [InlineData("AISEC202", """public class Tool(Microsoft.SemanticKernel.Kernel kernel, Microsoft.SemanticKernel.KernelFunction inner) { [Microsoft.SemanticKernel.KernelFunction] public Task Ask(Microsoft.SemanticKernel.KernelArguments arguments) { var copy = new Microsoft.SemanticKernel.KernelArguments(arguments); return inner.{|#0:InvokeAsync(kernel, copy)|}; } }""")]
    [InlineData("AISEC201", """namespace AIShell.Abstraction { public interface ILLMAgent { Task<bool> ChatAsync(string input, object shell); } } public class Agent(IChatClient client) : AIShell.Abstraction.ILLMAgent { public async Task<bool> ChatAsync(string input, object shell) { await client.{|#0:GetResponseAsync(input)|}; return true; } }""")]
    public Task Filled_by_a_model_or_at_the_machine(string id, string source) => FlowVerifier.VerifyAsync(Endpoint.Usings + source, configure: test => test.ExpectedDiagnostics.Add(
        new DiagnosticResult(id, DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)));

    [Theory]
    [InlineData("""namespace Azure.Communication.CallAutomation { public class SpeechResult { public string Speech => ""; } } public class Calls(IChatClient client) { public Task Heard(Azure.Communication.CallAutomation.SpeechResult result) => client.{|AISEC201:GetResponseAsync(result.Speech)|}; }""")]
    [InlineData("""namespace Azure.Communication.Chat { public class ChatMessageContent { public string Message => ""; public string Topic => ""; } } public class Chats(IChatClient client) { public Task Said(Azure.Communication.Chat.ChatMessageContent content) => client.{|AISEC201:GetResponseAsync(content.Message)|}; public Task Named(Azure.Communication.Chat.ChatMessageContent content) => client.GetResponseAsync(content.Topic); }""")]
    public Task Messages_and_calls(string source) => Endpoint.VerifyFilesAsync(source);

    private static string Prompting(string statements, SdkSet set) => (set == SdkSet.Platform ? "using Spectre.Console;\n" : "") + Endpoint.Usings + "IChatClient client = null!;\n" + statements;

    /// <summary>An endpoint of FastEndpoints, behind a base type of the project.</summary>
    [Fact]
    public Task Endpoint_behind_an_own_base_type() => FlowVerifier.VerifyAsync(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        public record Ask(string Text);
        public class Chat(IChatClient client) : Widget<Ask>
        {
            public override Task HandleAsync(Ask ask, CancellationToken token) => client.{|AISEC201:GetResponseAsync(ask.Text, cancellationToken: token)|};
        }
        """,
        SdkSet.Platform,
        test => test.AddSource("Widget.cs", "public abstract class Widget<T> : FastEndpoints.Endpoint<T> where T : notnull { public override void Configure() => Post(\"/widget\"); }"));
}
