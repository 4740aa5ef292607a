using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.FlowAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Models.TextInInstructionsFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>AISEC203: instructions keep their constant part, and a user message right behind them gets the rest.</summary>
public class TextInInstructionsFixTests
{
    private const string OpenAI = "using OpenAI.Chat;";
    private const string Extensions = "using Microsoft.Extensions.AI;";
    private const string Kernel = "using Microsoft.SemanticKernel;\nusing Microsoft.SemanticKernel.ChatCompletion;";

    [Theory]
    [InlineData(
        OpenAI,
        """await s.OpenAI.CompleteChatAsync([new SystemChatMessage({|AISEC203:$"You are an expert on {text}."|}), new UserChatMessage("Hello")]);""",
        """await s.OpenAI.CompleteChatAsync([new SystemChatMessage("You are an expert on the text in the next user message."), new UserChatMessage(text), new UserChatMessage("Hello")]);""")]
    [InlineData(
        OpenAI,
        """await s.OpenAI.CompleteChatAsync(new SystemChatMessage({|AISEC203:"Be " + text|}));""",
        """await s.OpenAI.CompleteChatAsync(new SystemChatMessage("Be the text in the next user message"), new UserChatMessage(text));""")]
    [InlineData(
        OpenAI,
        """await s.OpenAI.CompleteChatAsync(new DeveloperChatMessage({|AISEC203:$"Be {text}."|}), "Hello");""",
        """await s.OpenAI.CompleteChatAsync(new DeveloperChatMessage("Be the text in the next user message."), new UserChatMessage(text), "Hello");""")]
    [InlineData(
        OpenAI,
        """ChatMessage[] messages = { ChatMessage.CreateSystemMessage({|AISEC203:$"Be {text}."|}) }; await s.OpenAI.CompleteChatAsync(messages);""",
        """ChatMessage[] messages = { ChatMessage.CreateSystemMessage("Be the text in the next user message."), ChatMessage.CreateUserMessage(text) }; await s.OpenAI.CompleteChatAsync(messages);""")]
    [InlineData(
        OpenAI,
        """var messages = new List<ChatMessage> { new SystemChatMessage({|AISEC203:$"Be {text}."|}) }; await s.OpenAI.CompleteChatAsync(messages);""",
        """var messages = new List<ChatMessage> { new SystemChatMessage("Be the text in the next user message."), new UserChatMessage(text) }; await s.OpenAI.CompleteChatAsync(messages);""")]
    [InlineData(
        Extensions,
        """await s.Client.GetResponseAsync([new ChatMessage(ChatRole.System, {|AISEC203:$"You are {text}."|})]);""",
        """await s.Client.GetResponseAsync([new ChatMessage(ChatRole.System, "You are the text in the next user message."), new ChatMessage(ChatRole.User, text)]);""")]
    [InlineData(
        Extensions,
        """List<ChatMessage> messages = [new(ChatRole.System, {|AISEC203:"Be " + text + "."|}), new(ChatRole.User, "Hello")]; await s.Client.GetResponseAsync(messages);""",
        """List<ChatMessage> messages = [new(ChatRole.System, "Be the text in the next user message."), new(ChatRole.User, text), new(ChatRole.User, "Hello")]; await s.Client.GetResponseAsync(messages);""")]
    [InlineData(
        Extensions,
        """await s.Client.GetResponseAsync([new ChatMessage(content: {|AISEC203:$"Be {text}."|}, role: ChatRole.System) { AuthorName = "app" }]);""",
        """await s.Client.GetResponseAsync([new ChatMessage(content: "Be the text in the next user message.", role: ChatRole.System) { AuthorName = "app" }, new ChatMessage(content: text, role: ChatRole.User)]);""")]
    [InlineData(
        Extensions,
        """await s.Client.GetResponseAsync([new ChatMessage(new ChatRole("system"), {|AISEC203:$"Be {text}."|})]);""",
        """await s.Client.GetResponseAsync([new ChatMessage(new ChatRole("system"), "Be the text in the next user message."), new ChatMessage(ChatRole.User, text)]);""")]
    [InlineData(
        Extensions,
        """await s.Client.GetResponseAsync([new ChatMessage(role: ChatRole.System, content: {|AISEC203:text|}) { AuthorName = "guest" /* who */ }]);""",
        """await s.Client.GetResponseAsync([new ChatMessage(role: ChatRole.User, content: text) { AuthorName = "guest" /* who */ }]);""")]
    [InlineData(
        Kernel,
        """var history = new ChatHistory { new ChatMessageContent(AuthorRole.System, {|AISEC203:$"Be {text}."|}) }; await s.Completion.GetChatMessageContentsAsync(history);""",
        """var history = new ChatHistory { new ChatMessageContent(AuthorRole.System, "Be the text in the next user message."), new ChatMessageContent(AuthorRole.User, text) }; await s.Completion.GetChatMessageContentsAsync(history);""")]
    [InlineData(
        "using Azure.AI.Inference;",
        """await s.Inference.CompleteAsync(new ChatCompletionsOptions { Messages = { new ChatRequestSystemMessage({|AISEC203:$"Be {text}."|}) } });""",
        """await s.Inference.CompleteAsync(new ChatCompletionsOptions { Messages = { new ChatRequestSystemMessage("Be the text in the next user message."), new ChatRequestUserMessage(text) } });""")]
    [InlineData(
        "using OpenAI.Responses;",
        """ResponseItem[] items = [ResponseItem.CreateSystemMessageItem({|AISEC203:$"Be {text}."|})]; await s.Responses.CreateResponseAsync("gpt", items);""",
        """ResponseItem[] items = [ResponseItem.CreateSystemMessageItem("Be the text in the next user message."), ResponseItem.CreateUserMessageItem(text)]; await s.Responses.CreateResponseAsync("gpt", items);""")]
    public Task Every_family_of_messages(string usings, string body, string fixedBody) => FixAsync(usings, body, fixedBody);

