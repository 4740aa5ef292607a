using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.UnapprovedToolAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC303: tools that change something and ask nobody.</summary>
public class UnapprovedToolAnalyzerTests
{
    private const string Usings = """
        using System.ComponentModel;
        using System.Diagnostics;
        using System.IO;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Net.Mail;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.Plugins.Core;
        using Microsoft.SemanticKernel.Plugins.MsGraph;
        using Microsoft.SemanticKernel.Plugins.OpenApi;
        using ModelContextProtocol.Server;

        """;

    [Theory]
    [InlineData("void T(string p) => File.Delete(p);")]
    [InlineData("void T(string p, string t) => File.WriteAllText(p, t);")]
    [InlineData("void T(string p) { using var w = new StreamWriter(p); w.Write(1); }")]
    [InlineData("void T(string p) { using var f = new FileStream(p, FileMode.Create); }")]
    [InlineData("void T(string p) => new FileInfo(p).Delete();")]
    [InlineData("void T(string p) { var now = DateTime.Now; File.WriteAllText(p, now.ToString()); }")]
    [InlineData("void T(string p) => File.Move(p, p + Guid.NewGuid());")]
    [InlineData("void T(string p, string t) => File.AppendAllText(\"notes.txt\", t + DateTime.Now);")]
    [InlineData("void T(string a) => Process.Start(\"git\", a);")]
    [InlineData("void T(string a) { var i = new ProcessStartInfo(\"git\") { Arguments = a }; Process.Start(i); }")]
    [InlineData("void T(string a) { var i = new ProcessStartInfo(\"git\"); i.ArgumentList.Add(a); using var p = new Process { StartInfo = i }; p.Start(); }")]
    [InlineData("void T() => Process.Start(\"shutdown\", \"/s\");")]
    [InlineData("Task T(HttpClient h, string id) => h.DeleteAsync(\"/orders/\" + id);")]
    [InlineData("Task T(HttpClient h, object o) => h.PostAsJsonAsync(\"/orders\", o);")]
    [InlineData("readonly string _search = \"/indexes/docs/search\"; readonly string _url = \"/orders\"; Task T(HttpClient h, object o) => h.PostAsJsonAsync(_url, o);")]
    [InlineData("Task T(HttpClient h, string id) => h.SendAsync(new HttpRequestMessage(HttpMethod.Patch, id));")]
    [InlineData("Task T(HttpClient h, string verb) => h.SendAsync(new HttpRequestMessage(new HttpMethod(verb), \"/a\"));")]
    [InlineData("void T(System.Data.Common.DbCommand c, int id) { c.CommandText = \"UPDATE orders SET open = 0\"; c.ExecuteNonQuery(); }")]
    [InlineData("object T(System.Data.Common.DbCommand c) { c.CommandText = \"DELETE FROM orders; SELECT 1\"; return c.ExecuteScalar(); }")]
    [InlineData("void T(SmtpClient s, MailMessage m) => s.Send(m);")]
    [InlineData("void T(Azure.Security.KeyVault.Secrets.SecretClient c, string v) => c.SetSecret(\"a\", v);")]
    [InlineData("Dictionary<int, string> kept = new(); void T(int id) { kept[id] = \"\"; Refund(id); } void Refund(int id) => kept[id] = \"back\";")]
    [InlineData("interface IPayments { void Pay(int cents); } IPayments payments; void T(int cents) => payments.Pay(cents);")]
    [InlineData("interface IBookings { Task<bool> CancelAsync(string id); } IBookings bookings; async Task T(string id) => await bookings.CancelAsync(id);")]
    [InlineData("interface IDoors { Task UnlockDoorAsync(int door); } IDoors doors; Task T(int door) => doors.UnlockDoorAsync(door);")]
    [InlineData("interface IAccounts { Task ResetPasswordAsync(string user); } IAccounts accounts; Task T(string user) => accounts.ResetPasswordAsync(user);")]
    [InlineData("interface IAccounts { Task SuspendAsync(string user); } IAccounts accounts; Task T(string user) => accounts.SuspendAsync(user);")]
    public Task Side_effects(string members) => VerifyAsync(members + " object M() => [|AIFunctionFactory.Create(T)|];");

