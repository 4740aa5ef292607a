using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Benchmarks;

/// <summary>Compilations to measure on: of a folder of real code, or made up.</summary>
internal static class Sources
{
    private const string Business = """
        using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Threading.Tasks;
        namespace Business{0};
        public sealed record Order(int Number, string Customer, decimal Total);
        public sealed class OrderBook(HttpClient http)
        {{
            private readonly Dictionary<int, Order> _orders = [];
            public void Add(Order order) {{ if (!_orders.TryAdd(order.Number, order)) throw new InvalidOperationException(string.Format("{{0}} is taken", order.Number)); }}
            public decimal TotalOf(string customer) => _orders.Values.Where(order => order.Customer == customer).Sum(order => order.Total);
            public async Task<string> SendAsync(int number)
            {{
                foreach (var order in _orders.Values)
                {{
                    if (order.Number != number) continue;
                    using var response = await http.PostAsync(new Uri("https://orders.contoso.com/" + number), new StringContent($"{{order.Customer}}: {{order.Total}}"));
                    return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : "";
                }}
                return "";
            }}
        }}
        """;

    private const string Chat = """
        using System.Collections.Generic; using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        namespace Chat{0};
        public sealed class Conversation(IChatClient client)
        {{
            private readonly List<ChatMessage> _messages = [new(ChatRole.System, "You answer questions about orders.")];
            public async Task<string> AskAsync(string text)
            {{
                _messages.Add(new ChatMessage(ChatRole.User, text.Trim()));
                var answer = await client.GetResponseAsync(_messages);
                _messages.AddRange(answer.Messages);
                return answer.Text;
            }}
        }}
        public sealed class Desk(Conversation conversation)
        {{
            public async Task<string> HandleAsync(string question) => await conversation.AskAsync("Customer asks: " + question);
        }}
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.Parse);

    public static Compilation WithoutAi(int scale) => Create("no AI reference", Many(Business, 400 * scale), References().Where(static path => !IsAi(path)));

    public static Compilation WithoutUse(int scale) => Create("AI reference without use", Many(Business, 400 * scale), References());

    public static Compilation WithUse(int scale) => Create("AI-heavy", Many(Business, 200 * scale).Concat(Many(Chat, 200 * scale)), References());

    public static Compilation OfFolder(string folder) => Create(
        Path.GetFileName(folder),
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(static file => (file, File.ReadAllText(file))),
        References());

    /// <summary>A file of about 2,000 lines in which somebody types.</summary>
    public static string LongFile() => string.Join('\n', Enumerable.Range(1, 70).Select(static number => string.Format(CultureInfo.InvariantCulture, number % 4 == 0 ? Chat : Business, number)
        .Replace($"namespace Chat{number};", $"namespace Chat{number} {{", StringComparison.Ordinal).Replace($"namespace Business{number};", $"namespace Business{number} {{", StringComparison.Ordinal) + "\n}"))
        .Replace("using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Threading.Tasks;", "", StringComparison.Ordinal)
        .Replace("using System.Collections.Generic; using System.Threading.Tasks;\nusing Microsoft.Extensions.AI;", "", StringComparison.Ordinal);

    public static IEnumerable<string> References() => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "references.txt")).Where(static line => line.Length > 0);

    public static CSharpCompilation Create(string name, IEnumerable<(string Path, string Text)> files, IEnumerable<string> references) => CSharpCompilation.Create(
        name,
        files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.Path)),
        references.Select(static path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    private static IEnumerable<(string, string)> Many(string source, int count) =>
        Enumerable.Range(1, count).Select(number => ($"/src/{source.Length}_{number}.cs", string.Format(CultureInfo.InvariantCulture, source, number)));

    private static bool IsAi(string path) => Analyzers.Catalog.AiCatalog.BuiltIn.IsAiReference(Path.GetFileNameWithoutExtension(path));
}