    [Fact]
    public Task Messages_that_are_added() => FixAsync(
        Extensions,
        """
        var messages = new List<ChatMessage>();
        // The instructions.
        messages.Add(new(ChatRole.System, {|AISEC203:$"Be {text}."|})); // first
        messages.Add(new(ChatRole.User, "Hello"));
        await s.Client.GetResponseAsync(messages);
        """,
        """
        var messages = new List<ChatMessage>();
        // The instructions.
        messages.Add(new(ChatRole.System, "Be the text in the next user message.")); // first
        messages.Add(new(ChatRole.User, text));
        messages.Add(new(ChatRole.User, "Hello"));
        await s.Client.GetResponseAsync(messages);
        """);

    [Fact]
    public Task Histories() => FixAsync(
        Kernel,
        """
        var history = new ChatHistory({|AISEC203:$"You are an expert on {text}."|});
        history.AddSystemMessage({|AISEC203:$"Be {other}."|});
        history.AddDeveloperMessage({|AISEC203:"Not " + text|});
        history.AddMessage(AuthorRole.System, {|AISEC203:$"Answer {other}."|});
        await s.Completion.GetChatMessageContentsAsync(history);
        """,
        """
        var history = new ChatHistory("You are an expert on the text in the next user message.");
        history.AddUserMessage(text);
        history.AddSystemMessage("Be the text in the next user message.");
        history.AddUserMessage(other);
        history.AddDeveloperMessage("Not the text in the next user message");
        history.AddUserMessage(text);
        history.AddMessage(AuthorRole.System, "Answer the text in the next user message.");
        history.AddMessage(AuthorRole.User, other);
        await s.Completion.GetChatMessageContentsAsync(history);
        """);

    [Fact]
    public Task Texts_that_are_foreign_as_a_whole_become_user_messages() => FixAsync(
        Kernel,
        """
        var history = new ChatHistory();
        history.AddSystemMessage({|AISEC203:text|});
        history.AddMessage(AuthorRole.System, {|AISEC203:other.Trim()|});
        history.Add(new(AuthorRole.System, {|AISEC203:$"{text}"|}));
        await s.Completion.GetChatMessageContentsAsync(history);
        """,
        """
        var history = new ChatHistory();
        history.AddUserMessage(text);
        history.AddMessage(AuthorRole.User, other.Trim());
        history.Add(new(AuthorRole.User, $"{text}"));
        await s.Completion.GetChatMessageContentsAsync(history);
        """);

