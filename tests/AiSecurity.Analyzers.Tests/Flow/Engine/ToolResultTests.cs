namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>What tools hand back to the model that called them.</summary>
public class ToolResultTests
{
    private const string Fetch = "await http.GetStringAsync({|AISEC206:url|})";
    private const string Shield = "await shield.EnsureSafeAsync(\"\", new[] { page }); ";
    private const string Reported = "var page = " + Fetch + "; return {|AISEC202:page|};";

    [Theory]
    [InlineData("var page = " + Fetch + "; return {|AISEC202:page|};")]
    [InlineData("return {|AISEC202:" + Fetch + "|};")]
    [InlineData("var page = " + Fetch + "; return {|AISEC202:page.Length > 600 ? page[..600] : page|};")]
    [InlineData("var page = " + Fetch + "; if (id == 0) return \"nothing\"; return {|AISEC202:Regex.Replace(page, \"<[^>]+>\", \" \")|};")]
    [InlineData("var page = " + Fetch + "; " + Shield + "return page;")]
    [InlineData("var page = " + Fetch + "; return page.Length.ToString();")]
    [InlineData("return \"Lisbon\";")]
    [InlineData("return id.ToString();")]
    [InlineData("return await http.GetStringAsync(\"https://contoso.com/orders/\" + id);")]
    [InlineData("var response = await http.GetAsync($\"orders/{id}\"); return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync({|AISEC206:url|}); return {|AISEC202:await response.Content.ReadAsStringAsync()|};")]
    [InlineData("return {|AISEC202:reader.GetString(0)|};")]
    [InlineData("var page = " + Fetch + "; return page.Contains(\"open\") ? \"open\" : \"closed\";")]
    public async Task Of_any_kind(string body)
    {
        await VerifyAsync("public class Tools(System.Data.Common.DbDataReader reader, HttpClient http, AiSecurity.Guards.PromptShield shield) { [Microsoft.SemanticKernel.KernelFunction] public async Task<string> Read(int id, Uri url) { " + body + " } }");
        await VerifyAsync("public class Tools(System.Data.Common.DbDataReader reader, HttpClient http, AiSecurity.Guards.PromptShield shield) { public AITool Tool() => AIFunctionFactory.Create(Read); private async Task<string> Read(int id, Uri url) { " + body + " } }");
        await VerifyAsync("public class Tools(System.Data.Common.DbDataReader reader, HttpClient http, AiSecurity.Guards.PromptShield shield) { public AITool Tool() => AIFunctionFactory.Create(async (int id, Uri url) => { " + body + " }, \"read\"); }");
    }

    [Theory]
    [InlineData("public class Tools(System.Data.Common.DbDataReader reader, HttpClient http) { public async Task<string> Read(int id, Uri url) { return reader.GetString(0); } }")]
    [InlineData("public class Tools(System.Data.Common.DbDataReader reader, HttpClient http) { [ModelContextProtocol.Server.McpServerTool] public async Task<string> Read(int id, Uri url) { return reader.GetString(0); } }")]
    [InlineData("public class Tools { [Microsoft.SemanticKernel.KernelFunction] public string Read(string text) => text; }")]
    [InlineData("public class Tools(IChatClient client) { [Microsoft.SemanticKernel.KernelFunction] public async Task<string> Read(int id, Uri url) => (await client.GetResponseAsync(\"Tell me \" + id)).Text; }")]
    public Task Of_no_tool_or_no_document(string source) => VerifyAsync(source);

    [Fact]
    public Task Through_a_service_of_the_application() => VerifyAsync("""
        public record Ticket(int Id, string Text);
        public interface ITickets { Task<List<Ticket>> FindAsync(string words); }
        public class Tickets(System.Data.Common.DbDataReader reader) : ITickets
        {
            public async Task<List<Ticket>> FindAsync(string words) => await ReadAsync();
            private async Task<List<Ticket>> ReadAsync() { var found = new List<Ticket>(); while (await reader.ReadAsync()) found.Add(new Ticket(reader.GetInt32(0), reader.GetString(1))); return found; }
        }
        public class Tools(ITickets tickets)
        {
            public AITool Tool() => AIFunctionFactory.Create(Search);
            private async Task<IEnumerable<string>> Search(string words) => {|AISEC202:(await tickets.FindAsync(words)).Select(t => t.Text)|};
        }
        """);

    /// <summary>What looks at all results in a pipeline has looked at these.</summary>
    [Theory]
    [InlineData("public class Filter(AiSecurity.Guards.PromptShield shield) : Microsoft.SemanticKernel.IFunctionInvocationFilter { public async Task OnFunctionInvocationAsync(Microsoft.SemanticKernel.FunctionInvocationContext context, Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next) { await next(context); await shield.EnsureSafeAsync(\"\", new[] { context.Result.ToString() }); } }")]
    [InlineData("public class Filter(AiSecurity.Guards.PromptShield shield) : Microsoft.SemanticKernel.IAutoFunctionInvocationFilter { public async Task OnAutoFunctionInvocationAsync(Microsoft.SemanticKernel.AutoFunctionInvocationContext context, Func<Microsoft.SemanticKernel.AutoFunctionInvocationContext, Task> next) { await next(context); await shield.EnsureSafeAsync(\"\", new[] { context.Result.ToString() }); } }")]
    public Task Looked_at_by_a_filter(string filter) => VerifyAsync(filter + "public class Tools(System.Data.Common.DbDataReader reader, HttpClient http) { [Microsoft.SemanticKernel.KernelFunction] public async Task<string> Read(int id, Uri url) { return " + Fetch + "; } }");

    [Theory]
    [InlineData("public class Shielded(AIFunction inner, AiSecurity.Guards.PromptShield shield) : DelegatingAIFunction(inner) { protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) { var result = await base.InvokeCoreAsync(arguments, cancellationToken); await shield.EnsureSafeAsync(\"\", new[] { result!.ToString()! }); return result; } }")]
    [InlineData("public static class Clients { public static IChatClient Make(IChatClient inner, AiSecurity.Guards.PromptShield shield) => new ChatClientBuilder(inner).UseFunctionInvocation(configure: c => c.FunctionInvoker = async (context, token) => { var result = await context.Function.InvokeAsync(context.Arguments, token); await shield.EnsureSafeAsync(\"\", new[] { result!.ToString()! }); return result; }).Build(); }")]
    public Task Looked_at_around_functions(string wrapper) => VerifyAsync(wrapper + "public class Tools(System.Data.Common.DbDataReader reader, HttpClient http) { public AITool Tool() => AIFunctionFactory.Create(Read); private async Task<string> Read(int id, Uri url) { return " + Fetch + "; } }");

    /// <summary>A prompt filter sees what is rendered, and no results.</summary>
    [Fact]
    public Task Not_looked_at() => VerifyAsync("public class Wrapper(AIFunction inner) : DelegatingAIFunction(inner) { } public class Tools(System.Data.Common.DbDataReader reader, HttpClient http) { public AITool Tool() => AIFunctionFactory.Create(Read); private async Task<string> Read(int id, Uri url) { " + Reported + " } }");

    private static Task VerifyAsync(string source) => FlowVerifier.VerifyAsync(Endpoint.Usings + source + """
        namespace AiSecurity.Guards
        {
            public class PromptShield { public Task EnsureSafeAsync(string prompt, IEnumerable<string>? documents = null) => Task.CompletedTask; }
        }
        """);
}