    [Theory]
    [InlineData("string T(string p) => File.ReadAllText(p);")]
    [InlineData("bool stop; void Cancel() => stop = true; void T() => Cancel();")]
    [InlineData("interface IRuns { void Cancel(); } class Runs : IRuns { bool stop; public void Cancel() => stop = true; } IRuns runs; void T() => runs.Cancel();")]
    [InlineData("void T(CancellationTokenSource source) => source.Cancel();")]
    [InlineData("interface IShelf { string Cancellation(int id); string Bookmark(int id); } IShelf shelf; string T(int id) => shelf.Cancellation(id) + shelf.Bookmark(id);")]
    [InlineData("void T(string p) { using var f = new FileStream(p, FileMode.Open); }")]
    [InlineData("void T(string t) { var p = Path.GetTempFileName(); File.WriteAllText(p, t); File.Delete(p); }")]
    [InlineData("void T(byte[] b) => File.WriteAllBytes($\"image-{DateTime.Now:yyyyMMdd-HHmmss}.png\", b);")]
    [InlineData("string T(byte[] b) { var name = $\"{Guid.NewGuid():N}.png\"; var path = Path.Combine(\"images\", name); File.WriteAllBytes(path, b); return path; }")]
    [InlineData("void T(string t) { using var f = File.Create(\"out/\" + Guid.NewGuid()); f.Write(new byte[1]); }")]
    [InlineData("void T(string t) => File.WriteAllText(Path.Combine(Path.GetTempPath(), \"notes.txt\"), t);")]
    [InlineData("void T() => Process.Start(\"git\", \"status\");")]
    [InlineData("void T() { var i = new ProcessStartInfo(\"git\") { Arguments = \"log -1\", RedirectStandardOutput = true }; Process.Start(i); }")]
    [InlineData("void T(string w) { var a = w switch { \"disk\" => \"-h\", _ => throw new ArgumentException(w) }; Process.Start(\"df\", a); }")]
    [InlineData("string T() => Run(\"status\", \"--short\"); static string Run(params string[] a) { var i = new ProcessStartInfo(\"git\"); foreach (var x in a) i.ArgumentList.Add(x); Process.Start(i); return \"\"; }")]
    [InlineData("Task<string> T(CancellationToken c) => Text(c, \"diff\", \"--staged\"); Task<string> Text(CancellationToken c, params string[] a) => Run(c, a); Task<string> Run(CancellationToken c, params string[] a) { Process.Start(\"git\", a); return Task.FromResult(\"\"); }")]
    [InlineData("string T() => new Git().Run([\"log\", \"-1\"], TimeSpan.FromSeconds(30)); class Git { public string Run(string[] a, TimeSpan limit) { Process.Start(\"git\", a).WaitForExit(limit); return \"\"; } }")]
    [InlineData("Task T(HttpClient h, string c) => h.PostAsJsonAsync($\"executions?api-version=1&identifier={Guid.NewGuid()}\", c);")]
    [InlineData("Task T(HttpClient h, string id) => h.GetStringAsync(\"/orders/\" + id);")]
    [InlineData("Task T(HttpClient h, object q) => h.PostAsJsonAsync(\"/indexes/docs/search\", q);")]
    [InlineData("Task T(HttpClient h, object q) => h.PostAsJsonAsync(\"/contentsafety/text:shieldPrompt?api-version=2024-09-01\", q);")]
    [InlineData("Task T(HttpClient h, string root, object q) { var r = new HttpRequestMessage(HttpMethod.Post, root + \"contentsafety/text:analyze\"); r.Content = JsonContent.Create(q); return h.SendAsync(r); }")]
    [InlineData("Task T(HttpClient h, object q) => h.PostAsJsonAsync(\"/v1/moderations\", q);")]
    [InlineData("readonly string _url = \"/openai/deployments/d/embeddings\"; Task T(HttpClient h, object q) => h.PostAsJsonAsync(_url, q);")]
    [InlineData("Task T(HttpClient h, object q) => h.PostAsJsonAsync(Url(\"a\"), q); static string Url(string d) => $\"/openai/deployments/{d}/embeddings\";")]
    [InlineData("Task T(HttpClient h, string id) => h.SendAsync(new HttpRequestMessage(HttpMethod.Get, id));")]
    [InlineData("Task T(HttpClient h, HttpRequestMessage r) => h.SendAsync(r);")]
    [InlineData("object T(System.Data.Common.DbCommand c) { c.CommandText = \"SELECT name FROM orders\"; return c.ExecuteScalar(); }")]
    [InlineData("string T(string to) => SendMail(to); string SendMail(string to) => \"sent to \" + to;")]
    [InlineData("string T(int cents) => Pay(cents); string Pay(int cents) => \"paid \" + cents;")]
    [InlineData("void T(string t) => new FileLog().Write(t); class FileLog { public void Write(string t) => File.AppendAllText(\"log.txt\", t); }")]
    [InlineData("int T(int a) => a + 1;")]
    public Task Reading(string members) => VerifyAsync(members + " object M() => AIFunctionFactory.Create(T);");

