namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC203: text that is no instruction of the application's among its instructions.</summary>
public class InstructionTests
{
    public static TheoryData<string, string> Reported => new()
    {
        { "system message", "await client.GetResponseAsync([new ChatMessage(ChatRole.System, {|AISEC203:text|})]);" },
        { "system message interpolated", "await client.GetResponseAsync([new ChatMessage(ChatRole.System, {|AISEC203:$\"You are {text}.\"|})]);" },
        { "target-typed system message", "List<ChatMessage> messages = [new(ChatRole.System, {|AISEC203:\"You are \" + text|}), new(ChatRole.User, \"Hello\")]; await client.GetResponseAsync(messages);" },
        { "system message added", "var messages = new List<ChatMessage>(); messages.Add(new(ChatRole.System, {|AISEC203:text|})); await client.GetResponseAsync(messages);" },
        { "role in a variable", "var role = ChatRole.System; await client.GetResponseAsync([new ChatMessage(role, {|AISEC203:text|})]);" },
        { "role from a string", "await client.GetResponseAsync([new ChatMessage(new ChatRole(\"system\"), {|AISEC203:text|})]);" },
        { "developer role", "await client.GetResponseAsync([new ChatMessage(new ChatRole(\"developer\"), {|AISEC203:text|})]);" },
        { "system message of contents", "await client.GetResponseAsync([new ChatMessage(ChatRole.System, {|AISEC203:[new Microsoft.Extensions.AI.TextContent(text)]|})]);" },
        { "both", "await client.{|AISEC201:GetResponseAsync([new(ChatRole.System, {|AISEC203:text|}), new(ChatRole.User, text)])|};" },
        { "options", "var options = new ChatOptions(); options.Instructions = {|AISEC203:text|}; await client.GetResponseAsync(\"a\", options);" },
        { "options initialised", "await client.GetResponseAsync(\"a\", new ChatOptions { Instructions = {|AISEC203:$\"Be {text}.\"|} });" },
        { "options and prompt", "await client.{|AISEC201:GetResponseAsync(text, new ChatOptions { Instructions = {|AISEC203:text|} })|};" },
        { "through a local", "var instructions = \"You are \" + text; await client.GetResponseAsync([new ChatMessage(ChatRole.System, {|AISEC203:instructions|})]);" },
        { "through a helper", "await client.GetResponseAsync([Prompts.System(text)]);" },
        { "model output", "var first = await client.GetResponseAsync(\"a\"); await client.GetResponseAsync([new ChatMessage(ChatRole.System, {|AISEC203:first.Text|})]);" },
        { "search result", "var found = await search.SearchAsync<Doc>(\"a\"); await foreach (var hit in found.Value.GetResultsAsync()) await client.GetResponseAsync([new ChatMessage(ChatRole.System, {|AISEC203:hit.Document.Text|})]);" },
        { "OpenAI system message", "await openai.CompleteChatAsync(new OpenAI.Chat.SystemChatMessage({|AISEC203:text|}));" },
        { "OpenAI developer message", "await openai.CompleteChatAsync([new OpenAI.Chat.DeveloperChatMessage({|AISEC203:$\"Be {text}.\"|}), new OpenAI.Chat.UserChatMessage(\"a\")]);" },
        { "OpenAI factory", "await openai.CompleteChatAsync(OpenAI.Chat.ChatMessage.CreateSystemMessage({|AISEC203:text|}));" },
        { "Semantic Kernel template", "await kernel.InvokePromptAsync({|AISEC203:$\"Summarise: {text}\"|});" },
        { "Semantic Kernel streaming template", "await foreach (var part in kernel.InvokePromptStreamingAsync({|AISEC203:\"Summarise: \" + text|})) Console.Write(part);" },
        { "Semantic Kernel function", "var function = kernel.CreateFunctionFromPrompt({|AISEC203:text|}); await kernel.InvokeAsync(function);" },
        { "Semantic Kernel function factory", "var function = KernelFunctionFactory.CreateFromPrompt({|AISEC203:text|}); await kernel.InvokeAsync(function);" },
        { "Semantic Kernel history", "var history = new ChatHistory({|AISEC203:text|}); await chat.GetChatMessageContentsAsync(history);" },
        { "Semantic Kernel system message", "var history = new ChatHistory(); history.AddSystemMessage({|AISEC203:text|}); await chat.GetChatMessageContentsAsync(history);" },
        { "Semantic Kernel developer message", "var history = new ChatHistory(); history.AddDeveloperMessage({|AISEC203:text|}); await chat.GetChatMessageContentsAsync(history);" },
        { "Semantic Kernel message by role", "var history = new ChatHistory(); history.AddMessage(AuthorRole.System, {|AISEC203:text|}); await chat.GetChatMessageContentsAsync(history);" },
        { "Semantic Kernel message content", "var history = new ChatHistory { new ChatMessageContent(AuthorRole.System, {|AISEC203:text|}) }; await chat.GetChatMessageContentsAsync(history);" },
        { "instructions of an agent", "var agent = new ChatClientAgent(client, instructions: {|AISEC203:text|}); await agent.RunAsync(\"a\");" },
        { "description of a tool", "var tool = AIFunctionFactory.Create(() => 1, \"count\", {|AISEC203:text|}); await client.GetResponseAsync(\"a\", new ChatOptions { Tools = [tool] });" },
    };

