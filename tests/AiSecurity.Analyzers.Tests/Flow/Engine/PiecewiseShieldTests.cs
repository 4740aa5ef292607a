using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Own shields that cut long texts and lists into what the service takes at once, or ask it through helpers of their own.</summary>
public class PiecewiseShieldTests
{
    private const string Judge = "response.EnsureSuccessStatusCode(); using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()); ";
    private const string Attack = "json.RootElement.GetProperty(\"userPromptAnalysis\").GetProperty(\"attackDetected\").GetBoolean()";
    private const string Post = "using var response = await http.PostAsJsonAsync(_url, new { userPrompt = part }); ";

    [Theory]
    [InlineData("for (var start = 0; start < t.Length; start += 9000) { var part = t.Substring(start, Math.Min(9000, t.Length - start)); " + Post + Judge + "if (" + Attack + ") return false; } return true;", true)]
    [InlineData("for (var start = 0; start < t.Length; start += 9000) { var part = t[start..Math.Min(t.Length, start + 9000)]; " + Post + "if (!response.IsSuccessStatusCode) return false; using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync()); if (" + Attack + ") return false; } return true;", true)]
    [InlineData("var start = 0; while (start < t.Length) { var part = t.Substring(start, Math.Min(9000, t.Length - start)); " + Post + Judge + "if (" + Attack + ") return false; start += 9000; } return true;", true)]
    [InlineData("for (var start = 0; start < t.Length; start += 9000) { var part = t.Substring(start, Math.Min(9000, t.Length - start)); " + Post + Judge + "if (!" + Attack + ") return false; } return true;", false)]
    [InlineData("for (var start = 0; start < limit; start += 9000) { var part = t.Substring(start, Math.Min(9000, t.Length - start)); " + Post + Judge + "if (" + Attack + ") return false; } return true;", false)]
    [InlineData("for (var start = 0; start < t.Length; start += 9000) { var part = t.Substring(start, Math.Min(9000, t.Length - start)); if (part.Contains(\"x\")) continue; " + Post + Judge + "if (" + Attack + ") return false; } return true;", false)]
    [InlineData("for (var start = 0; start < t.Length; start += 9000) { var part = t.Substring(start, Math.Min(9000, t.Length - start)); " + Post + Judge + "if (" + Attack + ") return true; } return true;", false)]
    [InlineData("foreach (var part in Split(t)) { " + Post + Judge + "if (" + Attack + ") return false; } return true;", true)]
    [InlineData("foreach (var part in t.Chunk(9000).Select(c => new string(c))) { " + Post + Judge + "if (" + Attack + ") return false; } return true;", true)]
    [InlineData("var clean = true; foreach (var part in Split(t)) { " + Post + Judge + "clean &= !" + Attack + "; } return clean;", true)]
    [InlineData("var attack = false; foreach (var part in Split(t)) { " + Post + Judge + "attack |= " + Attack + "; } return !attack;", true)]
    [InlineData("var attack = false; foreach (var part in Split(t)) { " + Post + Judge + "attack |= " + Attack + "; } return attack;", false)]
    [InlineData("var attack = false; var start = 0; do { var part = t.Substring(start, Math.Min(9000, t.Length - start)); " + Post + Judge + "attack |= " + Attack + "; start += 9000; } while (start < t.Length); return !attack;", true)]
    [InlineData("if (t.Length > 90000) return false; var attack = false; foreach (var part in Split(t)) { " + Post + Judge + "attack |= " + Attack + "; } return !attack;", true)]
    [InlineData("var clean = false; foreach (var part in Split(t)) { " + Post + Judge + "if (!" + Attack + ") clean = true; } return clean;", false)]
    [InlineData("var attack = false; foreach (var part in Split(t)) { " + Post + Judge + "if (" + Attack + ") attack = true; } return !attack;", true)]
    [InlineData("var attack = false; foreach (var part in Split(t)) { " + Post + Judge + "attack = " + Attack + "; } return !attack;", false)]
    [InlineData("if (t.Length > 90000) return true; var attack = false; foreach (var part in Split(t)) { " + Post + Judge + "attack |= " + Attack + "; } return !attack;", false)]
    public Task Of_one_text(string body, bool guards) => VerifyAsync(
        "public async Task<bool> IsCleanAsync(string t, int limit = 5) { " + body + " }",
        "if (!await shield.IsCleanAsync(text)) return \"\"; return (await client." + Marked("GetResponseAsync(text)", guards) + ").Text;");

    [Theory]
    [InlineData("await shield.EnsureAsync(text, []); ", "text", true)]
    [InlineData("await shield.EnsureAsync(null, [text]); ", "text", true)]
    [InlineData("await shield.EnsureAsync(null, [\"a\", text, \"b\"]); ", "$\"Answer: {text}\"", true)]
    [InlineData("await shield.EnsureAsync(\"a\", []); ", "text", false)]
    public Task Of_text_and_documents(string call, string prompt, bool guards) => VerifyAsync(
        """
        public async Task EnsureAsync(string? userText, IEnumerable<string> documents)
        {
            var docs = documents.SelectMany(Split).ToArray();
            await CheckAsync(userText ?? "", docs.Take(5).ToArray());
            foreach (var chunk in docs.Skip(5).Chunk(5))
                await CheckAsync("", chunk);
        }
        private async Task CheckAsync(string userPrompt, string[] documents)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _url);
            request.Content = JsonContent.Create(new { userPrompt, documents });
            using var response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            if (Any(json.RootElement))
                throw new InvalidOperationException();
        }
        private static bool Any(JsonElement root)
        {
            if (root.TryGetProperty("userPromptAnalysis", out var user) && user.GetProperty("attackDetected").GetBoolean())
                return true;
            return root.TryGetProperty("documentsAnalysis", out var docs) && docs.EnumerateArray().Any(d => d.GetProperty("attackDetected").GetBoolean());
        }
        """,
        call + "return (await client." + Marked("GetResponseAsync(" + prompt + ")", guards) + ").Text;");