    [Theory]
    [InlineData("object M() => [|AIFunctionFactory.Create(T)|]; string T() => Run(\"push\", \"origin\"); static string Run(params string[] a) { Process.Start(\"git\", a); return \"\"; }")]
    [InlineData("object M() => [|AIFunctionFactory.Create(T)|]; string T(string branch) => Run(\"log\", branch); static string Run(params string[] a) { Process.Start(\"git\", a); return \"\"; }")]
    [InlineData("object M() => [|AIFunctionFactory.Create(T)|]; string T() { File.Delete(\"a\"); return Run(\"log\", \"-1\"); } static string Run(params string[] a) { Process.Start(\"git\", a); return \"\"; }")]
    [InlineData("string last = \"\"; public void Set(string s) => last = s; object M() => [|AIFunctionFactory.Create(T)|]; string T() => Run(last, \"-1\"); static string Run(params string[] a) { Process.Start(\"git\", a); return \"\"; }")]
    [InlineData("object M(string p) => [|AIFunctionFactory.Create(() => File.Delete(p))|];")]
    [InlineData("object M() => [|AIFunctionFactory.Create((string p) => { Inner(p); return 1; }, \"clean\")|]; void Inner(string p) => Deep(p); void Deep(string p) => File.Delete(p);")]
    [InlineData("object M(IStore s) => [|AIFunctionFactory.Create(s.Drop)|]; interface IStore { void Drop(string p); } class Disk : IStore { public void Drop(string p) => File.Delete(p); }")]
    [InlineData("object M(Store s) => [|AIFunctionFactory.Create(s.Drop)|]; abstract class Store { public abstract void Drop(string p); } class Disk : Store { public override void Drop(string p) => File.Delete(p); }")]
    [InlineData("object M() { var f = (string p) => File.Delete(p); return [|AIFunctionFactory.Create(f)|]; }")]
    [InlineData("object M() { void Local(string p) => File.Delete(p); return [|AIFunctionFactory.Create(Local)|]; }")]
    [InlineData("object M() => [|AIFunctionFactory.Create((Action<string>)T)|]; static void T(string p) => File.Delete(p);")]
    [InlineData("object M() => [|KernelFunctionFactory.CreateFromMethod(T)|]; static void T(string p) => File.Delete(p);")]
    [InlineData("object M() => [|McpServerTool.Create(T)|]; static void T(string p) => File.Delete(p);")]
    [InlineData("[[|KernelFunction|], Description(\"d\")] public void T(string p) => File.Delete(p);")]
    [InlineData("[[|McpServerTool(Name = \"t\")|]] public void T(string p) => File.Delete(p);")]
    [InlineData("object M(Kernel k) => [|k.ImportPluginFromType<FileIOPlugin>()|];")]
    [InlineData("object M(Kernel k, IEmailConnector c) => k.ImportPluginFromObject([|new EmailPlugin(c)|], \"email\");")]
    public Task Ways(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("object M() => new ApprovalRequiredAIFunction(AIFunctionFactory.Create(T));")]
    [InlineData("object M() { var f = AIFunctionFactory.Create(T); return new ApprovalRequiredAIFunction(f); }")]
    [InlineData("object M() { var all = new[] { AIFunctionFactory.Create(T) }; return all.Select(f => new ApprovalRequiredAIFunction(f)); }")]
    [InlineData("object M() => Gate(AIFunctionFactory.Create(T)); static AIFunction Gate(AIFunction f) => new ApprovalRequiredAIFunction(f);")]
    [InlineData("object M() => GateAll(new[] { AIFunctionFactory.Create(T) }); static object GateAll(AIFunction[] all) => all.Select(Gate); static AIFunction Gate(AIFunction f) => new ApprovalRequiredAIFunction(f);")]
    [InlineData("IEnumerable<AIFunction> All() { yield return AIFunctionFactory.Create(T); } object M() => All().Select(Gate); static AIFunction Gate(AIFunction f) => new ApprovalRequiredAIFunction(f);")]
    [InlineData("AIFunction[] All() => new[] { AIFunctionFactory.Create(T) }; object M() => GateAll(All()); static object GateAll(IEnumerable<AIFunction> all) => all.Select(Gate); static AIFunction Gate(AIFunction f) => new ApprovalRequiredAIFunction(f);")]
    [InlineData("object M() => RequireApproval(AIFunctionFactory.Create(T)); AIFunction RequireApproval(AIFunction f) => f;")]
    [InlineData("[KernelFunction] public void K(string p) { if (Console.ReadLine() == \"y\") T(p); }")]
    [InlineData("[KernelFunction] public void K(string p) { Console.WriteLine(p); var answer = Console.ReadKey(); if (answer.Key == ConsoleKey.Y) T(p); }")]
    [InlineData("[KernelFunction] public void K(string p) { if (!Sure()) return; T(p); } bool Sure() => Console.ReadLine() == \"y\";")]
    [InlineData("Func<string, Task<bool>> confirm; [KernelFunction] public async Task K(string p) { if (!await confirm(p)) return; T(p); }")]
    [InlineData("interface IPermissionService { Task<bool> RequestAsync(string what); } IPermissionService permissions; [KernelFunction] public async Task K(string p) { if (!await permissions.RequestAsync(p)) return; File.Delete(p); }")]
    [InlineData("class DeskApprovals { public Task<bool> WaitAsync(string what) => Task.FromResult(what.Length > 0); } DeskApprovals desk; [KernelFunction] public async Task<string> K(string p) { if (!await desk.WaitAsync(p)) return \"no\"; T(p); return \"done\"; }")]
    [InlineData("interface IPeople { Task EnsureApprovedAsync(string what); } IPeople people; [KernelFunction] public async Task K(string p) { await people.EnsureApprovedAsync(p); T(p); }")]
    [InlineData("interface IPage { Task<TAnswer> InvokeAsync<TAnswer>(string method, params object[] arguments); } IPage page; [KernelFunction] public async Task<string> K(string p) { var ok = await page.InvokeAsync<bool>(\"ConfirmDelete\", p); if (ok) T(p); return \"\"; }")]
    [InlineData("interface IPage { Task<TAnswer> InvokeAsync<TAnswer>(string method, params object[] arguments); } IPage page; [KernelFunction] public async Task<string> K(string p) { if (!await page.InvokeAsync<bool>(\"confirm\", $\"Delete {p}?\")) return \"no\"; T(p); return \"\"; }")]
    [InlineData("[KernelFunction] public void K(string p) => Asked(p); void Asked(string p) { if (Console.ReadLine() == \"y\") T(p); }")]
    [InlineData("[KernelFunction] public void K(string p) => T(p); class Ask : IFunctionInvocationFilter { public async Task OnFunctionInvocationAsync(Microsoft.SemanticKernel.FunctionInvocationContext c, Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next) { if (Console.ReadLine() != \"y\") return; await next(c); } }")]
    [InlineData("[KernelFunction] public void K(string p) => T(p); object S() => FunctionChoiceBehavior.Auto(autoInvoke: false);")]
    [InlineData("Task M(Kernel k, string f) => k.ImportPluginFromOpenApiAsync(\"jira\", f, new OpenApiFunctionExecutionParameters { OperationSelectionPredicate = o => o.ToString() == \"get\" });")]
    public Task Approved(string members) => VerifyAsync(members + " static void T(string p) => File.Delete(p);");

