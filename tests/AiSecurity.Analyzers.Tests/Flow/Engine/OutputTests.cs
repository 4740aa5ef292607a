namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC206 and AISEC301: what a model wrote or chose, where it does something.</summary>
public class OutputTests
{
    public static TheoryData<string, string> Reported => new()
    {
        { "SQL text", "command.CommandText = {|AISEC206:\"SELECT * FROM T WHERE A = '\" + answer + \"'\"|};" },
        { "SQL interpolated", "command.CommandText = {|AISEC206:$\"SELECT * FROM {answer}\"|};" },
        { "HTML", "var html = new HtmlString({|AISEC206:answer|});" },
        { "markup", "var html = new MarkupString({|AISEC206:$\"<b>{answer}</b>\"|});" },
        { "markup by conversion", "var html = (MarkupString){|AISEC206:answer|};" },
        { "HTML result", "return Results.Content({|AISEC206:answer|}, \"text/html\");" },
        { "HTML of a content result", "var result = new Microsoft.AspNetCore.Mvc.ContentResult { Content = {|AISEC206:$\"<p>{answer}</p>\"|}, ContentType = \"text/html; charset=utf-8\" };" },
        { "HTML of a content result later", "var result = new Microsoft.AspNetCore.Mvc.ContentResult(); result.Content = {|AISEC206:answer|}; result.ContentType = \"text/html\";" },
        { "HTML of a mail", "var mail = new System.Net.Mail.MailMessage(\"a@contoso.com\", \"b@contoso.com\") { IsBodyHtml = true, Body = {|AISEC206:answer|} };" },
        { "HTML of a mail later", "var mail = new System.Net.Mail.MailMessage(\"a@contoso.com\", \"b@contoso.com\") { IsBodyHtml = true }; mail.Body = {|AISEC206:\"<b>\" + answer + \"</b>\"|};" },
        { "HTML of a mail's constructor", "var mail = new System.Net.Mail.MailMessage(\"a@contoso.com\", \"b@contoso.com\", \"c\", {|AISEC206:answer|}) { IsBodyHtml = true };" },
        { "HTML of a mail's constructor, said later", "var mail = new System.Net.Mail.MailMessage(\"a@contoso.com\", \"b@contoso.com\", \"c\", {|AISEC206:answer|}); mail.IsBodyHtml = true;" },
        { "HTML of a response", "context.Response.ContentType = \"text/html\"; await context.Response.WriteAsync({|AISEC206:answer|});" },
        { "HTML by the headers of a response", "context.Response.Headers.ContentType = \"text/html\"; await context.Response.WriteAsync({|AISEC206:answer|});" },
        { "encoded for something else", "var html = new HtmlString({|AISEC206:Uri.EscapeDataString(answer)|});" },
        { "path", "File.WriteAllText({|AISEC206:answer|}, \"a\");" },
        { "path combined", "File.Delete({|AISEC206:Path.Combine(\"out\", answer)|});" },
        { "path read", "File.ReadAllText({|AISEC206:Path.Combine(\"docs\", answer)|});" },
        { "path async", "await File.WriteAllTextAsync({|AISEC206:answer|}, \"a\");" },
        { "path of a stream", "using var stream = File.OpenRead({|AISEC206:answer|});" },
        { "path of a file stream", "using var stream = new FileStream({|AISEC206:answer|}, FileMode.Open);" },
        { "URL", "await http.GetStringAsync({|AISEC206:answer|});" },
        { "URL object", "await http.GetStringAsync({|AISEC206:new Uri(answer)|});" },
        { "host", "await http.GetAsync({|AISEC206:$\"https://{answer}/items\"|});" },
        { "redirect", "context.Response.Redirect({|AISEC206:answer|});" },
        { "redirect result", "return Results.Redirect({|AISEC206:answer|});" },
        { "type", "var type = Type.GetType({|AISEC206:answer|});" },
        { "pattern", "var regex = new Regex({|AISEC206:answer|});" },
        { "pattern of a static call", "Regex.IsMatch(\"a\", {|AISEC206:answer|});" },
        { "file name", "Process.Start({|AISEC301:answer|});" },
        { "arguments", "Process.Start(\"bash\", {|AISEC301:\"-c \" + answer|});" },
        { "start info", "Process.Start(new ProcessStartInfo(\"bash\", {|AISEC301:answer|}));" },
        { "start info initialised", "var info = new ProcessStartInfo { FileName = \"bash\", Arguments = {|AISEC301:$\"-c \\\"{answer}\\\"\"|} }; Process.Start(info);" },
        { "start info assigned", "var info = new ProcessStartInfo(\"bash\"); info.Arguments = {|AISEC301:answer|};" },
        { "argument list", "var info = new ProcessStartInfo(\"bash\"); info.ArgumentList.Add(\"-c\"); info.ArgumentList.Add({|AISEC301:answer|}); Process.Start(info);" },
        { "start info of a process", "using var process = new Process(); process.StartInfo.FileName = {|AISEC301:answer|}; process.Start();" },
        { "assembly", "Assembly.Load({|AISEC301:Convert.FromBase64String(answer)|});" },
        { "through a local function", "void Run(string code) => Process.Start({|AISEC301:code|}); Run(answer);" },
        { "through a pattern", "if (Regex.Match(answer, \"```(.*)```\") is { Success: true } match) Process.Start(\"bash\", {|AISEC301:match.Groups[1].Value|});" },
        { "JSON of the answer", "var plan = JsonSerializer.Deserialize<Plan>(answer)!; Process.Start(\"bash\", {|AISEC301:plan.Command|});" },
        { "streaming", "var code = \"\"; await foreach (var update in client.GetStreamingResponseAsync(\"a\")) code += update.Text; Process.Start(\"bash\", {|AISEC301:code|});" },
        { "streaming into a builder", "var code = new StringBuilder(); await foreach (var update in client.GetStreamingResponseAsync(\"a\")) code.Append(update); Process.Start(\"bash\", {|AISEC301:code.ToString()|});" },
        { "messages of the response", "Process.Start(\"bash\", {|AISEC301:response.Messages[0].Text|});" },
        { "last message", "Process.Start(\"bash\", {|AISEC301:response.Messages.Last().Text|});" },
        { "contents of the response", "foreach (var content in response.Messages[0].Contents.OfType<Microsoft.Extensions.AI.TextContent>()) Process.Start(\"bash\", {|AISEC301:content.Text|});" },
        { "structured output", "var plan = (await client.GetResponseAsync<Plan>(\"a\")).Result; Process.Start(\"bash\", {|AISEC301:plan.Command|});" },
        { "OpenAI", "OpenAI.Chat.ChatCompletion completion = await openai.CompleteChatAsync(\"a\"); Process.Start(\"bash\", {|AISEC301:completion.Content[0].Text|});" },
        { "OpenAI value", "var completion = await openai.CompleteChatAsync(\"a\"); Process.Start(\"bash\", {|AISEC301:completion.Value.Content[0].Text|});" },
        { "OpenAI tool call", "OpenAI.Chat.ChatCompletion completion = await openai.CompleteChatAsync(\"a\"); foreach (var call in completion.ToolCalls) Process.Start(\"bash\", {|AISEC301:call.FunctionArguments.ToString()|});" },
        { "OpenAI streaming", "var code = \"\"; await foreach (var update in openai.CompleteChatStreamingAsync(\"a\")) foreach (var part in update.ContentUpdate) code += part.Text; Process.Start(\"bash\", {|AISEC301:code|});" },
        { "Semantic Kernel", "var result = await kernel.InvokePromptAsync(\"a\"); Process.Start(\"bash\", {|AISEC301:result.ToString()|});" },
        { "Semantic Kernel value", "var code = await kernel.InvokePromptAsync<string>(\"a\"); Process.Start(\"bash\", {|AISEC301:code|}!);" },
        { "two sinks", "File.WriteAllText({|AISEC206:answer|}, \"a\"); Process.Start({|AISEC301:answer|});" },
        { "code written and run", "File.WriteAllText(\"a.py\", answer); Process.Start(\"python\", {|AISEC301:\"a.py\"|});" },
    };

