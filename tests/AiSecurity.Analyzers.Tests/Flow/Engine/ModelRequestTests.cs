namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Models that are asked over HTTP, without a library.</summary>
public class ModelRequestTests
{
    private const string Body = "new { model = \"m\", messages = new[] { new { role = \"user\", content = text } } }";

    public static TheoryData<string, string> Requests => new()
    {
        { "PostAsJsonAsync", "await http.{|AISEC201:PostAsJsonAsync(\"https://api.openai.com/v1/chat/completions\", " + Body + ")|};" },
        { "PostAsync", "await http.{|AISEC201:PostAsync($\"{endpoint}/openai/deployments/{deployment}/chat/completions?api-version=2024-06-01\", new StringContent(JsonSerializer.Serialize(" + Body + ")))|};" },
        { "constant of the type", "await http.{|AISEC201:PostAsJsonAsync(Url, " + Body + ")|};" },
        { "uri", "await http.{|AISEC201:PostAsJsonAsync(new Uri(new Uri(endpoint), \"v1/messages\"), " + Body + ")|};" },
        { "request", "using var request = new HttpRequestMessage(HttpMethod.Post, endpoint + \"/chat/completions\"); request.Content = new StringContent(JsonSerializer.Serialize(" + Body + ")); await http.{|AISEC201:SendAsync(request)|};" },
        { "request of an initializer", "var request = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri($\"{endpoint}/models/{deployment}:generateContent\"), Content = JsonContent.Create(" + Body + ") }; await http.{|AISEC201:SendAsync(request, HttpCompletionOption.ResponseHeadersRead)|};" },
        { "JSON nodes", "var body = new JsonObject { [\"messages\"] = new JsonArray(new JsonObject { [\"content\"] = text }) }; await http.{|AISEC201:PostAsync(Url, new StringContent(body.ToJsonString()))|};" },
        { "address in a variable", "var url = endpoint.TrimEnd('/') + \"/v1/responses\"; await http.{|AISEC201:PostAsJsonAsync(url, " + Body + ")|};" },
        { "headers beside the content", "using var request = new HttpRequestMessage(HttpMethod.Post, endpoint + \"/chat/completions\"); request.Headers.Add(\"X-Caller\", text); request.Headers.Authorization = new(\"Bearer\", Environment.GetEnvironmentVariable(\"MODEL_API_KEY\")); request.Content = new StringContent(\"Hello\"); await http.SendAsync(request);" },
        { "another operation", "await http.PostAsJsonAsync(\"https://api.openai.com/v1/embeddings\", " + Body + ");" },
        { "another service", "await http.PostAsJsonAsync($\"{endpoint}/api/orders\", " + Body + ");" },
        { "messages of another service", "await http.PostAsJsonAsync($\"{endpoint}/rooms/1/messages\", " + Body + ");" },
        { "address that nobody knows, a conversation in the body", "await http.{|AISEC201:PostAsJsonAsync(endpoint, " + Body + ")|};" },
        { "conversation in a list", "var messages = new List<object>(); messages.Add(new { role = deployment, content = text }); await http.{|AISEC201:PostAsJsonAsync(endpoint, new { messages })|};" },
        { "conversation as JSON nodes", "var body = new JsonObject { [\"messages\"] = new JsonArray(new JsonObject { [\"role\"] = \"user\", [\"content\"] = text }) }; await http.{|AISEC201:PostAsync(endpoint, new StringContent(body.ToJsonString()))|};" },
        { "conversation as dictionaries", "var message = new Dictionary<string, object> { { \"role\", \"user\" }, { \"content\", text } }; await http.{|AISEC201:PostAsJsonAsync(endpoint, new { messages = new[] { message } })|};" },
        { "conversation as text", "var json = \"{\\\"messages\\\":[{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"\" + text + \"\\\"}]}\"; await http.{|AISEC201:PostAsync(endpoint, new StringContent(json))|};" },
        { "conversation of own types", "await http.{|AISEC201:PostAsJsonAsync(endpoint, new Chat { Messages = [new Turn { Role = \"user\", Content = text }] })|};" },
        { "conversation of own records", "var messages = new List<Line> { new(\"system\", \"Be kind.\"), new(\"user\", text) }; await http.{|AISEC201:PostAsJsonAsync(endpoint, new Log(messages))|};" },
        { "conversation of a named argument", "await http.{|AISEC201:PostAsJsonAsync(endpoint, new Log(Messages: [new Line(\"user\", text)]))|};" },
        { "line of a log", "await http.PostAsJsonAsync(endpoint, new Log([new Line(\"user\", text)]));" },
        { "conversation that is mapped", "var turns = new List<Turn> { new() { Content = text } }; await http.{|AISEC201:PostAsJsonAsync(endpoint, new { turns = turns.Select(turn => new Line(turn.Role, turn.Content)) })|};" },
        { "lines of something else", "var turns = new List<Turn> { new() { Content = text } }; await http.PostAsJsonAsync(endpoint, new { turns = turns.Select(turn => new Line(\"a\", turn.Content)) });" },
        { "conversation with parts", "await http.{|AISEC201:PostAsJsonAsync(endpoint, new { contents = new[] { new { role = \"user\", parts = new[] { new { text } } } } })|};" },
        { "query of the address", "await http.{|AISEC201:PostAsJsonAsync($\"{endpoint}?api-version=2024-06-01\", " + Body + ")|};" },
        { "host alone", "await http.{|AISEC201:PostAsJsonAsync(\"https://models.contoso.com/\", " + Body + ")|};" },
        { "address that nobody knows", "await http.PostAsJsonAsync(endpoint, new { prompt = text });" },
        { "no conversation", "await http.PostAsJsonAsync(endpoint, new { role = \"user\", name = text });" },
        { "row for a database", "var row = new Turn { Role = \"user\", Content = text }; await http.PostAsJsonAsync(endpoint, row);" },
        { "tokens are counted", "await http.PostAsJsonAsync(\"https://api.anthropic.com/v1/messages/count_tokens\", " + Body + ");" },
        { "path of another version", "await http.PostAsJsonAsync(\"https://api.openai.com/v1/chat/completionsettings\", " + Body + ");" },
        { "path with a slash at its end", "await http.{|AISEC201:PostAsJsonAsync(\"https://api.openai.com/v1/chat/completions/\", " + Body + ")|};" },
        { "constant prompt", "await http.PostAsJsonAsync(\"https://api.openai.com/v1/chat/completions\", new { prompt = \"Hello\" });" },
        { "number", "await http.PostAsJsonAsync(\"https://api.openai.com/v1/chat/completions\", new { prompt = $\"Count to {text.Length}\" });" },
        { "answer", "var response = await http.PostAsJsonAsync(Url, new { prompt = \"Hello\" }); await http.GetStringAsync({|AISEC206:await response.Content.ReadAsStringAsync()|});" },
        { "answer of an own method", "var response = await Ask(http, endpoint); await http.GetStringAsync({|AISEC206:await response.Content.ReadAsStringAsync()|}); static async Task<HttpResponseMessage> Ask(HttpClient http, string endpoint) => await http.PostAsJsonAsync(endpoint + \"/v1/chat/completions\", new { prompt = \"Hello\" });" },
        { "answer as JSON", "using var response = await http.PostAsync(Url, new StringContent(\"Hello\")); var answer = await response.Content.ReadFromJsonAsync<JsonElement>(); await http.GetStringAsync({|AISEC206:answer.GetProperty(\"content\").GetString()|});" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public Task Request(string name, string body)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
            using System.Net.Http.Headers;
            using System.Net.Http.Json;
            public class Turn { public string Role { get; set; } = ""; public string Content { get; set; } = ""; }
            public class Chat { public List<Turn> Messages { get; set; } = []; }
            public record Line(string Role, string Content);
            public record Log(List<Line> Messages);
            public static class App
            {
                private const string Url = "https://api.openai.com/v1/chat/completions";

                public static void Map(WebApplication app, HttpClient http, string endpoint, string deployment, IChatClient other) => app.MapPost("/chat", async (string text) =>
                {
                    {{body}}
                });
            }
            """);
    }

    [Theory]
    [InlineData("Task<string> CompleteAsync(string prompt) => PostAsync(\"chat/completions\", new { prompt });")]
    [InlineData("Task<string> CompleteAsync(string prompt) => PostAsync(Operation, new { prompt }); const string Operation = \"/v1/chat/completions\";")]
    [InlineData("Task<string> CompleteAsync(string prompt) => PostAsync(Url(\"chat/completions\"), new { prompt });")]
    [InlineData("Task<string> CompleteAsync(string prompt) => PostAsync(Settings.Url, new { messages = new[] { new { role = \"user\", content = prompt } } });")]
    [InlineData("Task<string> CompleteAsync(string prompt) => RetryAsync(\"chat/completions\", new { prompt }); Task<string> RetryAsync(string operation, object body) => PostAsync(operation, body);")]
    public Task Address_from_a_caller(string caller) => Endpoint.VerifyFilesAsync(
        """
        public class Chat(Provider provider) : ControllerBase { [HttpPost] public Task<string> Ask(string text) => provider.CompleteAsync(text); }
        """,
        $$"""
        public static class Settings { public static string Url => Environment.GetEnvironmentVariable("MODEL_URL")!; }
        public class Provider(HttpClient http)
        {
            public {{caller}}
            private static string Url(string operation) => "openai/" + operation;
            private async Task<string> PostAsync(string operation, object body)
            {
                using var response = await http.{|AISEC201:PostAsync(operation, new StringContent(JsonSerializer.Serialize(body)))|};
                return await response.Content.ReadAsStringAsync();
            }
        }
        """);

    [Fact]
    public Task Address_from_a_derived_type() => Endpoint.VerifyFilesAsync(
        """
        public class Chat(Provider provider) : ControllerBase { [HttpPost] public Task<string> Ask(string text) => provider.CompleteAsync(text); }
        """,
        """
        public class Provider(HttpClient http) : ProviderBase(http)
        {
            public Task<string> CompleteAsync(string prompt) => PostAsync("chat/completions", new { prompt });
        }
        """,
        """
        public abstract class ProviderBase(HttpClient http)
        {
            protected string Url(string operation) => $"openai/deployments/d/{operation}?api-version=1";

            protected async Task<string> PostAsync(string operation, object body)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Url(operation)) { Content = new StringContent(JsonSerializer.Serialize(body)) };
                using var response = await http.{|AISEC201:SendAsync(request)|};
                return await response.Content.ReadAsStringAsync();
            }
        }
        """);

    [Theory]
    [InlineData("protected virtual string Path(string model) => \"v1/chat/completions\";", "201")]
    [InlineData("protected virtual string Path(string model) => $\"openai/deployments/{model}/chat/completions\";", "201")]
    [InlineData("protected virtual string Path(string model) => \"api/orders\";", "")]
    [InlineData("protected virtual string Path(string model) => \"/v1/messages/count_tokens\"; JsonObject Turn(string text) => new() { [\"role\"] = \"user\", [\"content\"] = text };", "")]
    [InlineData("protected virtual string Path(string model) => Messages() + \"/count_tokens\"; static string Messages() => \"/v1/messages\";", "")]
    [InlineData("protected virtual string Path(string model) => Messages() + \"?beta=true\"; static string Messages() => \"/v1/messages\";", "201")]
    [InlineData("protected virtual string Path(string model) => model; JsonObject Turn(string text) => new() { [\"role\"] = \"user\", [\"content\"] = text };", "201")]
    public Task Request_that_another_method_makes(string path, string reported) => Endpoint.VerifyFilesAsync(
        """
        public class Chat(Provider provider) : ControllerBase { [HttpPost] public Task<string> Ask(string text) => provider.CompleteAsync(text); }
        """,
        $$"""
        public class Provider(HttpClient http)
        {
            {{path}}
            protected virtual object Body(string text) => {{(path.Contains("Turn(", StringComparison.Ordinal) ? "Turn(text)" : "new { model = \"m\", messages = text }")}};
            public async Task<string> CompleteAsync(string text)
            {
                using var message = await CreateAsync(text);
                using var response = await http.{{(reported.Length > 0 ? "{|AISEC201:SendAsync(message)|}" : "SendAsync(message)")}};
                return await response.Content.ReadAsStringAsync();
            }