    [Theory]
    [InlineData("[[|KernelFunction|]] public void K(string p, bool confirmed) { if (confirmed) T(p); }")]
    [InlineData("IEnumerable<AIFunction> All() { yield return new ApprovalRequiredAIFunction(AIFunctionFactory.Create((string p) => File.Delete(p), \"delete\")); yield return [|AIFunctionFactory.Create((string p) => File.Move(p, \"a\"), \"move\")|]; }")]
    [InlineData("interface IPermissionService { Task<bool> HasAsync(string what); } IPermissionService permissions; [[|KernelFunction|]] public async Task K(string p) { if (!await permissions.HasAsync(p)) return; File.Delete(p); }")]
    [InlineData("[[|KernelFunction|]] public void K(string p) => T(p); class Log : IFunctionInvocationFilter { public async Task OnFunctionInvocationAsync(Microsoft.SemanticKernel.FunctionInvocationContext c, Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next) { Console.WriteLine(c.Function.Name); await next(c); } }")]
    [InlineData("[[|KernelFunction|]] public void K(string p) => T(p); object S() => FunctionChoiceBehavior.Auto();")]
    [InlineData("interface IPage { Task<TAnswer> InvokeAsync<TAnswer>(string method, params object[] arguments); } IPage page; [[|KernelFunction|]] public async Task<string> K(string p) { if (await page.InvokeAsync<bool>(\"isOpen\", p)) T(p); return \"\"; }")]
    [InlineData("class DeskRooms { public Task<bool> WaitAsync(string what) => Task.FromResult(what.Length > 0); } DeskRooms desk; [[|KernelFunction|]] public async Task<string> K(string p) { if (!await desk.WaitAsync(p)) return \"no\"; T(p); return \"done\"; }")]
    [InlineData("object M() => new[] { new ApprovalRequiredAIFunction(AIFunctionFactory.Create(T)), [|AIFunctionFactory.Create(T)|] };")]
    [InlineData("object M() => Log([|AIFunctionFactory.Create(T)|]); static AIFunction Log(AIFunction f) => f;")]
    [InlineData("object M() => Agent([|AIFunctionFactory.Create(T)|]); static object Agent(AIFunction f) => new object[] { f, new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Other)) }; static int Other() => 1;")]
    [InlineData("IEnumerable<AIFunction> All() { yield return [|AIFunctionFactory.Create(T)|]; } object M() => All().Select(Gate); object N() => All().ToList(); static AIFunction Gate(AIFunction f) => new ApprovalRequiredAIFunction(f);")]
    [InlineData("AIFunction[] All() => new[] { [|AIFunctionFactory.Create(T)|] }; object M() => All().Select(Keep); static AIFunction Keep(AIFunction f) => f;")]
    public Task Not_approved(string members) => VerifyAsync(members + " static void T(string p) => File.Delete(p);");

