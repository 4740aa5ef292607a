using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>The shield's REST operation, asked by hand.</summary>
public class ShieldRequestTests
{
    private const string Ask = "await client.GetResponseAsync(text);";
    private const string Reported = "await client.{|AISEC201:GetResponseAsync(text)|};";
    private const string Status = "response.EnsureSuccessStatusCode(); ";
    private const string Read = "using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()); return json.RootElement.GetProperty(\"userPromptAnalysis\").GetProperty(\"attackDetected\").GetBoolean();";
    private const string Loose = "return (await response.Content.ReadAsStringAsync()).Contains(\"\\\"attackDetected\\\":true\");";

    [Theory]
    [InlineData("tested", "if (await safety.IsAttackAsync(text)) return; " + Ask, Status + Read)]
    [InlineData("tested in another way", "if (await safety.IsAttackAsync(text)) throw new InvalidOperationException(); " + Ask, Status + Loose)]
    [InlineData("status looked at by hand", "if (await safety.IsAttackAsync(text)) return; " + Ask, "if (!response.IsSuccessStatusCode) throw new InvalidOperationException(); " + Read)]
    [InlineData("status code compared", "if (await safety.IsAttackAsync(text)) return; " + Ask, "if (response.StatusCode != HttpStatusCode.OK) return true; " + Loose)]
    public Task Guards(string name, string body, string rest) => VerifyAsync(name, body, "public async Task<bool> IsAttackAsync(string t) { " + Post("http.PostAsJsonAsync(Url, new { userPrompt = t, documents = Array.Empty<string>() })") + rest + " }");

    /// <summary>A text that is missing or blank carries nothing, and needs no shield.</summary>
    [Theory]
    [InlineData("if (string.IsNullOrWhiteSpace(t)) return false; ")]
    [InlineData("if (string.IsNullOrEmpty(t)) return false; ")]
    [InlineData("if (t == null) return false; ")]
    [InlineData("if (t is null or \"\") return false; ")]
    [InlineData("if (t == \"\") return false; ")]
    [InlineData("if (t is null || string.IsNullOrEmpty(t.Trim())) return false; ")]
    public Task Guards_what_is_not_blank(string blank) => VerifyAsync("blank", "if (await safety.IsAttackAsync(text)) return; " + Ask, "public async Task<bool> IsAttackAsync(string t) { " + blank + Post("http.PostAsJsonAsync(Url, new { userPrompt = t })") + Status + Read + " }");

    [Theory]
    [InlineData("if (string.IsNullOrEmpty(t.Substring(5))) return false; ")]
    [InlineData("if (!string.IsNullOrEmpty(t)) return false; ")]
    [InlineData("if (t != null) return false; ")]
    [InlineData("if (t.Length < 10) return false; ")]
    public Task Guards_some_texts(string some) => VerifyAsync("some", "if (await safety.IsAttackAsync(text)) return; " + Reported, "public async Task<bool> IsAttackAsync(string t) { " + some + Post("http.PostAsJsonAsync(Url, new { userPrompt = t })") + Status + Read + " }");

    [Theory]
    [InlineData("answer that nobody reads", "await safety.{|AISEC205:IsAttackAsync(text)|}; " + Ask)]
    [InlineData("answer in a local that nobody reads", "var isAttack = await safety.{|AISEC205:IsAttackAsync(text)|}; " + Ask)]
    [InlineData("task that nobody awaits", "_ = safety.{|AISEC205:IsAttackAsync(text)|}; " + Ask)]
    [InlineData("wrong way round", "if (!await safety.IsAttackAsync(text)) return; " + Reported)]
    [InlineData("another text", "if (await safety.IsAttackAsync(\"constant\")) return; " + Reported)]
    public Task Guards_nothing(string name, string body) => VerifyAsync(name, body, "public async Task<bool> IsAttackAsync(string t) { " + Post("http.PostAsJsonAsync(Url, new { userPrompt = t, documents = Array.Empty<string>() })") + Status + Read + " }");

