namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>One class that stores things of many kinds: what is put in as one kind does not come out as another.</summary>
public class GenericStoreTests
{
    private const string Program = """
        var app = WebApplication.Create(args);
        app.MapPost("/note", (string text, Notes notes) => notes.KeepAsync(text));
        app.MapGet("/ask", (Notes notes) => notes.AskAsync());
        app.Run();
        """;

    private const string Store = """
        public record Note(string Text);
        public record Setting(string Text);
        public interface IStore<T> { Task PutAsync(T item); Task<T> GetAsync(string id); }
        public class Store<T> : IStore<T>
        {
            private readonly List<T> _items = new();
            public Task PutAsync(T item) { _items.Add(item); return Task.CompletedTask; }
            public Task<T> GetAsync(string id) => Task.FromResult(_items[0]);
        }
        public class Repository<T>(IStore<T> store)
        {
            public Task PutAsync(T item) => store.PutAsync(item);
            public Task<T> GetAsync(string id) => store.GetAsync(id);
        }
        """;

    [Theory]
    [InlineData("Store<Note>", "Store<Note>", true)]
    [InlineData("Store<Note>", "Store<Setting>", false)]
    [InlineData("IStore<Note>", "IStore<Note>", true)]
    [InlineData("IStore<Note>", "IStore<Setting>", false)]
    [InlineData("Repository<Note>", "Repository<Note>", true)]
    [InlineData("Repository<Note>", "Repository<Setting>", false)]
    public Task Kept_and_read(string put, string get, bool isDue) => Endpoint.VerifyFilesAsync(Program, Store + $$"""

        public class Notes(IChatClient client, {{put}} notes, {{get}} others)
        {
            public Task KeepAsync(string text) => notes.PutAsync(new Note(text));
            public async Task<string> AskAsync() => (await client.{{(isDue ? "{|AISEC201:GetResponseAsync((await others.GetAsync(\"1\")).Text)|}" : "GetResponseAsync((await others.GetAsync(\"1\")).Text)")}}).Text;
        }
        """);
}