    public static TheoryData<string, string> Quiet => new()
    {
        { "SQL parameter", "command.CommandText = \"SELECT * FROM T WHERE A = @a\"; var p = command.CreateParameter(); p.Value = answer; command.Parameters.Add(p);" },
        { "SQL with a number", "command.CommandText = $\"SELECT TOP {int.Parse(answer)} * FROM T\";" },
        { "SQL allow-list", "if (!Allowed.Contains(answer)) return Results.Ok(); command.CommandText = $\"SELECT * FROM {answer}\";" },
        { "text of a content result", "var result = new Microsoft.AspNetCore.Mvc.ContentResult { Content = answer, ContentType = \"text/plain\" };" },
        { "markup of a text of a script", "var html = new MarkupString($\"<script>show({System.Text.Json.JsonSerializer.Serialize(answer)})</script>\");" },
        { "text of a content result beside another", "var page = new Microsoft.AspNetCore.Mvc.ContentResult { Content = \"<p></p>\", ContentType = \"text/html\" }; var result = new Microsoft.AspNetCore.Mvc.ContentResult { Content = answer };" },
        { "HTML of a content result, encoded", "var result = new Microsoft.AspNetCore.Mvc.ContentResult { Content = WebUtility.HtmlEncode(answer), ContentType = \"text/html\" };" },
        { "text of a mail", "var mail = new System.Net.Mail.MailMessage(\"a@contoso.com\", \"b@contoso.com\", \"c\", answer) { IsBodyHtml = false };" },
        { "text of a mail later", "var mail = new System.Net.Mail.MailMessage(\"a@contoso.com\", \"b@contoso.com\"); mail.Body = answer;" },
        { "HTML encoder", "var html = new HtmlString(HtmlEncoder.Default.Encode(answer));" },
        { "HTML encoded by WebUtility", "var html = new HtmlString(\"<b>\" + WebUtility.HtmlEncode(answer) + \"</b>\");" },
        { "HTML encoded and decoded", "var html = new HtmlString({|AISEC206:WebUtility.HtmlDecode(WebUtility.HtmlEncode(answer))|});" },
        { "HTML decoded and encoded", "var html = new HtmlString(WebUtility.HtmlEncode(WebUtility.HtmlDecode(answer)));" },
        { "HTML that was Base64", "var html = new HtmlString({|AISEC206:System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(answer))|});" },
        { "HTML in Base64", "var html = new HtmlString(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(answer)));" },
        { "HTML number", "var html = new HtmlString($\"{answer.Length}\");" },
        { "plain text result", "return Results.Content(answer, \"text/plain\");" },
        { "file name", "File.WriteAllText(Path.Combine(\"out\", Path.GetFileName(answer)), \"a\");" },
        { "content of a file", "File.WriteAllText(\"a.txt\", answer);" },
        { "base-path check", "var root = Path.GetFullPath(\"out\"); var full = Path.GetFullPath(Path.Combine(root, answer)); if (!full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return Results.Ok(); File.Delete(full);" },
        { "way from a folder", "var root = Path.GetFullPath(\"out\"); var full = Path.GetFullPath(answer, root); var way = Path.GetRelativePath(root, full); if (way == \"..\" || way.StartsWith(\"..\" + Path.DirectorySeparatorChar) || Path.IsPathRooted(way)) throw new ArgumentException(); File.Delete(full);" },
        { "way from a folder, directly", "var root = Path.GetFullPath(\"out\"); var full = Path.GetFullPath(Path.Combine(root, answer)); if (!Path.GetRelativePath(root, full).StartsWith(\"..\", StringComparison.Ordinal)) File.Delete(full);" },
        { "way from a folder, named", "var root = Path.GetFullPath(\"out\"); var full = Path.GetFullPath(Path.Combine(root, answer)); if (Path.GetRelativePath(path: full, relativeTo: root).StartsWith(\"..\")) return Results.Ok(); File.Delete(full);" },
        { "way from a folder, the wrong way round", "var root = Path.GetFullPath(\"out\"); var full = Path.GetFullPath(Path.Combine(root, answer)); if (Path.GetRelativePath(root, full).StartsWith(\"..\")) File.Delete({|AISEC206:full|});" },
        { "way from a folder that the model chose", "var full = Path.GetFullPath(answer); if (Path.GetRelativePath(full, full).StartsWith(\"..\")) return Results.Ok(); File.Delete({|AISEC206:full|});" },
        { "way from a folder, something else", "var root = Path.GetFullPath(\"out\"); var full = Path.GetFullPath(Path.Combine(root, answer)); if (Path.GetRelativePath(root, full).StartsWith(\"a\")) return Results.Ok(); File.Delete({|AISEC206:full|});" },
        { "local path of a redirect", "if (answer.StartsWith(\"/help/\", StringComparison.Ordinal)) return Results.Redirect(answer);" },
        { "path of a redirect that can be a host", "if (answer.StartsWith(\"/\", StringComparison.Ordinal)) return Results.Redirect({|AISEC206:answer|});" },
        { "URL part encoded", "await http.GetStringAsync(\"https://contoso.com/items/\" + Uri.EscapeDataString(answer));" },
        { "URL with its host fixed", "await http.GetStringAsync($\"https://contoso.com/items/{answer}\");" },
        { "body of a request", "await http.PostAsync(\"https://contoso.com/\", new StringContent(answer));" },
        { "host allow-list", "var uri = new Uri(answer); if (uri.Host != \"contoso.com\") return Results.Ok(); await http.GetStringAsync(uri);" },
        { "pattern escaped", "var regex = new Regex(Regex.Escape(answer));" },
        { "input of a pattern", "var match = new Regex(\"[a-z]+\").Match(answer);" },
        { "typed output of a number", "var n = (await client.GetResponseAsync<int>(\"a\")).Result; File.Delete($\"{n}.txt\");" },
        { "typed output of an enum", "var tone = (await client.GetResponseAsync<Tone>(\"a\")).Result; File.Delete($\"{tone}.txt\");" },
        { "constant process", "Console.WriteLine(answer); Process.Start(\"git\", \"status\");" },
        { "process chosen by comparison", "if (answer == \"yes\") Process.Start(\"git\", \"status\");" },
        { "process chosen by a switch", "Process.Start(answer switch { \"a\" => \"git\", _ => \"ls\" });" },
        { "process with a number", "Process.Start(\"sleep\", $\"{int.Parse(answer)}\");" },
        { "process with an allow-list", "if (!Allowed.Contains(answer)) return Results.Ok(); Process.Start(answer);" },
        { "type with an allow-list", "if (!Allowed.Contains(answer)) return Results.Ok(); Type.GetType(answer);" },
        { "text of the user is not the model's", "Process.Start(text);" },
        { "answer returned", "return Results.Ok(answer);" },
    };

