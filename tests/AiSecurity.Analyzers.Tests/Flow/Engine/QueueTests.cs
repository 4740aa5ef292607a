namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Text that waits in a queue inside the program until a worker asks a model about it.</summary>
public class QueueTests
{
    private const string Ask = "client.{|AISEC201:GetResponseAsync(job.Text)|}";

    public static TheoryData<string, string, string> Queues => new()
    {
        { "Channel<Job> c = Channel.CreateUnbounded<Job>();", "c.Writer.WriteAsync(job)", "await foreach (var job in c.Reader.ReadAllAsync()) await " + Ask + ";" },
        { "Channel<Job> c = Channel.CreateBounded<Job>(5);", "c.Writer.TryWrite(job)", "while (await c.Reader.WaitToReadAsync()) while (c.Reader.TryRead(out var job)) await " + Ask + ";" },
        { "Channel<Job> c = Channel.CreateUnbounded<Job>();", "c.Writer.WriteAsync(job)", "var job = await c.Reader.ReadAsync(); await " + Ask + ";" },
        { "ConcurrentQueue<Job> c = new();", "c.Enqueue(job)", "if (c.TryDequeue(out var job)) await " + Ask + ";" },
        { "BlockingCollection<Job> c = new();", "c.Add(job)", "foreach (var job in c.GetConsumingEnumerable()) await " + Ask + ";" },
        { "BlockingCollection<Job> c = new();", "c.TryAdd(job)", "var job = c.Take(); await " + Ask + ";" },
    };

    [Theory]
    [MemberData(nameof(Queues))]
    public Task In_a_type_of_the_project(string queue, string write, string read) => Endpoint.VerifyFilesAsync(
        "public record Job(string Text);\npublic class Chat(Jobs jobs) : ControllerBase { [HttpPost] public void Post([FromBody] string text) => jobs.Add(new Job(text)); }",
        "using System.Threading.Channels;\npublic class Jobs { private readonly " + queue + " public void Add(Job job) { " + write + "; } public async Task WorkAsync(IChatClient client) { " + read + " } }");

    [Theory]
    [InlineData("ChannelWriter<Job> writer", "writer.TryWrite(new Job(text))", "ChannelReader<Job> reader", "await foreach (var job in reader.ReadAllAsync()) await client.{|AISEC201:GetResponseAsync(job.Text)|};")]
    [InlineData("Channel<Job> jobs", "jobs.Writer.TryWrite(new Job(text))", "Channel<Job> jobs", "var job = await jobs.Reader.ReadAsync(); await client.{|AISEC201:GetResponseAsync(job.Text)|};")]
    [InlineData("ConcurrentQueue<Job> jobs", "jobs.Enqueue(new Job(text))", "ConcurrentQueue<Job> jobs", "while (jobs.TryDequeue(out var job)) await client.{|AISEC201:GetResponseAsync($\"Answer: {job.Text}\")|};")]
    [InlineData("Channel<Job> jobs", "jobs.Writer.TryWrite(new Job(\"nightly\"))", "Channel<Job> jobs", "var job = await jobs.Reader.ReadAsync(); await client.GetResponseAsync(job.Text);")]
    [InlineData("Channel<Job> jobs", "jobs.Writer.TryWrite(new Job(text))", "Channel<Other> others", "var job = await others.Reader.ReadAsync(); await client.GetResponseAsync(job.Text);")]
    [InlineData("Channel<Job> jobs", "jobs.Writer.TryWrite(new Job(text))", "Channel<Job> jobs", "var job = await jobs.Reader.ReadAsync(); Own.Demand(job.Text); await client.GetResponseAsync(job.Text);")]
    [InlineData("Channel<Job> jobs", "Own.Demand(text); jobs.Writer.TryWrite(new Job(text))", "Channel<Job> jobs", "var job = await jobs.Reader.ReadAsync(); await client.GetResponseAsync(job.Text);")]
    public Task From_the_container(string writer, string write, string reader, string read) => Endpoint.VerifyFilesAsync(
        "using System.Threading.Channels;\npublic record Job(string Text);\npublic record Other(string Text);\npublic class Chat(" + writer + ") : ControllerBase { [HttpPost] public void Post([FromBody] string text) { " + write + "; } }",
        "using System.Threading.Channels;\npublic class Worker(" + reader + ", IChatClient client) : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken stoppingToken) { " + read + " } }",
        "public class PromptShieldAttribute : Attribute;\npublic static class Own { [PromptShield] public static void Demand(string t) { if (t.Length > 100) throw new InvalidOperationException(); } }");
}