    /// <summary>What a function that asks the model keeps in a database is what was said; whatever else it does, it does as a tool.</summary>
    [Theory]
    [InlineData("[KernelFunction] public async Task<string> Chat(string text) { var r = await Model.GetResponseAsync(text); Keep(r.Text); return r.Text; }")]
    [InlineData("[KernelFunction] public async Task<string> Chat(string text) { Keep(text); return await Answer(text); } async Task<string> Answer(string text) => (await Model.GetResponseAsync(text)).Text;")]
    [InlineData("interface IStore { void Put(string t); } class Files : IStore { public void Put(string t) => File.WriteAllText(\"chat.json\", t); } class Rows(C c) : IStore { public void Put(string t) => c.Keep(t); } IStore store; [KernelFunction] public async Task<string> Chat(string text) { store.Put(text); return (await Model.GetResponseAsync(text)).Text; }")]
    [InlineData("[[|KernelFunction|]] public async Task<string> Report(string text) { var r = await Model.GetResponseAsync(text); File.WriteAllText(\"report.md\", r.Text); return r.Text; }")]
    [InlineData("[[|KernelFunction|]] public async Task<string> Chat(string text) { var r = await Model.GetResponseAsync(text); Keep(r.Text); Process.Start(\"bash\", r.Text); return r.Text; }")]
    [InlineData("[[|KernelFunction|]] public void Close(string id) => Keep(id);")]
    [InlineData("object M() => [|AIFunctionFactory.Create(Chat)|]; async Task<string> Chat(string text) { var r = await Model.GetResponseAsync(text); Keep(r.Text); return r.Text; }")]
    public Task Functions_that_ask_the_model(string members) => VerifyAsync(members + " IChatClient Model = null!; System.Data.Common.DbCommand Command = null!; void Keep(string text) { Command.CommandText = \"INSERT INTO messages VALUES (@text)\"; Command.ExecuteNonQuery(); }");

    [Theory]
    [InlineData("object M() => new List<Action> { () => File.Delete(\"a\") };")]
    [InlineData("[McpServerPrompt] public string P(string p) { File.Delete(p); return p; }")]
    [InlineData("class AIFunctionFactory { public static object Create(Action a) => a; } object M() => AIFunctionFactory.Create(() => File.Delete(\"a\"));")]
    [InlineData("object M(Kernel k) => k.ImportPluginFromType<Own>(); class Own { public void T() => File.Delete(\"a\"); }")]
    public Task No_tool(string members) => VerifyAsync(members);

    [Fact]
    public Task Other_files() => VerifyAsync("object M(IStore s) => {|AISEC303:AIFunctionFactory.Create(s.Drop)|};", test =>
    {
        test.AddSource("/0/Store.cs", "public interface IStore { void Drop(string p); }");
        test.AddSource("/0/Disk.cs", "public class Disk : IStore { public void Drop(string p) => System.IO.File.Delete(p); }");
    });

    [Fact]
    public Task Filters_in_other_files() => VerifyAsync("[KernelFunction] public void K(string p) => File.Delete(p);", test => test.AddSource("/0/Ask.cs", """
        using Microsoft.SemanticKernel;
        class Ask : IAutoFunctionInvocationFilter
        {
            public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext c, Func<AutoFunctionInvocationContext, Task> next)
            {
                if (Console.ReadLine() == "y")
                    await next(c);
            }
        }
        """));

    /// <summary>A filter that counts bounds a conversation, and asks nobody.</summary>
    [Theory]
    [InlineData("if (c.RequestSequenceIndex >= 3) { c.Terminate = true; return; } await n(c);", true)]
    [InlineData("if (c.FunctionSequenceIndex + 1 < c.FunctionCount && c.RequestSequenceIndex < 3) await n(c); else c.Terminate = true;", true)]
    [InlineData("if (++_calls > 10) throw new InvalidOperationException(\"Too many.\"); await n(c);", true)]
    [InlineData("if (c.RequestSequenceIndex >= 3) { c.Terminate = true; return; } if (Console.ReadLine() != \"y\") return; await n(c);", false)]
    [InlineData("if (c.RequestSequenceIndex < 3 && Console.ReadLine() == \"y\") await n(c);", false)]
    public Task Filters_that_count(string body, bool isReported) => VerifyAsync((isReported ? "[[|KernelFunction|]]" : "[KernelFunction]") + " public void K(string p) => File.Delete(p);", test => test.AddSource("/0/Rounds.cs", """
        using Microsoft.SemanticKernel;
        class Rounds : IAutoFunctionInvocationFilter
        {
            private int _calls;
            public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext c, Func<AutoFunctionInvocationContext, Task> next)
            {
                _ = _calls;
        """ + body.Replace("n(c)", "next(c)") + """
            }
        }
        """));