    [Fact]
    public Task Status_that_nobody_checks() => VerifyAsync(
        "status",
        "if (await safety.IsAttackAsync(text)) return; " + Ask,
        "public async Task<bool> IsAttackAsync(string t) { " + Post("http.{|AISEC205:PostAsJsonAsync(Url, new { userPrompt = t, documents = Array.Empty<string>() })|}") + Loose + " }");

    [Theory]
    [InlineData("throws", "await safety.DemandAsync(text); " + Ask, "public async Task DemandAsync(string t) { using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(JsonSerializer.Serialize(new { userPrompt = t })) }; var response = await http.SendAsync(request); response.EnsureSuccessStatusCode(); if ((await response.Content.ReadAsStringAsync()).Contains(\"\\\"attackDetected\\\":true\")) throw new InvalidOperationException(); }")]
    [InlineData("throws by a typed answer", "await safety.DemandAsync(text); " + Ask, "public async Task DemandAsync(string t) { var response = await http.PostAsJsonAsync(Url, new { userPrompt = t }); response.EnsureSuccessStatusCode(); var answer = await response.Content.ReadFromJsonAsync<Answer>(); if (answer!.UserPromptAnalysis.AttackDetected) throw new InvalidOperationException(); } public record Answer(Analysis UserPromptAnalysis); public record Analysis(bool AttackDetected);")]
    [InlineData("looks at another text", "await safety.DemandAsync(text); " + Reported, "public async Task DemandAsync(string t) { var response = await http.PostAsJsonAsync(Url, new { userPrompt = \"constant\", length = t.Length }); response.EnsureSuccessStatusCode(); if ((await response.Content.ReadAsStringAsync()).Contains(\"\\\"attackDetected\\\":true\")) throw new InvalidOperationException(); }")]
    [InlineData("asks another service", "await safety.DemandAsync(text); " + Reported, "public async Task DemandAsync(string t) { var response = await http.PostAsJsonAsync(\"https://contoso.cognitiveservices.azure.com/translate\", new { text = t }); response.EnsureSuccessStatusCode(); if ((await response.Content.ReadAsStringAsync()).Contains(\"true\")) throw new InvalidOperationException(); }")]
    public Task By_exception(string name, string body, string method) => VerifyAsync(name, body, method);

    /// <summary>JSON nodes that convert themselves.</summary>
    [Theory]
    [InlineData("return (bool)node[\"userPromptAnalysis\"]![\"attackDetected\"]!;", Ask)]
    [InlineData("return (bool?)node[\"userPromptAnalysis\"]?[\"attackDetected\"] ?? true;", Ask)]
    [InlineData("return node[\"userPromptAnalysis\"]![\"attackDetected\"]!.GetValue<bool>();", Ask)]
    [InlineData("bool isAttack = (bool)node[\"userPromptAnalysis\"]![\"attackDetected\"]!; return isAttack;", Ask)]
    [InlineData("return !(bool)node[\"userPromptAnalysis\"]![\"attackDetected\"]!;", Reported)]
    [InlineData("return !node[\"userPromptAnalysis\"]![\"attackDetected\"]!.GetValue<bool>();", Reported)]
    public Task Nodes(string rest, string asked) => VerifyAsync("node", "if (await safety.IsAttackAsync(text)) return; " + asked, "public async Task<bool> IsAttackAsync(string t) { " + Post("http.PostAsJsonAsync(Url, new { userPrompt = t })") + Status + "var node = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!; " + rest + " }");

