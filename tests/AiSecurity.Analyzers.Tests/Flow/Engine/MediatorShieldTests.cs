namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Behaviors of a mediator that have the texts of requests looked at before their handlers run.</summary>
public class MediatorShieldTests
{
    private const string Mediator = """
        public interface IRequest<T>;
        public interface IRequestHandler<TRequest, T> where TRequest : IRequest<T> { Task<T> Handle(TRequest request, CancellationToken token); }
        public delegate Task<T> RequestHandlerDelegate<T>();
        public interface IPipelineBehavior<TRequest, T> { Task<T> Handle(TRequest request, CancellationToken token, RequestHandlerDelegate<T> next); }
        public interface IMediator { Task<T> Send<T>(IRequest<T> request, CancellationToken token = default); }
        public interface IScreened { string Prompt { get; } IReadOnlyList<string> Documents => Array.Empty<string>(); }
        public interface ICarrier { IEnumerable<string> Texts(); }
        """;

    private const string Marked = "if (request is IScreened screened && await Ask(shield, screened.Prompt, screened.Documents)) throw new InvalidOperationException();";
    private const string Listed = "if (request is ICarrier carrier) { var texts = carrier.Texts().ToList(); if (texts.Count > 0 && await Ask(shield, texts[0], texts)) throw new InvalidOperationException(); }";
    private const string Ask = "private static async Task<bool> Ask(AiSecurity.Guards.PromptShield shield, string prompt, IReadOnlyList<string> documents) => (await shield.AnalyzeAsync(prompt, documents)).IsAttack;";