    /// <summary>A filter that asks for the functions of a list lets all others through.</summary>
    [Theory]
    [InlineData("if (c.Function.Name == \"delete\") { c.Result = null!; return; } await n(c);", true, false)]
    [InlineData("if (c.Function.Name == \"wipe\") { c.Result = null!; return; } await n(c);", false, true)]
    [InlineData("if (Asked.Contains(c.Function.Name)) { c.Result = null!; return; } await n(c);", true, false)]
    [InlineData("if (!Asked.Contains(c.Function.Name)) { await n(c); return; } if (Console.ReadLine() == \"y\") await n(c);", true, false)]
    [InlineData("var name = c.Function.Name; if (name is \"delete\" or \"drop\" && Console.ReadLine() != \"y\") return; await n(c);", true, false)]
    [InlineData("if (c.Function.Name == \"delete\" && Console.ReadLine() != \"y\") return; if (c.Function.Name == nameof(P.WipeAsync) && Console.ReadLine() != \"y\") return; await n(c);", true, true)]
    [InlineData("if (Asked.Contains(c.Function.Name)) { await n(c); return; } if (Console.ReadLine() == \"y\") await n(c);", true, true)]
    [InlineData("if (!Asked.Contains(c.Function.Name) && Console.ReadLine() != \"y\") return; await n(c);", true, true)]
    [InlineData("if (c.Function.PluginName == \"files\" && Console.ReadLine() != \"y\") return; await n(c);", true, true)]
    public Task Filters_of_some_functions(string body, bool asksDelete, bool asksWipe) => VerifyAsync("class P { [" + (asksDelete ? "KernelFunction(\"delete\")" : "[|KernelFunction(\"delete\")|]") + "] public void Delete(string p) => File.Delete(p); ["
        + (asksWipe ? "KernelFunction" : "[|KernelFunction|]") + """
        ] public Task WipeAsync(string p) { Directory.Delete(p, true); return Task.CompletedTask; } }
        class Ask : IFunctionInvocationFilter
        {
            private static readonly HashSet<string> Asked = new(StringComparer.OrdinalIgnoreCase) { "delete", "drop" };
            public async Task OnFunctionInvocationAsync(Microsoft.SemanticKernel.FunctionInvocationContext c, Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next)
            {
        """ + body.Replace("n(c)", "next(c)") + """
            }
        }
        """);

    /// <summary>A filter holds for the kernels that it is given to.</summary>
    [Theory]
    [InlineData("Kernel A() { var k = new Kernel(); k.Plugins.AddFromObject(new P()); k.FunctionInvocationFilters.Add(new Ask()); return k; }", false)]
    [InlineData("Kernel A() { var k = new Kernel(); k.Plugins.AddFromObject(new P()); return k; } Kernel B() { var k = new Kernel(); k.FunctionInvocationFilters.Add(new Ask()); return k; }", true)]
    [InlineData("Kernel A() { var k = new Kernel(); k.ImportPluginFromObject(new P()); return k; } Kernel B(Ask ask) { var k = new Kernel(); k.ImportPluginFromObject(new P()); k.FunctionInvocationFilters.Add(ask); return k; }", true)]
    [InlineData("void M(IServiceCollection services) { services.AddTransient(sp => { var b = Kernel.CreateBuilder(); b.Services.AddSingleton<IFunctionInvocationFilter>(new Ask()); b.Plugins.AddFromObject(new P()); return b.Build(); }); services.AddTransient(sp => { var b = Kernel.CreateBuilder(); b.Plugins.AddFromType<P>(); return b.Build(); }); }", true)]
    [InlineData("void M(IServiceCollection services) { services.AddTransient(sp => { var b = Kernel.CreateBuilder(); b.Services.AddSingleton<IFunctionInvocationFilter, Ask>(); b.Plugins.AddFromObject(new P()); return b.Build(); }); }", false)]
    [InlineData("void M(IServiceCollection services) { services.AddSingleton<IFunctionInvocationFilter, Ask>(); services.AddTransient(sp => { var k = new Kernel(sp); k.Plugins.AddFromObject(new P()); return k; }); }", false)]
    [InlineData("Kernel A() { var k = new Kernel(); k.Plugins.AddFromObject(new P()); Secure(k); return k; } void Secure(Kernel k) => k.FunctionInvocationFilters.Add(new Ask());", false)]
    [InlineData("Kernel A() { var k = new Kernel(); k.Plugins.AddFromObject(new P()); return k; } void B() { var k = A(); k.FunctionInvocationFilters.Add(new Ask()); }", false)]
    [InlineData("Kernel A(Kernel k) { k.Plugins.AddFromObject(new P()); return k; } Kernel B() { var k = new Kernel(); k.FunctionInvocationFilters.Add(new Ask()); return A(k); }", false)]
    [InlineData("Kernel A() { var k = new Kernel(); k.Plugins.AddFromObject(new P()); return k; }", false)]
    public Task Filters_of_some_kernels(string members, bool isReported) => VerifyAsync(members + " class P { [" + (isReported ? "[|KernelFunction|]" : "KernelFunction") + """
        ] public void K(string p) => File.Delete(p); }
        class Ask : IFunctionInvocationFilter
        {
            public async Task OnFunctionInvocationAsync(Microsoft.SemanticKernel.FunctionInvocationContext c, Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next)
            {
                if (Console.ReadLine() == "y")
                    await next(c);
            }
        }
        """);