    [Theory]
    [InlineData("""{|AISEC203:$"{number} {text} {{x}} \"{Limit}\""|}""", """$"{number} the text in the next user message {{x}} \"{Limit}\"" """, "text")]
    [InlineData("""{|AISEC203:$"a {text} {{x}} \"y\""|}""", """ "a the text in the next user message {x} \"y\"" """, "text")]
    [InlineData("""{|AISEC203:$@"a {text} ""y"" {{"|}""", """ @"a the text in the next user message ""y"" {" """, "text")]
    [InlineData("""{|AISEC203:$"a {text} b {other} c {text}"|}""", """ "a text 1 in the next user message b text 2 in the next user message c text 1 in the next user message" """, """ $"1. {text}\n2. {other}" """)]
    [InlineData("""{|AISEC203:"a " + (text ?? other) + number + @"c"|}""", """ "a the text in the next user message" + number + @"c" """, "text ?? other")]
    [InlineData("""{|AISEC203:$"a {text,10}."|}""", """ "a the text in the next user message." """, """ $"{text,10}" """)]
    [InlineData("""{|AISEC203:$"a {(text.Length > 1 ? text : other)}."|}""", """ "a the text in the next user message." """, "text.Length > 1 ? text : other")]
    [InlineData("""{|AISEC203:$"a {text.Split(',')}."|}""", """ "a the text in the next user message." """, """ $"{text.Split(',')}" """)]
    [InlineData("""{|AISEC203:"a " + $"{text} b" + Limit|}""", """ "a the text in the next user message b" + Limit """, "text")]
    public Task Every_way_to_put_text_together(string instructions, string constant, string rest) => FixAsync(
        OpenAI + "\nusing static Limits;",
        $"await s.OpenAI.CompleteChatAsync([new SystemChatMessage({instructions})]);",
        $"await s.OpenAI.CompleteChatAsync([new SystemChatMessage({constant.Trim()}), new UserChatMessage({rest.Trim()})]);");