    public static TheoryData<string, string> Tools => new()
    {
        { "kernel function", "public class Shell { [KernelFunction] public void Run(string command) => Process.Start(\"bash\", {|AISEC301:command|}); }" },
        { "kernel function that calls a helper", "public class Shell { [KernelFunction] public void Run(string command) => Core(command.Trim()); private static void Core(string c) => Process.Start(\"bash\", {|AISEC301:c|}); }" },
        { "static kernel function", "public static class Shell { [KernelFunction, System.ComponentModel.Description(\"Runs.\")] public static string Run(string command) { var p = Process.Start(new ProcessStartInfo(\"bash\") { Arguments = {|AISEC301:command|} }); return \"\"; } }" },
        { "kernel function with a file", "public class Files { [KernelFunction] public string Read(string path) => File.ReadAllText({|AISEC206:path|}); }" },
        { "kernel function with SQL", "public class Db(DbCommand command) { [KernelFunction] public void Query(string sql) { command.CommandText = {|AISEC206:sql|}; } }" },
        { "kernel function with a number", "public class Shell { [KernelFunction] public void Wait(int seconds) => Process.Start(\"sleep\", $\"{seconds}\"); }" },
        { "kernel function with a record", "public record Job(string Command); public class Shell { [KernelFunction] public void Run(Job job) => Process.Start(\"bash\", {|AISEC301:job.Command|}); }" },
        { "method without the attribute", "public class Shell { public void Run(string command) => Process.Start(\"bash\", command); }" },
        { "lambda", "public class Setup { public object Make() => AIFunctionFactory.Create((string command) => { Process.Start(\"bash\", {|AISEC301:command|}); }); }" },
        { "lambda with a name", "public class Setup { public object Make() => AIFunctionFactory.Create((string path) => File.ReadAllText({|AISEC206:path|}), \"read\", \"Reads a file.\"); }" },
        { "lambda with a list", "public class Setup { public object Make() => AIFunctionFactory.Create((string[] commands) => { foreach (var c in commands) Process.Start(\"bash\", {|AISEC301:c|}); }); }" },
        { "method group", "public class Setup { public object Make() => AIFunctionFactory.Create(Run); private static void Run(string command) => Process.Start(\"bash\", {|AISEC301:command|}); }" },
        { "local function", "public class Setup { public object Make() { void Run(string command) => Process.Start(\"bash\", {|AISEC301:command|}); return AIFunctionFactory.Create(Run); } }" },
        { "in chat options", "public class Setup(IChatClient client) { public Task Ask() => client.GetResponseAsync(\"a\", new ChatOptions { Tools = [AIFunctionFactory.Create((string c) => { Process.Start(\"bash\", {|AISEC301:c|}); }, \"run\")] }); }" },
        { "lambda with a number", "public class Setup { public object Make() => AIFunctionFactory.Create((int n) => { Process.Start(\"sleep\", $\"{n}\"); }); }" },
    };