    /// <summary>A filter that asks for plugins by their names lets the functions of others through.</summary>
    [Theory]
    [InlineData("if (c.Function.PluginName == \"files\" && Console.ReadLine() != \"y\") return; await n(c);", "k.Plugins.AddFromObject(new P(), \"files\");", false)]
    [InlineData("if (c.Function.PluginName == \"Files\" && Console.ReadLine() != \"y\") return; await n(c);", "k.Plugins.AddFromType<P>(\"files\");", false)]
    [InlineData("if (c.Function.PluginName == \"mail\" && Console.ReadLine() != \"y\") return; await n(c);", "k.Plugins.AddFromObject(new P(), \"files\");", true)]
    [InlineData("if (c.Function.PluginName == \"mail\" && Console.ReadLine() != \"y\") return; await n(c);", "k.Plugins.AddFromObject(services.GetRequiredService<P>(), \"files\");", true)]
    [InlineData("if (c.Function.PluginName == \"P\" && Console.ReadLine() != \"y\") return; await n(c);", "k.Plugins.AddFromType<P>();", false)]
    [InlineData("if (c.Function.PluginName == \"mail\" && Console.ReadLine() != \"y\") return; await n(c);", "", false)]
    [InlineData("if (c.Function.PluginName is { } plugin && Asked.Contains(plugin)) { if (Console.ReadLine() != \"y\") return; } await n(c);", "k.Plugins.AddFromObject(new P(), \"files\");", true)]
    [InlineData("if (c.Function.PluginName is { } plugin && Asked.Contains(plugin)) { if (Console.ReadLine() != \"y\") return; } await n(c);", "k.Plugins.AddFromObject(new P(), \"access\");", false)]
    [InlineData("if (c.Function.PluginName != \"mail\" || c.Function.Name.StartsWith(\"list\")) { await n(c); return; } c.Result = null!;", "k.Plugins.AddFromObject(new P(), \"files\");", true)]
    [InlineData("if (c.Function.PluginName != \"files\" || c.Function.Name.StartsWith(\"list\")) { await n(c); return; } c.Result = null!;", "k.Plugins.AddFromObject(new P(), \"files\");", false)]
    [InlineData("if (c.Function.PluginName == \"mail\" || Console.ReadLine() != \"y\") return; await n(c);", "k.Plugins.AddFromObject(new P(), \"files\");", false)]
    public Task Filters_of_some_plugins(string body, string registration, bool isReported) => VerifyAsync("class P { [" + (isReported ? "[|KernelFunction|]" : "KernelFunction") + """
        ] public void Delete(string p) => File.Delete(p); }
        class Ask : IFunctionInvocationFilter
        {
            private static readonly HashSet<string> Asked = ["access"];
            public async Task OnFunctionInvocationAsync(Microsoft.SemanticKernel.FunctionInvocationContext c, Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next)
            {
        """ + body.Replace("n(c)", "next(c)") + "\n    }\n}\nvoid M(IServiceProvider services, Kernel k) { " + registration + " _ = services; }");

    [Fact]
    public Task Test_projects() => VerifyAsync("[KernelFunction] public void K(string p) => File.Delete(p);", test => test.SetOption("build_property.IsTestProject", "true"));

    [Theory]
    [InlineData("class P { [[|Missing.KernelFunction|]] public void K(string p) => File.Delete(p); }")]
    [InlineData("class P { [Missing.Function(\"job\")] public void K(string p) => File.Delete(p); }")]
    [InlineData("object M(Missing k) => k.ImportPluginFromOpenApiAsync(\"jira\", \"f\", new Missing { OperationsToExclude = [] });")]
    public Task Types_that_are_missing(string members) => VerifyAsync(members, test => test.TolerateCompileErrors());

    /// <summary>Two libraries have an attribute of that name.</summary>
    [Theory]
    [InlineData("using AutoGen.Core; class P { [[|Function|]] public void K(string p) => File.Delete(p); }")]
    [InlineData("namespace AutoGen.Mine { class P { [[|Function|]] public void K(string p) => File.Delete(p); } }")]
    [InlineData("using Contoso; class P { [Function] public void K(string p) => File.Delete(p); }")]
    [InlineData("using AutoGen.Core; using Microsoft.Azure.Functions.Worker; class P { [Function(\"job\")] public void K(string p) => File.Delete(p); }")]
    public Task Attributes_that_are_missing(string source) => Verify.VerifyAsync(source, SdkSet.Latest, test => test.TolerateCompileErrors());