    public static TheoryData<string, string> UserMessageOnly => new()
    {
        { "user message after a system message", "await client.{|AISEC201:GetResponseAsync([new(ChatRole.System, \"Be kind.\"), new(ChatRole.User, text)])|};" },
        { "prompt beside instructions", "await client.{|AISEC201:GetResponseAsync(text, new ChatOptions { Instructions = \"Be kind.\" })|};" },
        { "OpenAI user message", "await openai.{|AISEC201:CompleteChatAsync(new OpenAI.Chat.SystemChatMessage(\"Be kind.\"), new OpenAI.Chat.UserChatMessage(text))|};" },
        { "OpenAI conversion", "await openai.{|AISEC201:CompleteChatAsync(text)|};" },
        { "OpenAI list", "var messages = new List<OpenAI.Chat.ChatMessage> { new OpenAI.Chat.SystemChatMessage(\"a\") }; messages.Add(new OpenAI.Chat.UserChatMessage(text)); await openai.{|AISEC201:CompleteChatAsync(messages)|};" },
        { "OpenAI streaming", "await foreach (var update in openai.{|AISEC201:CompleteChatStreamingAsync(text)|}) Console.Write(update);" },
        { "OpenAI synchronous", "OpenAI.Chat.ChatCompletion completion = openai.{|AISEC201:CompleteChat([new OpenAI.Chat.UserChatMessage(text)])|};" },
        { "Semantic Kernel argument", "await kernel.{|AISEC201:InvokePromptAsync(\"Summarise: {{$text}}\", new KernelArguments { [\"text\"] = text })|};" },
        { "Semantic Kernel argument of a function", "var function = kernel.CreateFunctionFromPrompt(\"Summarise: {{$text}}\"); await kernel.{|AISEC201:InvokeAsync(function, new KernelArguments { [\"text\"] = text })|};" },
        { "Semantic Kernel user message", "var history = new ChatHistory(\"Be kind.\"); history.AddUserMessage(text); await chat.{|AISEC201:GetChatMessageContentsAsync(history)|};" },
        { "Semantic Kernel single answer", "var history = new ChatHistory(); history.AddUserMessage(text); await chat.{|AISEC201:GetChatMessageContentAsync(history)|};" },
        { "Semantic Kernel prompt of a service", "await chat.{|AISEC201:GetChatMessageContentAsync(text)|};" },
        { "agent", "AIAgent agent = new ChatClientAgent(client, instructions: \"Be kind.\"); await agent.{|AISEC201:RunAsync(text)|};" },
    };