    /// <summary>Who answered has looked, whatever the answer lacks; what was never asked has not.</summary>
    [Theory]
    [InlineData("return answer?.UserPromptAnalysis?.AttackDetected ?? true;", Ask)]
    [InlineData("return answer?.UserPromptAnalysis?.AttackDetected ?? false;", Ask)]
    [InlineData("return answer?.UserPromptAnalysis?.AttackDetected == true;", Ask)]
    [InlineData("return answer?.UserPromptAnalysis?.AttackDetected is true;", Ask)]
    [InlineData("return answer?.UserPromptAnalysis?.AttackDetected != false;", Ask)]
    [InlineData("return !(answer?.UserPromptAnalysis?.AttackDetected ?? true);", Reported)]
    [InlineData("return answer?.UserPromptAnalysis?.AttackDetected == false;", Reported)]
    [InlineData("bool? attack = null; if (t.Length > 10) attack = answer!.UserPromptAnalysis!.AttackDetected; return attack ?? true;", Ask)]
    [InlineData("bool? attack = null; if (t.Length > 10) attack = answer!.UserPromptAnalysis!.AttackDetected; return attack ?? false;", Reported)]
    [InlineData("bool? attack = null; if (t.Length > 10) attack = answer!.UserPromptAnalysis!.AttackDetected; return attack == true;", Reported)]
    public Task Answers_that_lack_the_verdict(string rest, string asked) => VerifyAsync("null", "if (await safety.IsAttackAsync(text)) return; " + asked, "public async Task<bool> IsAttackAsync(string t) { " + Post("http.PostAsJsonAsync(Url, new { userPrompt = t })") + Status + "var answer = await response.Content.ReadFromJsonAsync<Answer>(); " + rest + " } public record Answer(Analysis? UserPromptAnalysis); public record Analysis(bool AttackDetected);");

    [Theory]
    [InlineData("return (bool)node[\"userPromptAnalysis\"]![\"attackDetected\"]! ? null : t;", Ask)]
    [InlineData("return (bool)node[\"userPromptAnalysis\"]![\"attackDetected\"]! ? t : null;", Reported)]
    public Task What_is_clean_is_handed_back(string rest, string asked) => VerifyAsync("node", "var clean = await safety.CleanAsync(text); if (clean == null) return; " + asked.Replace("(text)", "(clean)", StringComparison.Ordinal), "public async Task<string?> CleanAsync(string t) { " + Post("http.PostAsJsonAsync(Url, new { userPrompt = t })") + Status + "var node = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!; " + rest + " }");

    /// <summary>One answer for each text: an array or a list of verdicts.</summary>
    [Theory]
    [InlineData("if ((await safety.ShieldAsync(text))[0]) return; " + Ask, "Task<bool[]>", "return [user, false];")]
    [InlineData("var flags = await safety.ShieldAsync(text); if (flags[0]) return; " + Ask, "Task<bool[]>", "return new[] { user };")]
    [InlineData("var flags = await safety.ShieldAsync(text); if (flags.Any(flag => flag)) return; " + Ask, "Task<bool[]>", "return [user, .. json.RootElement.GetProperty(\"documentsAnalysis\").EnumerateArray().Select(d => d.GetProperty(\"attackDetected\").GetBoolean())];")]
    [InlineData("var flags = await safety.ShieldAsync(text); if (flags[0]) return; " + Ask, "Task<List<bool>>", "return [user];")]
    [InlineData("var flags = await safety.ShieldAsync(text); if (text.Length > flags.Length) return; " + Reported, "Task<bool[]>", "return [user];")]
    [InlineData("var flags = await safety.ShieldAsync(text); if (flags[0]) return; " + Reported, "Task<bool[]>", "return [false, true];")]
    public Task Verdicts_in_a_list(string body, string type, string rest) => VerifyAsync("list", body, "public async " + type + " ShieldAsync(string t) { " + Post("http.PostAsJsonAsync(Url, new { userPrompt = t })") + Status + "using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()); var user = json.RootElement.GetProperty(\"userPromptAnalysis\").GetProperty(\"attackDetected\").GetBoolean(); " + rest + " }");