    /// <summary>One method sends all requests, and whoever calls it says which.</summary>
    [Theory]
    [InlineData("SendAsync(HttpMethod.Put, \"pulls/1/merge\")", true)]
    [InlineData("SendAsync(path: \"pulls\", method: HttpMethod.Post)", true)]
    [InlineData("SendAsync(HttpMethod.Get, \"pulls/1\")", false)]
    [InlineData("SendAsync(HttpMethod.Post, \"issues/search?q=a\")", false)]
    public Task Verbs_that_callers_give(string call, bool isReported) => VerifyAsync($$"""
        HttpClient http = null!;
        {{(isReported ? "[[|KernelFunction|]]" : "[KernelFunction]")}} public Task Merge() => {{call}};
        async Task SendAsync(HttpMethod method, string path) { using var request = new HttpRequestMessage(method, path); using var response = await http.SendAsync(request); response.EnsureSuccessStatusCode(); }
        """);

    [Theory]
    [InlineData("ExecuteDeleteAsync()")]
    [InlineData("ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, name))")]
    public Task Rows_that_are_changed_without_being_loaded(string call) => Verify.VerifyAsync($$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.SemanticKernel;
        public class Row { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Db : DbContext { public DbSet<Row> Rows => Set<Row>(); }
        public class Tools(Db db)
        {
            [[|KernelFunction|]] public Task Change(string name) => db.Rows.Where(row => row.Name == name).{{call}};
            [KernelFunction] public Task<int> Count(string name) => db.Rows.Where(row => row.Name == name).CountAsync();
        }
        """, SdkSet.Platform);

    [Fact]
    public Task Script_engines_that_are_missing() => Verify.VerifyAsync(
        "using Microsoft.CodeAnalysis.CSharp.Scripting; using Microsoft.SemanticKernel; class C { [[|KernelFunction|]] public Task<object> K(string code) => CSharpScript.EvaluateAsync(code); }", SdkSet.Stubs, test => test.TolerateCompileErrors());

    /// <summary>What a model knows it as, when it has no name of its own.</summary>
    [Theory]
    [InlineData("object M() => {|#0:AIFunctionFactory.Create(T)|};", "T")]
    [InlineData("object M() => {|#0:AIFunctionFactory.Create((string p) => T(p), name: \"drop_file\")|};", "drop_file")]
    [InlineData("object M() => {|#0:KernelFunctionFactory.CreateFromMethod((string p) => T(p), \"drop_file\")|};", "drop_file")]
    [InlineData("object M() => {|#0:AIFunctionFactory.Create((string p) => T(p))|};", "the function")]
    public Task Names(string members, string name) => VerifyAsync(members + " static void T(string p) => File.Delete(p);", test => test.ExpectedDiagnostics.Add(
        new DiagnosticResult("AISEC303", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments(name, "writes or deletes files", members.Contains("Kernel") ? "add a filter that asks a person before it calls the function" : "wrap the function so that a person approves each call")));

    [Theory]
    [InlineData("object M(Kernel k, IEmailConnector c) => k.ImportPluginFromObject({|#0:new EmailPlugin(c)|}, \"email\");", "EmailPlugin", "sends messages", DiagnosticSeverity.Warning)]
    [InlineData("Task M(Kernel k, string f) => {|#0:k.ImportPluginFromOpenApiAsync(\"jira\", f)|};", "ImportPluginFromOpenApiAsync", "does whatever its API offers", DiagnosticSeverity.Info)]
    public Task Names_of_plugins(string members, string name, string effect, DiagnosticSeverity severity) => VerifyAsync(members, test => test.ExpectedDiagnostics.Add(
        new DiagnosticResult("AISEC303", severity).WithLocation(0).WithArguments(name, effect, "add a filter that asks a person before it calls the function")));

    /// <summary>Nobody knows here what an API offers that only its document lists.</summary>
    [Theory]
    [InlineData("Task M(Kernel k, string f) => {|#0:k.ImportPluginFromOpenApiAsync(\"jira\", f)|};")]
    [InlineData("object M(Missing k) => {|#0:k.ImportPluginFromOpenApiAsync(\"jira\", \"f\")|};")]
    public Task Api_of_a_document(string members) => VerifyAsync(members, test =>
    {
        test.TolerateCompileErrors();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC303", DiagnosticSeverity.Info).WithLocation(0));
    });

    [Fact]
    public Task Broken_code() => VerifyAsync("[[|KernelFunction|]] public void K(string p, Missing m) { m.Do(p); File.Delete(p, ; } object M() => AIFunctionFactory.Create(Nothing); object N() => AIFunctionFactory.Create(", test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string members, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + members + "\n}\n", SdkSet.Stubs, configure);
}
