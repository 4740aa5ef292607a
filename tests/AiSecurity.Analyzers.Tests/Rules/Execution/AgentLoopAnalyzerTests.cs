using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.AgentLoopAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC305: loops that nothing but a model ends.</summary>
public class AgentLoopAnalyzerTests
{
    [Theory]
    [InlineData("async Task M() { [|while|] (true) { var r = await chat.GetResponseAsync(history); history.AddRange(r.Messages); } }")]
    [InlineData("async Task M() { [|for|] (;;) { var r = await chat.GetResponseAsync(history); history.AddRange(r.Messages); } }")]
    [InlineData("async Task M(CancellationToken token) { [|while|] (!token.IsCancellationRequested) { var r = await chat.GetResponseAsync(history, null, token); history.AddRange(r.Messages); } }")]
    [InlineData("async Task M(CancellationToken token) { [|while|] (true) { token.ThrowIfCancellationRequested(); history.AddRange((await chat.GetResponseAsync(history, null, token)).Messages); } }")]
    public Task Without_an_exit(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task M() { [|while|] (true) { var r = await chat.GetResponseAsync(history); history.AddRange(r.Messages); if (r.Text.Contains(\"DONE\")) break; } }")]
    [InlineData("async Task<string> M() { [|while|] (true) { var r = await chat.GetResponseAsync(history); if (r.FinishReason == ChatFinishReason.Stop) return r.Text; history.AddRange(r.Messages); } }")]
    [InlineData("async Task M() { bool again; [|do|] { var r = await chat.GetResponseAsync(history); again = r.FinishReason == ChatFinishReason.ToolCalls; } while (again); }")]
    [InlineData("async Task M() { bool again; [|do|] { again = false; var r = await chat.GetResponseAsync(history); switch (r.FinishReason?.Value) { case \"tool_calls\": again = true; break; default: break; } } while (again); }")]
    [InlineData("async Task M() { var done = false; [|while|] (!done) { var r = await agent.RunAsync(\"go on\"); if (r.Text == \"done\") done = true; } }")]
    [InlineData("async Task M() { var text = \"\"; [|while|] (!text.EndsWith(\"END\")) { text += (await agent.RunAsync(text)).Text; } }")]
    [InlineData("async Task M() { var score = 0; [|while|] (score < 8) { score = int.Parse((await agent.RunAsync(\"rate it\")).Text); } }")]
    [InlineData("async Task M() { List<FunctionCallContent> calls; [|do|] { var r = await chat.GetResponseAsync(history); calls = r.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList(); } while (calls.Count > 0); }")]
    [InlineData("async Task M() { [|while|] (true) { var r = await chat.GetResponseAsync(history); if (!r.Text.StartsWith(\"{\")) continue; return; } }")]
    public Task With_an_exit_that_the_model_decides(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("bool Done(string text) => text.Contains(\"DONE\"); async Task M() { [|while|] (true) { var r = await chat.GetResponseAsync(history); if (Done(r.Text)) break; } }")]
    [InlineData("async Task<string> Ask() => (await chat.GetResponseAsync(history)).Text; async Task M() { var answer = \"\"; [|while|] (answer != \"DONE\") { answer = await Ask(); } }")]
    [InlineData("void Next(ref bool done, string text) { if (text == \"DONE\") done = true; } async Task M() { var done = false; [|while|] (!done) { Next(ref done, (await chat.GetResponseAsync(history)).Text); } }")]
    [InlineData("bool Finished { get; set; } async Task M() { [|while|] (true) { history.AddRange((await chat.GetResponseAsync(history)).Messages); if (Over()) break; } } bool Over() => Finished;")]
    [InlineData("bool Take(string text, out string next) { next = text; return text.Length > 0; } async Task M() { var text = \"a\"; [|while|] (true) { if (!Take((await agent.RunAsync(text)).Text, out text)) return; } }")]
    public Task Through_own_functions(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task<string> M() { var r = await chat.GetResponseAsync(history); history.AddRange(r.Messages); if (r.FinishReason == ChatFinishReason.ToolCalls) { return await [|M|](); } return r.Text; }")]
    [InlineData("async Task<string> M(List<ChatMessage> all) { var r = await chat.GetResponseAsync(all); all.AddRange(r.Messages); return r.FinishReason == ChatFinishReason.ToolCalls ? await this.[|M|](all) : r.Text; }")]
    [InlineData("async Task M() { await Step(); async Task Step() { var r = await chat.GetResponseAsync(history); if (r.Text != \"DONE\") await [|Step|](); } }")]
    [InlineData("async Task M() { [|again|]: var r = await chat.GetResponseAsync(history); history.AddRange(r.Messages); if (r.Text != \"DONE\") goto again; }")]
    public Task Recursion_and_goto(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task M(ThreadRun run) { [|do|] { await Task.Delay(500); run = (await runs.GetRunAsync(\"t\", \"r\")).Value; } while (run.Status.Equals(1)); }")]
    [InlineData("void M(ThreadRun run) { [|while|] (run.Status.Equals(1)) { Thread.Sleep(500); run = runs.GetRun(\"t\", \"r\"); } }")]
    [InlineData("async Task M(ThreadRun run, CancellationToken token) { [|while|] (run.Status.Equals(0)) { await Task.Delay(500, token); run = (await runs.GetRunAsync(\"t\", \"r\", token)).Value; } }")]
    public Task Polling_without_a_deadline(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task<string> Ask() { var r = await chat.GetResponseAsync(history); return r.FinishReason == ChatFinishReason.ToolCalls ? await Tools(r) : r.Text; } async Task<string> Tools(ChatResponse r) { history.AddRange(r.Messages); return await [|Ask|](); }")]
    [InlineData("async Task<string> Tools(ChatResponse r) { history.AddRange(r.Messages); return await this.[|Ask|](); } async Task<string> Ask() { var r = await chat.GetResponseAsync(history); if (r.Text == \"DONE\") return r.Text; return await this.Tools(r); }")]
    [InlineData("async Task M() { await Ask(); async Task Ask() { var r = await agent.RunAsync(\"go on\"); if (r.Text != \"DONE\") await Next(); } async Task Next() { Console.WriteLine(); await [|Ask|](); } }")]
    [InlineData("async Task<string> Ask() { var r = await chat.GetResponseAsync(history); return r.Text == \"DONE\" ? r.Text : await Look(r); } Task<string> Look(ChatResponse r) => Tools(r.Messages); async Task<string> Tools(IList<ChatMessage> all) { history.AddRange(all); return await [|Ask|](); }")]
    [InlineData("Task Start() => Step(chat, history); static async Task Step(IChatClient chat, List<ChatMessage> all) { var r = await chat.GetResponseAsync(all); if (r.Text != \"DONE\") await C.Again(chat, all); } static Task Again(IChatClient chat, List<ChatMessage> all) => C.[|Step|](chat, all);")]
    [InlineData("async Task Plan() { if ((await agent.RunAsync(\"plan\")).Text != \"DONE\") await Act(); } async Task Act() { if ((await agent.RunAsync(\"act\")).Text != \"DONE\") await [|Plan|](); }")]
    public Task Functions_that_call_each_other(string member) => LoopSource.VerifyAsync(member);

    [Fact]
    public Task Functions_that_call_each_other_in_two_files() => Verify.VerifyAsync(
        LoopSource.Usings + "partial class Loop(IChatClient chat) { async Task<string> Ask(string text) { var r = await chat.GetResponseAsync(text); return r.Text == \"DONE\" ? r.Text : await Tools(r.Text); } }", SdkSet.Stubs,
        test => test.AddSource("/0/Tools.cs", "partial class Loop { Task<string> Tools(string text) => [|Ask|](text + \"!\"); }"));

    [Theory]
    [InlineData("async Task M(ThreadRun run) { [|do|] { await Task.Delay(500); run = (await runs.GetRunAsync(\"t\", \"r\")).Value; if (run.Status.Equals(3)) { var outputs = new List<ToolOutput>(); foreach (var id in new[] { \"a\" }) outputs.Add(new ToolOutput(id, \"x\")); run = (await runs.SubmitToolOutputsToRunAsync(run, outputs)).Value; } } while (run.Status.Equals(1) || run.Status.Equals(2)); }")]
    [InlineData("async Task M(ThreadRun run) { [|while|] (true) { await Task.Delay(500); run = await runs.GetRunAsync(\"t\", \"r\"); if (run.Status.Equals(3)) { run = await runs.SubmitToolOutputsToRunAsync(run, []); continue; } if (run.Status.Equals(4)) break; } }")]
    [InlineData("void Hand(ThreadRun run) => runs.SubmitToolOutputsToRun(run, []); void M(ThreadRun run) { [|while|] (run.Status.Equals(1)) { Thread.Sleep(500); run = runs.GetRun(\"t\", \"r\"); if (run.Status.Equals(3)) Hand(run); } }")]
    [InlineData("async Task M(MissingClient client, Missing<MissingRun> run) { [|do|] { await Task.Delay(500); run = await client.Runs.GetRunAsync(\"t\", run.Value.Id); if (run.Value.Status == RunStatus.RequiresAction && run.Value.RequiredAction is SubmitToolOutputsAction action) { List<ToolOutput> outputs = []; foreach (MissingCall call in action.ToolCalls) outputs.Add(Resolve(call)); run = await client.Runs.SubmitToolOutputsToRunAsync(run, outputs, cancellationToken: default); } } while (run.Value.Status == RunStatus.Queued || run.Value.Status == RunStatus.InProgress); } ToolOutput Resolve(MissingCall call) => new(call.Id, \"x\");")]
    public Task Polling_that_hands_in_what_tools_answered(string member) => LoopSource.VerifyWaitAsync(member);

    [Theory]
    [InlineData("async Task M(AgentSession session) { var r = await agent.RunAsync(\"a\", session); [|while|] (r.ContinuationToken is { } token) { await Task.Delay(500); r = await agent.RunAsync(session, new AgentRunOptions { ContinuationToken = token }); } }")]
    [InlineData("async Task M(ChatOptions options) { var r = await chat.GetResponseAsync(history, options); [|while|] (r.ContinuationToken is not null) { await Task.Delay(500); options.ContinuationToken = r.ContinuationToken; r = await chat.GetResponseAsync([], options); } }")]
    [InlineData("async Task M(ChatOptions options) { ChatResponse r; [|do|] { r = await chat.GetResponseAsync(history, options); options.ContinuationToken = r.ContinuationToken; } while (options.ContinuationToken != null); }")]
    [InlineData("async Task M(ChatOptions options) { [|while|] (true) { var r = await chat.GetResponseAsync(history, options); if (r.ContinuationToken is null) return; options.ContinuationToken = r.ContinuationToken; await Task.Delay(500); } }")]
    public Task Polling_by_a_token_of_the_answer(string member) => LoopSource.VerifyWaitAsync(member);

    [Fact]
    public Task One_diagnostic_for_nested_loops() => LoopSource.VerifyAsync(
        "async Task M() { while (true) { var more = true; [|while|] (more) { more = (await chat.GetResponseAsync(history)).FinishReason == ChatFinishReason.ToolCalls; } } }");

    [Fact]
    public Task Inside_a_loop_that_a_person_paces() => LoopSource.VerifyAsync(
        "async Task M() { while (true) { history.Add(new(ChatRole.User, Console.ReadLine())); bool more; [|do|] { more = (await chat.GetResponseAsync(history)).FinishReason == ChatFinishReason.ToolCalls; } while (more); } }");

    [Fact]
    public Task Top_level_statements() => Verify.VerifyAsync(
        LoopSource.Usings + "IChatClient chat = null!;\n[|while|] (true)\n{\n    var r = await chat.GetResponseAsync(\"go on\");\n    if (r.Text == \"DONE\") break;\n}\n", SdkSet.Stubs);

    [Fact]
    public Task In_another_file_than_the_model() => Verify.VerifyAsync(
        LoopSource.Usings + "class Runner(IBrain brain) { async Task M() { var answer = \"\"; [|while|] (answer != \"DONE\") { answer = await brain.ThinkAsync(answer); } } }", SdkSet.Stubs,
        test => test.AddSource("/0/Brain.cs", LoopSource.Usings + "interface IBrain { Task<string> ThinkAsync(string text); } class Brain(IChatClient chat) : IBrain { public async Task<string> ThinkAsync(string text) => (await chat.GetResponseAsync(text)).Text; }"));

    [Fact]
    public Task Delegating_clients() => Verify.VerifyAsync(
        LoopSource.Usings + "class Retry(IChatClient inner) : DelegatingChatClient(inner) { public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken token = default) { [|while|] (true) { var r = await base.GetResponseAsync(messages, options, token); if (r.Text.Length > 0) return r; } } }", SdkSet.Stubs);

    [Fact]
    public Task Types_that_do_not_bind() => LoopSource.VerifyAsync(
        "async Task M(MissingClient client, MissingRun run) { [|while|] (run.Status == MissingStatus.Queued) { await Task.Delay(100); run = await client.Runs.GetRunAsync(run.Id); } }", test => test.TolerateCompileErrors());

    [Fact]
    public Task Answers_that_do_not_bind() => LoopSource.VerifyAsync(
        "async Task M(MissingClient client, MissingRun run) { [|do|] { await Task.Delay(100); run = await client.Runs.GetRunAsync(run.Value.Id); } while (run.Value.Status == MissingStatus.Queued || run.Value.Status == MissingStatus.InProgress); }", test => test.TolerateCompileErrors());

    [Fact]
    public Task Broken_code() => LoopSource.VerifyAsync(
        "async Task M() { [|while|] (true) { var r = await chat.GetResponseAsync(history); if (r.Text == \"DONE\") break; } while ( { await chat.GetResponseAsync( } do { await chat.GetResponseAsync(history); while (", test => test.TolerateCompileErrors());
}