    [Fact]
    public Task Lines_and_comments_stay() => FixAsync(
        OpenAI,
        """"
        var messages = new List<ChatMessage>
        {
            // The instructions.
            new SystemChatMessage({|AISEC203:$"""
                You answer questions.
                Context: {text}
                Be brief.
                """|}), // first
            // The question.
            new UserChatMessage("Hello"),
        };
        ChatMessage[] more =
        [
            new SystemChatMessage(
                {|AISEC203:"You are an expert on " + /* topic */
                other +
                "."|}) // alone
        ];
        await s.OpenAI.CompleteChatAsync(messages.Concat(more));
        """",
        """"
        var messages = new List<ChatMessage>
        {
            // The instructions.
            new SystemChatMessage("""
                You answer questions.
                Context: the text in the next user message
                Be brief.
                """), // first
            new UserChatMessage(text),
            // The question.
            new UserChatMessage("Hello"),
        };
        ChatMessage[] more =
        [
            new SystemChatMessage(
                "You are an expert on " + /* topic */
                "the text in the next user message" +
                "."), // alone
            new UserChatMessage(other)
        ];
        await s.OpenAI.CompleteChatAsync(messages.Concat(more));
        """");

    [Fact]
    public Task Line_endings_stay() => Verify.VerifyFixAsync(
        Source(OpenAI, "ChatMessage[] messages =\n[\n    new SystemChatMessage({|AISEC203:$\"Be {text}.\"|})\n];\nawait s.OpenAI.CompleteChatAsync(messages);").ReplaceLineEndings("\r\n"),
        Source(OpenAI, "ChatMessage[] messages =\n[\n    new SystemChatMessage(\"Be the text in the next user message.\"),\n    new UserChatMessage(text)\n];\nawait s.OpenAI.CompleteChatAsync(messages);").ReplaceLineEndings("\r\n"),
        configure: Configure);

    [Fact]
    public Task Variables_that_only_the_message_reads() => FixAsync(
        OpenAI,
        """
        var instructions = $"You are an expert on {text}.";
        await s.OpenAI.CompleteChatAsync(new SystemChatMessage({|AISEC203:instructions|}), new UserChatMessage("Hello"));
        """,
        """
        var instructions = "You are an expert on the text in the next user message.";
        await s.OpenAI.CompleteChatAsync(new SystemChatMessage(instructions), new UserChatMessage(text), new UserChatMessage("Hello"));
        """);

    [Fact]
    public Task Text_that_may_be_missing_stays_empty() => FixAsync(
        OpenAI,
        """
        var first = text.Length > 1 ? text : null;
        await s.OpenAI.CompleteChatAsync(new SystemChatMessage({|AISEC203:$"Be {first}."|}));
        """,
        """
        var first = text.Length > 1 ? text : null;
        await s.OpenAI.CompleteChatAsync(new SystemChatMessage("Be the text in the next user message."), new UserChatMessage(first ?? ""));
        """);

    [Fact]
    public Task Names_are_written_as_they_were() => FixAsync(
        "using OpenAI.Chat;\nusing Chat = OpenAI.Chat;",
        """await s.OpenAI.CompleteChatAsync(new OpenAI.Chat.SystemChatMessage({|AISEC203:$"Be {text}."|}), new Chat.SystemChatMessage({|AISEC203:$"Be {other}."|}));""",
        """await s.OpenAI.CompleteChatAsync(new OpenAI.Chat.SystemChatMessage("Be the text in the next user message."), new OpenAI.Chat.UserChatMessage(text), new Chat.SystemChatMessage("Be the text in the next user message."), new Chat.UserChatMessage(other));""");

    [Theory]
    [InlineData(Extensions, """await s.Client.GetResponseAsync("a", new ChatOptions { Instructions = {|AISEC203:$"Be {text}."|} });""")]
    [InlineData(Kernel, """await s.Kernel.InvokePromptAsync({|AISEC203:$"Summarise: {text}"|});""")]
    [InlineData(OpenAI, """var instructions = $"Be {text}."; Console.WriteLine(instructions); await s.OpenAI.CompleteChatAsync(new SystemChatMessage({|AISEC203:instructions|}));""")]
    [InlineData(OpenAI, """var instructions = $"Be {text}."; text = "x"; await s.OpenAI.CompleteChatAsync(new SystemChatMessage({|AISEC203:instructions|}));""")]
    [InlineData(OpenAI, """await s.OpenAI.CompleteChatAsync(new SystemChatMessage({|AISEC203:string.Format("Be {0}.", text)|}));""")]
    [InlineData(OpenAI, """await s.OpenAI.CompleteChatAsync(new SystemChatMessage({|AISEC203:"Be #.".Replace("#", text)|}));""")]
    [InlineData(OpenAI, """SystemChatMessage message = new({|AISEC203:text|}); await s.OpenAI.CompleteChatAsync(message);""")]
    [InlineData(OpenAI, """var message = number > 1 ? new SystemChatMessage({|AISEC203:$"Be {text}."|}) : new SystemChatMessage("a"); await s.OpenAI.CompleteChatAsync(message);""")]
    [InlineData(OpenAI, """var messages = new List<ChatMessage>(); if (number > 1) messages.Add(new SystemChatMessage({|AISEC203:$"Be {text}."|})); await s.OpenAI.CompleteChatAsync(messages);""")]
    [InlineData(OpenAI, """var messages = new List<ChatMessage>(); messages.Insert(0, new SystemChatMessage({|AISEC203:$"Be {text}."|})); await s.OpenAI.CompleteChatAsync(messages);""")]
    public Task Nothing_is_offered_that_may_be_wrong(string usings, string body) => Verify.VerifyNoFixAsync(Source(usings, body), configure: Configure);

    private static Task FixAsync(string usings, [StringSyntax("C#-test")] string body, [StringSyntax("C#-test")] string fixedBody) =>
        Verify.VerifyFixAsync(Source(usings, body), Source(usings, fixedBody), "AISEC203.user_message", configure: Configure);

    private static string Source(string usings, string body) => ModelFixSource.Endpoint(usings, body);

    private static void Configure(Verify.Test test)
    {
        // Whether the text is shielded where it goes is another rule's question.
        test.SetOption("ai_security.platform_guardrails", "all");
        test.AddSource(ModelFixSource.UsingsFile, ModelFixSource.Usings);
        test.AddSource(
            "/0/Services.cs",
            """
            record Services(OpenAI.Chat.ChatClient OpenAI, Microsoft.Extensions.AI.IChatClient Client, Microsoft.SemanticKernel.Kernel Kernel, Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService Completion, Azure.AI.Inference.ChatCompletionsClient Inference, OpenAI.Responses.ResponsesClient Responses);
            static class Limits { public const string Limit = "5"; }
            """);
    }
}