            private async Task<HttpRequestMessage> CreateAsync(string text)
            {
                await Task.Yield();
                return new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(Environment.GetEnvironmentVariable("BASE")!), Path("m"))) { Content = new StringContent(JsonSerializer.Serialize(Body(text)), Encoding.UTF8, "application/json") };
            }
        }
        """,
        """
        public class Models(HttpClient http)
        {
            public Task<HttpResponseMessage> Ping() => http.PostAsync("https://models.contoso.com/v1/chat/completions", new StringContent("{}"));
        }
        """);

    [Fact]
    public Task Address_of_another_service_from_a_caller() => Endpoint.VerifyFilesAsync(
        """
        public class Chat(Orders orders) : ControllerBase { [HttpPost] public Task<string> Ask(string text) => orders.FindAsync(text); }
        """,
        """
        public class Orders(HttpClient http)
        {
            public Task<string> FindAsync(string text) => PostAsync("api/orders", new { text });
            private async Task<string> PostAsync(string operation, object body) => await (await http.PostAsync(operation, new StringContent(JsonSerializer.Serialize(body)))).Content.ReadAsStringAsync();
        }
        """,
        """
        public class Models(HttpClient http)
        {
            public Task<HttpResponseMessage> Ping() => http.PostAsync("https://models.contoso.com/v1/chat/completions", new StringContent("{}"));
        }
        """);

    [Fact]
    public Task Service_of_its_own() => Endpoint.VerifyFilesAsync(
        """
        public class Chat(Provider provider) : ControllerBase { [HttpPost] public Task<string> Ask(string text) => provider.CompleteAsync(text); }
        """,
        """
        public class Provider(IHttpClientFactory factory)
        {
            public async Task<string> CompleteAsync(string prompt)
            {
                var client = factory.CreateClient("model");
                using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions") { Content = new StringContent(Body(prompt)) };
                using var response = await client.{|AISEC201:SendAsync(request)|};
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync();
            }

            private static string Body(string prompt) => JsonSerializer.Serialize(new { prompt });
        }
        """);

    /// <summary>One class knows the operation, another one sends.</summary>
    [Theory]
    [InlineData("$\"openai/deployments/{deployment}/chat/completions?api-version=2024-10-21\"", "{|AISEC201:SendAsync(request)|}")]
    [InlineData("$\"api/orders/{deployment}\"", "SendAsync(request)")]
    public Task Made_by_another_type(string address, string sent) => Endpoint.VerifyFilesAsync(
        """
        public class Chat(Sender sender) : ControllerBase { [HttpPost] public Task<string> Ask(string text) => sender.AskAsync(text); }
        """,
        $$"""
        public interface IRequests { HttpRequestMessage CreateRequest(string deployment, string query); }
        public class AzureRequests : IRequests
        {
            public virtual HttpRequestMessage CreateRequest(string deployment, string query)
            {
                var body = new { text = query };
                return new HttpRequestMessage(HttpMethod.Post, {{address}}) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
            }
        }
        public class OtherRequests : IRequests
        {
            public HttpRequestMessage CreateRequest(string deployment, string query) => new(HttpMethod.Post, "responses") { Content = new StringContent(JsonSerializer.Serialize(new { input = query })) };
        }
        """,
        $$"""
        public class Sender(HttpClient http, IRequests requests)
        {
            public async Task<string> AskAsync(string query)
            {
                var request = requests.CreateRequest("chat", query);
                var response = await http.{{sent}};
                return await response.Content.ReadAsStringAsync();
            }
        }
        """,
        """
        public class Models(HttpClient http)
        {
            public Task<HttpResponseMessage> Ping() => http.PostAsync("https://models.contoso.com/v1/chat/completions", new StringContent("{}"));
        }
        """);

    /// <summary>Who reads the answer and who asks are two methods, or two types.</summary>
    [Theory]
    [InlineData("public class Ask(Gateway gateway)", "public class Gateway(HttpClient http)", "/chat/completions", true)]
    [InlineData("public class Ask(IGateway gateway)", "public class Gateway(HttpClient http) : IGateway", "/chat/completions", true)]
    [InlineData("public class Ask(IGateway gateway)", "public class Gateway(HttpClient http) : IGateway", "/pages", false)]
    public Task Answers_of_an_own_method(string asks, string sends, string path, bool isModel) => FlowVerifier.VerifyAsync($$"""
        using System.Text;
        using System.Text.Json;
        using Microsoft.CodeAnalysis.CSharp.Scripting;
        using Microsoft.Extensions.AI;
        public interface IGateway { Task<HttpResponseMessage> SendAsync(string text); }
        {{sends}}
        {
            public async Task<HttpResponseMessage> SendAsync(string text)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://models.contoso.com{{path}}") { Content = new StringContent("Hello", Encoding.UTF8) };
                return await http.SendAsync(request);
            }
        }
        {{asks}}
        {
            private const string Other = "/v1/chat/completions";

            public async Task RunAsync(IChatClient client)
            {
                using var response = await gateway.SendAsync("Hello");
                using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                var code = json.RootElement.GetProperty("content").GetString()!;
                {{(isModel ? "await CSharpScript.EvaluateAsync({|AISEC301:code|}); await client.GetResponseAsync(code);" : "await CSharpScript.EvaluateAsync(code); await client.{|AISEC202:GetResponseAsync(code)|};")}}
            }
        }
        """, AiSecurity.Analyzers.Tests.Verification.SdkSet.Platform);

    /// <summary>A base class sends, and those that derive from it say where.</summary>
    [Theory]
    [InlineData("protected abstract Uri AddressOf(string model);", "/openai/deployments/{model}/chat/completions", true)]
    [InlineData("protected virtual Uri AddressOf(string model) => new(model);", "/v1/chat/completions", true)]
    [InlineData("protected abstract Uri AddressOf(string model);", "/v1/embeddings", false)]
    public Task Addresses_of_derived_types(string address, string path, bool isModel) => Endpoint.VerifyFilesAsync(
        """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapPost("/a", (string text, Upstream upstream) => upstream.SendAsync(new System.Text.Json.Nodes.JsonObject { ["input"] = text }));
        """,
        $$"""
        public abstract class Upstream(HttpClient http)
        {
            public async Task<HttpResponseMessage> SendAsync(System.Text.Json.Nodes.JsonObject payload)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf("a")) { Content = new StringContent(payload.ToJsonString()) };
                return await http.{{(isModel ? "{|AISEC201:SendAsync(request)|}" : "SendAsync(request)")}};
            }

            {{address}}
        }
        """,
        $$"""
        public class Other(HttpClient http) : Upstream(http) { private const string Path = "/v1/chat/completions"; protected override Uri AddressOf(string model) => new($"https://models.contoso.com{{path}}"); }
        public class Unrelated { public string Path => "/v1/chat/completions"; }
        """);

    /// <summary>A base class sends to what a property says, which derived types or the type itself give.</summary>
    [Theory]
    [InlineData("protected abstract string Path { get; }", "protected override string Path => $\"openai/deployments/{Name}/chat/completions?api-version=2024-06-01\";", true)]
    [InlineData("protected abstract string Path { get; }", "protected override string Path { get { return \"/v1/chat/completions\"; } }", true)]
    [InlineData("protected abstract string Path { get; }", "protected override string Path { get; } = \"/v1/\" + \"chat/completions\";", true)]
    [InlineData("protected virtual string Path => Environment.GetEnvironmentVariable(\"MODEL_PATH\")!;", "protected override string Path => \"/v1/chat/completions\";", true)]
    [InlineData("private string Path => Name + \"/v1/chat/completions\";", "", true)]
    [InlineData("protected abstract string Path { get; }", "protected override string Path => \"/v1/embeddings\";", false)]
    [InlineData("private string Path => Environment.GetEnvironmentVariable(\"PAGE\")!;", "public string Page => \"/v1/chat/completions\";", false)]
    public Task Addresses_of_properties(string declared, string derived, bool isModel) => Endpoint.VerifyFilesAsync(
        """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapPost("/a", (string text, Upstream upstream) => upstream.SendAsync(text));
        """,
        $$"""
        using System.Net.Http.Json;
        public abstract class Upstream(HttpClient http)
        {
            protected string Name { get; } = "a";

            public async Task<HttpResponseMessage> SendAsync(string text) => await http.{{(isModel ? "{|AISEC201:PostAsJsonAsync(Path, new { input = text })|}" : "PostAsJsonAsync(Path, new { input = text })")}};

            {{declared}}
        }
        """,
        $$"""
        public class Other(HttpClient http) : Upstream(http) { private const string Known = "/v1/chat/completions"; {{derived}} }
        """);
}
