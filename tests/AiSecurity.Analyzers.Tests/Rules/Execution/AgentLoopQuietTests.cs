using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.AgentLoopAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC305: loops that something bounds, and loops that wait for somebody.</summary>
public class AgentLoopQuietTests
{
    [Theory]
    [InlineData("async Task M() { for (var i = 0; i < 10; i++) { var r = await chat.GetResponseAsync(history); if (r.Text == \"DONE\") break; } }")]
    [InlineData("async Task M() { var i = 0; while (true) { var r = await chat.GetResponseAsync(history); if (r.Text == \"DONE\" || ++i > 5) break; } }")]
    [InlineData("async Task M() { var left = 5; while (left-- > 0) { await chat.GetResponseAsync(history); } }")]
    [InlineData("async Task M() { var i = 0; while (true) { await chat.GetResponseAsync(history); i += 1; if (i == 5) return; } }")]
    [InlineData("async Task M() { var done = false; var i = 0; while (!done) { var r = await chat.GetResponseAsync(history); if (r.Text == \"DONE\") done = true; if (i++ > 5) done = true; } }")]
    [InlineData("async Task M() { long used = 0; while (true) { var r = await chat.GetResponseAsync(history); used += r.Usage?.TotalTokenCount ?? 0; if (r.Text == \"DONE\" || used > 10000) break; } }")]
    [InlineData("async Task M() { long used = 0; while (true) { var r = await chat.GetResponseAsync(history); used += r.Usage?.TotalTokenCount ?? 0; if (used > 10000) throw new InvalidOperationException(); if (r.Text == \"DONE\") break; } }")]
    [InlineData("async Task M() { while (history.Count < 30) { var r = await chat.GetResponseAsync(history); history.AddRange(r.Messages); if (r.Text == \"DONE\") break; } }")]
    [InlineData("int _turns; bool More() => _turns++ < 10; async Task M() { while (More()) { var r = await chat.GetResponseAsync(history); if (r.Text == \"DONE\") break; } }")]
    [InlineData("int _turns; int Max { get; set; } bool Spent => _turns >= Max; async Task M() { while (!Spent) { _turns++; var r = await chat.GetResponseAsync(history); if (r.Text == \"DONE\") break; } }")]
    public Task Counters_and_budgets(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task M() { var end = DateTime.UtcNow.AddMinutes(1); while (DateTime.UtcNow < end) { var r = await chat.GetResponseAsync(history); if (r.Text == \"DONE\") break; } }")]
    [InlineData("async Task M() { var watch = Stopwatch.StartNew(); while (true) { var r = await chat.GetResponseAsync(history); if (r.Text == \"DONE\" || watch.Elapsed > TimeSpan.FromMinutes(1)) break; } }")]
    [InlineData("async Task M() { using var source = new CancellationTokenSource(TimeSpan.FromMinutes(1)); while (true) { var r = await chat.GetResponseAsync(history, null, source.Token); if (r.Text == \"DONE\") break; } }")]
    [InlineData("async Task M(CancellationToken token) { using var source = CancellationTokenSource.CreateLinkedTokenSource(token); source.CancelAfter(60000); while (!source.IsCancellationRequested) { await chat.GetResponseAsync(history, null, source.Token); } }")]
    [InlineData("async Task M(ThreadRun run) { var tries = 0; while (run.Status.Equals(1) && tries++ < 60) { await Task.Delay(500); run = (await runs.GetRunAsync(\"t\", \"r\")).Value; } }")]
    [InlineData("async Task M(ThreadRun run) { using var source = new CancellationTokenSource(60000); while (run.Status.Equals(1)) { await Task.Delay(500, source.Token); run = (await runs.GetRunAsync(\"t\", \"r\")).Value; } }")]
    public Task Deadlines(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task M() { foreach (var text in new[] { \"a\", \"b\" }) { await chat.GetResponseAsync(text); } }")]
    [InlineData("async Task M(IAsyncEnumerable<string> texts) { await foreach (var text in texts.Take(10)) { await chat.GetResponseAsync(text); } }")]
    [InlineData("async Task M(Queue<string> work) { while (work.Count > 0) { var r = await chat.GetResponseAsync(work.Dequeue()); } }")]
    [InlineData("async Task M(Queue<string> work) { while (work.TryDequeue(out var text)) { await chat.GetResponseAsync(text); } }")]
    [InlineData("async Task M(StreamReader reader) { while (await reader.ReadLineAsync() is { } line) { await chat.GetResponseAsync(line); } }")]
    [InlineData("async Task M(StreamReader reader) { while (!reader.EndOfStream) { await chat.GetResponseAsync(reader.ReadLine()!); } }")]
    [InlineData("async Task M(IEnumerator<string> texts) { while (texts.MoveNext()) { await chat.GetResponseAsync(texts.Current); } }")]
    public Task Data_that_ends(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task M() { while (true) { var text = Console.ReadLine(); if (text == \"exit\") break; await chat.GetResponseAsync(text!); } }")]
    [InlineData("async Task M() { while (Console.ReadLine() is { Length: > 0 } text) { await chat.GetResponseAsync(text); } }")]
    [InlineData("async Task M() { do { await chat.GetResponseAsync(history); } while (Console.ReadKey().Key != ConsoleKey.Escape); }")]
    [InlineData("async Task M() { while (true) { history.Add(new(ChatRole.User, await Console.In.ReadLineAsync())); await chat.GetResponseAsync(history); } }")]
    [InlineData("string Input() => Console.ReadLine()!; async Task M() { while (true) { await chat.GetResponseAsync(Input()); } }")]
    [InlineData("async Task M() { await chat.GetResponseAsync(Console.ReadLine()!); await M(); }")]
    [InlineData("async Task M() { while (true) { var r = await chat.GetResponseAsync(history); if (r.Text == \"DONE\") break; foreach (var call in r.Messages) { Console.WriteLine(\"Run it?\"); if (Console.ReadLine() == \"y\") history.Add(call); } } }")]
    [InlineData("async Task M() { start: var r = await chat.GetResponseAsync(Console.ReadLine()!); if (r.Text == \"DONE\") goto start; }")]
    public Task Paced_by_a_person(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task M(ChannelReader<string> work) { while (true) { await chat.GetResponseAsync(await work.ReadAsync()); } }")]
    [InlineData("async Task M(ChannelReader<string> work) { while (await work.WaitToReadAsync()) { while (work.TryRead(out var text)) { await chat.GetResponseAsync(text); } } }")]
    [InlineData("async Task M(WebSocket socket, byte[] buffer) { while (true) { await socket.ReceiveAsync(buffer, default); await chat.GetResponseAsync(history); } }")]
    [InlineData("async Task M(PeriodicTimer timer) { while (await timer.WaitForNextTickAsync()) { await chat.GetResponseAsync(history); } }")]
    [InlineData("async Task M(CancellationToken token) { while (!token.IsCancellationRequested) { await chat.GetResponseAsync(history); await Task.Delay(TimeSpan.FromMinutes(5), token); } }")]
    [InlineData("interface IJobs { Task<string> NextAsync(); } async Task M(IJobs jobs, CancellationToken token) { while (!token.IsCancellationRequested) { await chat.GetResponseAsync(await jobs.NextAsync()); } }")]
    [InlineData("interface IPeople { Task<bool> MoreAsync(); } async Task M(IPeople people) { while (await people.MoreAsync()) { await chat.GetResponseAsync(history); } }")]
    [InlineData("TaskCompletionSource<string> _next = new(); async Task M() { while (true) { await chat.GetResponseAsync(await _next.Task); } }")]
    public Task Paced_by_messages(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task<string> M() { while (true) { try { return (await chat.GetResponseAsync(history)).Text; } catch (HttpRequestException) { await Task.Delay(1000); } } }")]
    [InlineData("async Task<string> M(int depth) { var r = await chat.GetResponseAsync(history); return r.Text == \"DONE\" || depth > 5 ? r.Text : await M(depth + 1); }")]
    [InlineData("async Task M(Node node) { await chat.GetResponseAsync(node.Text); foreach (var child in node.Children) await M(child); } record Node(string Text, Node[] Children);")]
    [InlineData("async Task M(Node? node) { if (node is null) return; await chat.GetResponseAsync(node.Text); await M(node.Next); } record Node(string Text, Node? Next);")]
    [InlineData("async Task M(List<string> steps) { if (steps.Count == 0) return; await chat.GetResponseAsync(steps[0]); await M(steps.Skip(1).ToList()); }")]
    [InlineData("async Task M(int left) { if (left == 0) return; await chat.GetResponseAsync(history); await M(left - 1); }")]
    [InlineData("C _inner = null!; async Task M() { await chat.GetResponseAsync(history); if (history.Count == 0) await _inner.M(); }")]
    [InlineData("async Task M() { await chat.GetResponseAsync(history); await M(history); } Task M(List<ChatMessage> other) => Task.CompletedTask;")]
    [InlineData("void M() { while (true) { Console.WriteLine(); } }")]
    [InlineData("async Task M() { while (true) { await Task.Yield(); if (history.Count == 0) break; } await chat.GetResponseAsync(history); }")]
    public Task Other_loops(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task<string> Ask(int left) { var r = await chat.GetResponseAsync(history); return r.Text == \"DONE\" || left == 0 ? r.Text : await Tools(r, left); } Task<string> Tools(ChatResponse r, int left) => Ask(left - 1);")]
    [InlineData("int _rounds; async Task<string> Ask() { var r = await chat.GetResponseAsync(history); return r.Text == \"DONE\" ? r.Text : await Tools(r); } async Task<string> Tools(ChatResponse r) { if (++_rounds > 9) return r.Text; return await Ask(); }")]
    [InlineData("async Task Visit(Node node) { await chat.GetResponseAsync(node.Text); await Children(node); } async Task Children(Node node) { foreach (var child in node.Children) await Visit(child); } record Node(string Text, Node[] Children);")]
    [InlineData("async Task Visit(Node? node) { if (node == null) return; await chat.GetResponseAsync(node.Text); await Next(node); } Task Next(Node node) => Visit(node.Next!); record Node(string Text, Node? Next);")]
    [InlineData("async Task<string> Ask() { try { return (await chat.GetResponseAsync(history)).Text; } catch (HttpRequestException) { return await Again(); } } Task<string> Again() => Ask();")]
    [InlineData("async Task Ask() { var r = await chat.GetResponseAsync(history); if (r.Text != \"DONE\") await Read(); } async Task Read() { history.Add(new(ChatRole.User, Console.ReadLine())); await Ask(); }")]
    [InlineData("C _inner = null!; async Task Ask() { await chat.GetResponseAsync(history); await Hand(); } async Task Hand() { if (history.Count == 0) await _inner.Ask(); }")]
    [InlineData("async Task Ask() { await chat.GetResponseAsync(history); await Hand(); } Task Hand() => Ask(history); Task Ask(List<ChatMessage> other) => Task.CompletedTask;")]
    [InlineData("async Task Ask() { await chat.GetResponseAsync(history); Print(); } void Print() => Name(); string Name() => nameof(Ask);")]
    [InlineData("void Ping(int n) { if (n > 0) Pong(n - 1); } void Pong(int n) => Ping(n); async Task M() { Ping(3); await chat.GetResponseAsync(history); }")]
    public Task Functions_that_call_each_other(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("async Task M(ThreadRun run) { var tries = 0; do { await Task.Delay(500); run = await runs.GetRunAsync(\"t\", \"r\"); if (run.Status.Equals(3)) run = await runs.SubmitToolOutputsToRunAsync(run, []); } while (run.Status.Equals(1) && ++tries < 100); }")]
    [InlineData("async Task M(ThreadRun run) { using var source = new CancellationTokenSource(60000); do { await Task.Delay(500, source.Token); run = await runs.GetRunAsync(\"t\", \"r\"); if (run.Status.Equals(3)) run = await runs.SubmitToolOutputsToRunAsync(run, []); } while (run.Status.Equals(1)); }")]
    [InlineData("async Task M(ChatOptions options) { var end = DateTime.UtcNow.AddMinutes(5); var r = await chat.GetResponseAsync(history, options); while (r.ContinuationToken is not null && DateTime.UtcNow < end) { await Task.Delay(500); options.ContinuationToken = r.ContinuationToken; r = await chat.GetResponseAsync([], options); } }")]
    public Task Polling_with_a_deadline(string member) => LoopSource.VerifyAsync(member);

    [Fact]
    public Task Other_types_of_the_same_name() => Verify.VerifyAsync(
        "class Cache { public Task<string> GetResponseAsync() => null!; } class C { async Task M(Cache cache) { while (true) { if (await cache.GetResponseAsync() == \"DONE\") break; } } }");

    [Fact]
    public Task Test_projects() => LoopSource.VerifyAsync("async Task M() { while (true) { await chat.GetResponseAsync(history); } }", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Without_an_SDK() => Verify.VerifyAsync("class C { void M() { while (true) { } } }", SdkSet.Bare);
}