    public static TheoryData<string, string, string, string> Requests => new()
    {
        { "marked", Marked, "record Question(string Text) : IRequest<string>, IScreened { public string Prompt => Text; }", "await client.GetResponseAsync(request.Text)" },
        { "not marked", Marked, "record Question(string Text) : IRequest<string>", "await client.{|AISEC201:GetResponseAsync(request.Text)|}" },
        { "another member", Marked, "record Question(string Text, string Remark) : IRequest<string>, IScreened { public string Prompt => Text; }", "await client.{|AISEC201:GetResponseAsync(request.Remark)|}" },
        { "two members in one", Marked, "record Question(string Text, string Remark) : IRequest<string>, IScreened { public string Prompt => $\"{Text} {Remark}\"; }", "await client.GetResponseAsync(request.Text + request.Remark)" },
        { "a document of it", Marked, "record Question(string Text, string Body) : IRequest<string>, IScreened { public string Prompt => Text; public IReadOnlyList<string> Documents => new[] { Body }; }", "await client.GetResponseAsync($\"{request.Text} {request.Body}\")" },
        { "the member itself", Marked, "record Question(string Prompt) : IRequest<string>, IScreened", "await client.GetResponseAsync(request.Prompt)" },
        { "by a constraint", "await shield.EnsureSafeAsync(request.Prompt);", "record Question(string Text) : IRequest<string>, IScreened { public string Prompt => Text; }", "await client.GetResponseAsync(request.Text)" },
        { "by two constraints", "await shield.EnsureSafeAsync(request.Prompt);", "record Question(string Text, string Remark) : IRequest<string>, IScreened { public string Prompt => Text; }", "await client.GetResponseAsync(request.Text) ?? await client.{|AISEC201:GetResponseAsync(request.Remark)|}" },
        { "everything", "await shield.EnsureSafeAsync(JsonSerializer.Serialize(request));", "record Question(string Text) : IRequest<string>", "await client.GetResponseAsync(request.Text)" },
        { "cast first", "var screened = request as IScreened; if (screened != null) await shield.EnsureSafeAsync(screened.Prompt);", "record Question(string Text) : IRequest<string>, IScreened { public string Prompt => Text; }", "await client.GetResponseAsync(request.Text)" },
        { "asks nobody", "Console.WriteLine(request + shield.ToString());", "record Question(string Text) : IRequest<string>", "await client.{|AISEC201:GetResponseAsync(request.Text)|}" },
        { "texts of a method", Listed, "record Question(string Text, string Body) : IRequest<string>, ICarrier { public IEnumerable<string> Texts() { yield return Text; yield return Body; } }", "await client.GetResponseAsync(request.Text + request.Body)" },
        { "another member than those of a method", Listed, "record Question(string Text, string Remark) : IRequest<string>, ICarrier { public IEnumerable<string> Texts() => new[] { Text }; }", "await client.{|AISEC201:GetResponseAsync(request.Remark)|}" },
        { "handed on", Marked, "record Question(string Text) : IRequest<string>, IScreened { public string Prompt => Text; }", "await Helper.AskAsync(client, request)" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public Task Behavior(string name, string behavior, string request, string call) => FlowVerifier.VerifyAsync(
        Endpoint.Usings + Mediator + $$"""
        public class Screening<TRequest, T>(AiSecurity.Guards.PromptShield shield) : IPipelineBehavior<TRequest, T>{{(name switch { "by a constraint" => " where TRequest : IScreened", "by two constraints" => " where TRequest : notnull, IRequest<T>, IScreened", _ => "" })}}
        {
            public async Task<T> Handle(TRequest request, CancellationToken token, RequestHandlerDelegate<T> next) { {{behavior}} return await next(); }
            {{Ask}}
        }
        public {{request}}{{(request.EndsWith('}') ? "" : ";")}}
        public class QuestionHandler(IChatClient client) : IRequestHandler<Question, string>
        {
            public async Task<string> Handle(Question request, CancellationToken token) => ({{call}}).Text;
        }
        {{(name == "handed on" ? "public static class Helper { public static Task<ChatResponse> AskAsync(IChatClient client, Question question) => client.GetResponseAsync(question.Text); }" : "")}}
        """,
        configure: Shields.Add);

    [Fact]
    public Task OneRequestOnly() => FlowVerifier.VerifyAsync(
        Endpoint.Usings + Mediator + """
        public class Screening(AiSecurity.Guards.PromptShield shield) : IPipelineBehavior<Question, string>
        {
            public async Task<string> Handle(Question request, CancellationToken token, RequestHandlerDelegate<string> next) { await shield.EnsureSafeAsync(request.Text); return await next(); }
        }
        public record Question(string Text, string Remark) : IRequest<string>;
        public record Other(string Text) : IRequest<string>;
        public class QuestionHandler(IChatClient client) : IRequestHandler<Question, string>, IRequestHandler<Other, string>
        {
            public async Task<string> Handle(Question request, CancellationToken token) => (await client.GetResponseAsync(request.Text)).Text + await client.{|AISEC201:GetResponseAsync(request.Remark)|};
            public async Task<string> Handle(Other request, CancellationToken token) => (await client.{|AISEC201:GetResponseAsync(request.Text)|}).Text;
        }
        """,
        configure: Shields.Add);

    [Fact]
    public Task TextThatIsSentByAnEndpoint() => FlowVerifier.VerifyAsync(
        Endpoint.Usings + Mediator + $$"""
        public class Screening<TRequest, T>(AiSecurity.Guards.PromptShield shield) : IPipelineBehavior<TRequest, T>
        {
            public async Task<T> Handle(TRequest request, CancellationToken token, RequestHandlerDelegate<T> next) { {{Marked}} return await next(); }
            {{Ask}}
        }
        public record Question(string Text) : IRequest<string>, IScreened { public string Prompt => Text; }
        public record Remark(string Text) : IRequest<string>;
        public class QuestionHandler(IChatClient client) : IRequestHandler<Question, string>
        {
            public async Task<string> Handle(Question request, CancellationToken token) => (await client.GetResponseAsync(request.Text)).Text;
        }
        public class RemarkHandler(IChatClient client) : IRequestHandler<Remark, string>
        {
            public async Task<string> Handle(Remark request, CancellationToken token) => (await client.{|AISEC201:GetResponseAsync(request.Text)|}).Text;
        }
        public static class App
        {
            public static void Map(WebApplication app)
            {
                app.MapPost("/q", async (string text, IMediator mediator) => { await mediator.Send(new Question(text)); });
                app.MapPost("/r", async (string text, IMediator mediator) => { await mediator.Send(new Remark(text)); });
            }
        }
        """,
        configure: Shields.Add);
}