    /// <summary>A verdict beside its reason, under a name that does not tell which value is the good one: the returns tell it.</summary>
    [Theory]
    [InlineData("if (await safety.LookAsync(text) is (false, _)) return; " + Ask)]
    [InlineData("if (await safety.LookAsync(text) is (false, var why)) { Console.WriteLine(why); return; } " + Ask)]
    [InlineData("if (await safety.LookAsync(text) is { Ok: false }) return; " + Ask)]
    [InlineData("if (await safety.LookAsync(text) is not (true, _)) return; " + Ask)]
    [InlineData("if (await safety.LookAsync(text) is (true, _)) " + Ask)]
    [InlineData("var (ok, why) = await safety.LookAsync(text); if (!ok) return; " + Ask)]
    [InlineData("var (ok, _) = await safety.LookAsync(text); if (!ok) return; " + Ask)]
    [InlineData("(bool ok, string why) = await safety.LookAsync(text); if (ok) " + Ask)]
    [InlineData("var look = await safety.LookAsync(text); if (!look.Ok) return; " + Ask)]
    [InlineData("if (!(await safety.LookAsync(text)).Ok) return; " + Ask)]
    [InlineData("if (await safety.LookAsync(text) is (true, _)) return; " + Reported)]
    [InlineData("if (await safety.LookAsync(text) is not (false, _)) return; " + Reported)]
    [InlineData("if (await safety.LookAsync(text) is (_, \"prompt\")) Console.WriteLine(); " + Reported)]
    [InlineData("var (ok, why) = await safety.LookAsync(text); if (ok) return; " + Reported)]
    [InlineData("var look = await safety.LookAsync(text); if (look.Ok) return; " + Reported)]
    public async Task Verdict_and_reason(string body)
    {
        foreach (var (type, bad, good) in new[] { ("(bool Ok, string Why)", "(false, \"prompt\")", "(true, \"\")"), ("Look", "new Look(false, \"prompt\")", "new(true, \"\")"), ("Look", "new(false, \"prompt\")", "new Look(true, \"\")") })
        {
            foreach (var rest in new[] { $"return attack ? {bad} : {good};", $"if (attack) return {bad}; return {good};", $"return json is null ? {bad} : attack ? {bad} : {good};", $"{type} look = {good}; if (attack) look = {bad}; return look;" })
            {
                await VerifyAsync(
                    "reason",
                    body,
                    "public async Task<" + type + "> LookAsync(string t) { " + Post("http.PostAsJsonAsync(Url, new { userPrompt = t })") + Status
                        + "using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()); var attack = json.RootElement.GetProperty(\"userPromptAnalysis\").GetProperty(\"attackDetected\").GetBoolean(); " + rest + " } public record Look(bool Ok, string Why);");
            }
        }
    }

    /// <summary>A helper of the type sends what it is given to the operation that it is given.</summary>
    [Theory]
    [InlineData("text:shieldPrompt", Ask)]
    [InlineData("text:analyze", Reported)]
    public Task Sent_by_a_helper(string operation, string asked) => VerifyAsync(
        "helper",
        "if (!await safety.PassesAsync(text)) return; " + asked,
        "public async Task<bool> PassesAsync(string t) { var body = await PostAsync(\"" + operation + "\", new { userPrompt = t }); return !body.GetProperty(\"userPromptAnalysis\").GetProperty(\"attackDetected\").GetBoolean(); } "
            + "private async Task<JsonElement> PostAsync(string action, object payload) { var response = await http.PostAsJsonAsync($\"https://contoso.cognitiveservices.azure.com/contentsafety/{action}?api-version=2024-09-01\", payload); response.EnsureSuccessStatusCode(); return await response.Content.ReadFromJsonAsync<JsonElement>(); }");