    [Theory]
    [InlineData("var verdict = await shield.InspectAsync(text, []); if (verdict.UserAttack) return \"\"; ", "text", true)]
    [InlineData("var verdict = await shield.InspectAsync(\"a\", [text]); if (verdict.UserAttack || verdict.BadDocuments.Count > 0) return \"\"; ", "text", true)]
    [InlineData("var verdict = await shield.InspectAsync(\"a\", []); if (verdict.UserAttack) return \"\"; ", "text", false)]
    [InlineData("var verdict = await shield.InspectAsync(text, []); if (!verdict.UserAttack) return \"\"; ", "text", false)]
    [InlineData("var found = new List<string> { text }; var verdict = await shield.InspectAsync(\"a\", found); if (verdict.UserAttack) return \"\"; var usable = found.Where((_, i) => !verdict.BadDocuments.Contains(i)).ToList(); ", "string.Join('\\n', usable)", true)]
    public Task With_verdict(string call, string prompt, bool guards) => VerifyAsync(
        """
        public record Verdict(bool UserAttack, IReadOnlySet<int> BadDocuments);
        public async Task<Verdict> InspectAsync(string question, IReadOnlyList<string> documents)
        {
            if (question.Length > 9500)
                return new Verdict(true, new HashSet<int>());

            var bad = new HashSet<int>();
            var user = false;
            var position = 0;
            do
            {
                var batch = documents.Skip(position).Take(4).Select(d => d.Length > 9500 ? d[..9500] : d).ToArray();
                using var response = await http.PostAsJsonAsync(_url, new { userPrompt = question, documents = batch });
                response.EnsureSuccessStatusCode();
                using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                user |= json.RootElement.GetProperty("userPromptAnalysis").GetProperty("attackDetected").GetBoolean();
                if (json.RootElement.TryGetProperty("documentsAnalysis", out var analysis))
                {
                    var i = 0;
                    foreach (var document in analysis.EnumerateArray())
                    {
                        if (document.GetProperty("attackDetected").GetBoolean())
                            bad.Add(position + i);
                        i++;
                    }
                }
                position += 4;
            }
            while (position < documents.Count);
            return new Verdict(user, bad);
        }
        """,
        call + "return (await client." + Marked("GetResponseAsync(" + prompt + ")", guards) + ").Text;");

    [Theory]
    [InlineData("documents.Chunk(5).DefaultIfEmpty([])", true)]
    [InlineData("documents.DefaultIfEmpty(\"\").Chunk(5)", true)]
    [InlineData("documents.DefaultIfEmpty(\"\").Where(document => document.Length > 0).Chunk(5)", false)]
    [InlineData("documents.Chunk(5)", false)]
    [InlineData("Split(string.Concat(documents)).Select(piece => new[] { piece })", false)]
    public Task Beside_documents(string batches, bool guards) => VerifyAsync(
        "public async Task<bool> IsAttackAsync(string userPrompt, IReadOnlyCollection<string> documents) { foreach (var batch in " + batches + ") { using var response = await http.PostAsJsonAsync(_url, new { userPrompt, documents = batch }); " + Judge + "if (" + Attack + ") return true; } return false; }",
        "if (await shield.IsAttackAsync(text, [])) return \"\"; return (await client." + Marked("GetResponseAsync(text)", guards) + ").Text;");

    /// <summary>A text that is cut has a piece to be asked about, and the other text goes with it.</summary>
    [Theory]
    [InlineData("foreach (var part in Split(document)) { ", "new[] { part }", true)]
    [InlineData("foreach (var part in document.Split('\\n')) { ", "new[] { part }", true)]
    [InlineData("for (var i = 0; i < document.Length; i += 5000) { var part = document[i..Math.Min(i + 5000, document.Length)]; ", "new[] { part }", true)]
    [InlineData("foreach (var part in Lines(document, document)) { ", "new[] { part }", false)]
    [InlineData("foreach (var part in Lines(\"a\", \"b\")) { ", "new[] { part }", false)]
    public Task Beside_the_pieces_of_a_text(string loop, string documents, bool guards) => VerifyAsync(
        "private static string[] Lines(string first, string second) => first.Length > 5 ? [] : [first, second]; public async Task<bool> IsAttackAsync(string prompt, string document) { " + loop + "using var response = await http.PostAsJsonAsync(_url, new { userPrompt = prompt, documents = " + documents + " }); " + Judge + "if (" + Attack + ") return true; } return false; }",
        "if (await shield.IsAttackAsync(text, \"a\")) return \"\"; return (await client." + Marked("GetResponseAsync(text)", guards) + ").Text;");

    private static string Marked(string call, bool guards) => guards ? call : "{|AISEC201:" + call + "|}";

    private static Task VerifyAsync(string methods, string body) => FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
        using System.Net.Http.Json;
        public class Shield
        {
            private readonly HttpClient http;
            private readonly string _url;
            public Shield(HttpClient client, string endpoint)
            {
                http = client;
                _url = endpoint.TrimEnd('/') + "/contentsafety/text:shieldPrompt?api-version=2024-09-01";
            }
            {{methods}}
            private static IEnumerable<string> Split(string text)
            {
                for (var i = 0; i < text.Length; i += 5000)
                    yield return text.Substring(i, Math.Min(5000, text.Length - i));
            }
        }
        public class Chat(Shield shield, IChatClient client) : ControllerBase
        {
            [HttpPost]
            public async Task<string> Post([FromBody] string text)
            {
                {{body}}
            }
        }
        """);
}