    public static TheoryData<string, string> Quiet => new()
    {
        { "constant", "await client.GetResponseAsync([new ChatMessage(ChatRole.System, \"Be kind.\")]);" },
        { "number", "await client.GetResponseAsync([new ChatMessage(ChatRole.System, $\"At most {number} words.\")]);" },
        { "enum", "await client.GetResponseAsync([new ChatMessage(ChatRole.System, $\"Be {tone}.\")]);" },
        { "Guid", "await client.GetResponseAsync(\"a\", new ChatOptions { Instructions = $\"Case {id}\" });" },
        { "length", "await client.GetResponseAsync([new ChatMessage(ChatRole.System, $\"The text has {text.Length} characters.\")]);" },
        { "allow-list", "if (!Allowed.Contains(text)) return; await client.GetResponseAsync([new ChatMessage(ChatRole.System, $\"Talk about {text}.\")]);" },
        { "switch to constants", "var style = text switch { \"short\" => \"Be short.\", _ => \"Be clear.\" }; await client.GetResponseAsync([new ChatMessage(ChatRole.System, style)]);" },
        { "own prompt file", "await client.GetResponseAsync([new ChatMessage(ChatRole.System, File.ReadAllText(\"prompts/system.md\"))]);" },
        { "template with constants", "await kernel.InvokePromptAsync(\"Tell a joke.\");" },
        { "options without it", "Console.WriteLine(text); await client.GetResponseAsync(\"a\", new ChatOptions { Instructions = \"Be kind.\" });" },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    [MemberData(nameof(UserMessageOnly))]
    [MemberData(nameof(Quiet))]
    public Task Instructions(string name, string body) => Endpoint.VerifyFilesAsync($$"""
        using Azure.Search.Documents;
        using Microsoft.Agents.AI;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
        using AIFunctionFactory = Microsoft.Extensions.AI.AIFunctionFactory;
        public enum Tone { Formal, Friendly }
        public class Doc { public string Text { get; set; } = ""; public int Number { get; set; } }
        public static class Prompts { public static ChatMessage System(string t) => new(ChatRole.System, {{(name == "through a helper" ? "{|AISEC203:$\"You are {t}.\"|}" : "$\"You are {t}.\"")}}); }
        public static class App
        {
            private static readonly HashSet<string> Allowed = new() { "weather", "news" };

            public static void Map(WebApplication app) => app.MapPost("/chat", async (string text, int number, Guid id, Tone tone, IChatClient client, Kernel kernel, IChatCompletionService chat, [FromServices] OpenAI.Chat.ChatClient openai, [FromServices] SearchClient search) =>
            {
                {{body}}
            });
        }
        """);

    /// <summary>Code that is called after prompts reads the application's own.</summary>
    [Theory]
    [InlineData("PromptStore", "LoadAsync", false)]
    [InlineData("Store", "GetPromptAsync", false)]
    [InlineData("Store", "LoadAsync", true)]
    [InlineData("Store", "GetUserPromptAsync", true)]
    public Task Prompts_from_elsewhere(string type, string method, bool isReported) => Endpoint.VerifyFilesAsync($$"""
        public class {{type}}(HttpClient http) { public Task<string> {{method}}(string name) => http.GetStringAsync("https://files.contoso.com/" + name); }
        public static class App
        {
            public static void Map(WebApplication app, {{type}} store) => app.MapPost("/chat", async (IChatClient client) =>
                await client.GetResponseAsync([new ChatMessage(ChatRole.System, {{(isReported ? "{|AISEC203:" : "")}}await store.{{method}}("system"){{(isReported ? "|}" : "")}})]));
        }
        """);

    /// <summary>A template is a program: what somebody types at the console runs in it.</summary>
    [Fact]
    public Task Console_as_a_template() => FlowVerifier.VerifyAsync("""
        using Microsoft.SemanticKernel;

        public static class Program
        {
            public static async Task Main()
            {
                var kernel = Kernel.CreateBuilder().Build();
                Console.WriteLine(await kernel.InvokePromptAsync({|AISEC203:Console.ReadLine()|}!));
            }
        }
        """);
}