    /// <summary>The elements of a shield's answer are that answer, and no text that is tested one by one.</summary>
    [Fact]
    public Task Any_of_the_documents() => VerifyAsync(
        "documents",
        "if (await safety.RateAsync(text) != Safety.Outcome.Clean) return; " + Ask,
        "public async Task<Outcome> RateAsync(string t) { try { return await DetectAsync(t) ? Outcome.Hostile : Outcome.Clean; } catch (HttpRequestException) { return Outcome.Unknown; } } "
            + "private async Task<bool> DetectAsync(string t) { using var response = await http.PostAsJsonAsync(Url, new { userPrompt = \"\", documents = new[] { t } }); response.EnsureSuccessStatusCode(); using var body = JsonDocument.Parse(await response.Content.ReadAsStreamAsync()); return body.RootElement.GetProperty(\"documentsAnalysis\").EnumerateArray().Any(d => d.GetProperty(\"attackDetected\").GetBoolean()); } "
            + "public enum Outcome { Clean, Hostile, Unknown }");

    /// <summary>The client's method for the bare operation: what it answers is JSON.</summary>
    [Theory]
    [InlineData("document", "if (await IsAttackAsync(text)) return; " + Ask, "using var json = JsonDocument.Parse(response.Content); return json.RootElement.GetProperty(\"userPromptAnalysis\").GetProperty(\"attackDetected\").GetBoolean();")]
    [InlineData("stream", "if (await IsAttackAsync(text)) return; " + Ask, "using var json = JsonDocument.Parse(response.ContentStream!); return json.RootElement.GetProperty(\"userPromptAnalysis\").GetProperty(\"attackDetected\").GetBoolean();")]
    [InlineData("any of the documents", "if (await IsAttackAsync(text)) return; " + Ask, "using var json = JsonDocument.Parse(response.Content); return json.RootElement.GetProperty(\"documentsAnalysis\").EnumerateArray().Any(d => d.GetProperty(\"attackDetected\").GetBoolean());")]
    [InlineData("text", "if (await IsAttackAsync(text)) return; " + Ask, "return response.Content.ToString().Contains(\"\\\"attackDetected\\\":true\");")]
    [InlineData("safe instead", "if (!await IsSafeAsync(text)) return; " + Ask, "using var json = JsonDocument.Parse(response.Content); return !json.RootElement.GetProperty(\"userPromptAnalysis\").GetProperty(\"attackDetected\").GetBoolean();")]
    [InlineData("wrong way round", "if (!await IsAttackAsync(text)) return; " + Reported, "using var json = JsonDocument.Parse(response.Content); return json.RootElement.GetProperty(\"userPromptAnalysis\").GetProperty(\"attackDetected\").GetBoolean();")]
    public Task Client(string name, string body, string rest)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
            using Azure.AI.ContentSafety;
            using Azure.Core;
            using RequestContext = Azure.RequestContext;
            public class Chat(ContentSafetyClient safety, IChatClient client) : ControllerBase
            {
                [HttpPost]
                public async Task Post([FromBody] string text)
                {
                    {{body}}
                }

                private async Task<bool> {{(body.Contains("IsSafe", StringComparison.Ordinal) ? "IsSafeAsync" : "IsAttackAsync")}}(string t)
                {
                    if (string.IsNullOrEmpty(t))
                        return {{(body.Contains("IsSafe", StringComparison.Ordinal) ? "false" : "true")}};
                    using var content = RequestContent.Create(new { userPrompt = t, documents = Array.Empty<string>() });
                    var response = await safety.ShieldPromptAsync(content, new RequestContext());
                    {{rest}}
                }
            }
            """, SdkSet.Stubs);
    }

    private static string Post(string call) => "var response = await " + call + "; ";

    private static Task VerifyAsync(string name, string body, string method)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
            using System.Net.Http.Json;
            public class Safety(HttpClient http)
            {
                private const string Url = "https://contoso.cognitiveservices.azure.com/contentsafety/text:shieldPrompt?api-version=2024-09-01";
                {{method}}
            }
            public static class App
            {
                public static void Map(WebApplication app, Safety safety) => app.MapPost("/chat", async (string text, IChatClient client) =>
                {
                    {{body}}
                });
            }
            """);
    }
}