    /// <summary>The statements of a program are one body.</summary>
    [Fact]
    public Task Mail_of_a_program() => FlowVerifier.VerifyAsync(
        """
        using Microsoft.Extensions.AI;
        IChatClient client = null!;
        var answer = (await client.GetResponseAsync("A poem, please.")).Text;
        var mail = new System.Net.Mail.MailMessage("a@contoso.com", "b@contoso.com");
        mail.Body = {|AISEC206:answer|};
        mail.IsBodyHtml = true;
        """);

    [Theory]
    [MemberData(nameof(Reported))]
    [MemberData(nameof(Quiet))]
    public Task Model_output(string name, string body)
    {
        _ = name;
        return Endpoint.VerifyFilesAsync(
            Usings + $$"""
            public class Worker(IChatClient client, [FromServices] OpenAI.Chat.ChatClient openai, Kernel kernel, DbCommand command, HttpClient http)
            {
                private static readonly HashSet<string> Allowed = new() { "orders", "items" };

                public async Task<IResult> RunAsync(string text, HttpContext context)
                {
                    var response = await client.GetResponseAsync("Write something.");
                    var answer = response.Text;
                    {{body}}
                    return Results.Ok();
                }
            }
            public enum Tone { Formal, Friendly }
            public record Plan(string Command, int Count);
            """);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public Task Tool_arguments(string name, string source)
    {
        _ = name;
        return Endpoint.VerifyFilesAsync(Usings + source);
    }

    private const string Usings = """
        using System.Data.Common;
        using System.Diagnostics;
        using System.Reflection;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Html;
        using Microsoft.SemanticKernel;
        using AIFunctionFactory = Microsoft.Extensions.AI.AIFunctionFactory;

        """;
}
