using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Tests.Catalog;

public class AiHostsTests
{
    [Theory]
    [InlineData("https://contoso.openai.azure.com")]
    [InlineData("https://contoso.openai.azure.com/")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/?api-version=preview#part")]
    [InlineData("https://contoso.openai.azure.com:443/")]
    [InlineData("HTTPS://CONTOSO.OPENAI.AZURE.COM/")]
    [InlineData("http://contoso.openai.azure.com")]
    [InlineData("wss://contoso.openai.azure.com/realtime")]
    [InlineData("https://user:word@contoso.openai.azure.com/")]
    [InlineData("https://contoso.cognitiveservices.azure.com")]
    [InlineData("https://contoso.services.ai.azure.com/models")]
    [InlineData("https://contoso.services.ai.azure.com/api/projects/one")]
    [InlineData("https://contoso.eastus2.inference.ai.azure.com")]
    [InlineData("https://contoso.eastus2.models.ai.azure.com")]
    [InlineData("https://contoso.westeurope.inference.ml.azure.com/score")]
    [InlineData("https://westeurope.api.cognitive.microsoft.com/")]
    [InlineData("https://contoso.search.windows.net")]
    [InlineData("https://contoso.openai.azure.us")]
    [InlineData("https://contoso.openai.azure.cn")]
    [InlineData("https://contoso.cognitiveservices.azure.us")]
    [InlineData("https://contoso.cognitiveservices.azure.cn")]
    [InlineData("https://usgovvirginia.api.cognitive.microsoft.us")]
    [InlineData("https://chinaeast2.api.cognitive.azure.cn")]
    [InlineData("https://contoso.search.azure.us")]
    [InlineData("https://contoso.search.azure.cn")]
    [InlineData("https://\uFFFC.openai.azure.com/")]
    [InlineData("https://contoso-\uFFFC.search.windows.net")]
    public void Azure(string url) => Assert.Equal(HostKind.Azure, Classify(url));

    [Theory]
    [InlineData("https://contoso.azure-api.net")]
    [InlineData("https://contoso.azure-api.net/openai")]
    [InlineData("https://CONTOSO.azure-api.NET:443")]
    [InlineData("https://contoso.azure-api.us")]
    [InlineData("https://contoso.azure-api.cn")]
    public void Gateway(string url) => Assert.Equal(HostKind.Gateway, Classify(url));

    [Theory]
    [InlineData("https://models.inference.ai.azure.com")]
    [InlineData("https://models.inference.ai.azure.com/")]
    [InlineData("https://Models.Inference.AI.Azure.com/chat/completions")]
    [InlineData("https://models.github.ai/inference")]
    [InlineData("https://api.openai.com")]
    [InlineData("https://api.openai.com/v1")]
    [InlineData("https://eu.api.openai.com/v1")]
    public void Keys_only(string url) => Assert.Equal(HostKind.Other, Classify(url));

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://localhost:11434/v1")]
    [InlineData("https://LocalHost:8443")]
    [InlineData("http://127.0.0.1:1234/v1")]
    [InlineData("http://127.1.2.3")]
    [InlineData("http://[::1]:8080/v1")]
    [InlineData("http://[::1]")]
    [InlineData("http://host.docker.internal:12434/engines/v1")]
    [InlineData("http://gpu.local:8000")]
    [InlineData("http://ollama:11434")]
    [InlineData("http://llama-cpp/v1")]
    [InlineData("http://model_runner:80")]
    [InlineData("https+http://ollama")]
    [InlineData("https+http://ollama/v1")]
    [InlineData("http+https://contoso.ai")]
    [InlineData("http://user@localhost:11434")]
    public void Loopback(string url) => Assert.Equal(HostKind.Loopback, Classify(url));

    [Theory]
    [InlineData("https://api.groq.com/openai/v1")]
    [InlineData("https://contoso.com")]
    [InlineData("https://contoso.com/openai.azure.com")]
    [InlineData("https://contoso.com/https://contoso.openai.azure.com")]
    [InlineData("https://contoso.com?host=contoso.openai.azure.com")]
    [InlineData("https://contoso.com#.openai.azure.com")]
    [InlineData("https://contoso.openai.azure.com@evil.com")]
    [InlineData("https://contoso.openai.azure.com:443@evil.com/")]
    [InlineData("https://localhost@evil.com")]
    [InlineData("https://a@contoso.openai.azure.com@evil.com")]
    [InlineData("https://contoso.openai.azure.com.evil.com")]
    [InlineData("https://evilopenai.azure.com")]
    [InlineData("https://openai.azure.com")]
    [InlineData("https://contoso.blob.core.windows.net")]
    [InlineData("https://management.azure.com")]
    [InlineData("https://search.windows.net.contoso.com")]
    [InlineData("https://127.evil.com")]
    [InlineData("https://localhost.evil.com")]
    [InlineData("https://[2001:db8::1]/")]
    [InlineData("https://10.0.0.4")]
    [InlineData("https://api.openai.com.evil.com")]
    public void Unknown(string url) => Assert.Equal(HostKind.Unknown, Classify(url));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("://")]
    [InlineData("https://")]
    [InlineData("https:///path")]
    [InlineData("https://@")]
    [InlineData("https://:443")]
    [InlineData("https://[")]
    [InlineData("https://[]")]
    [InlineData("https://[::1")]
    [InlineData("https://<your-resource>.com")]
    [InlineData("https://<your-resource>")]
    [InlineData("{endpoint}")]
    [InlineData("/relative/path")]
    [InlineData("not a url")]
    [InlineData("mailto:someone@contoso.openai.azure.com")]
    [InlineData("https:contoso.openai.azure.com")]
    [InlineData("AzureOpenAI:Endpoint")]
    public void Malformed(string url) => Assert.Equal(HostKind.Unknown, Classify(url));

    [Fact]
    public void Never_throws()
    {
        string[] parts = ["http", "https", "://", ":", "/", "@", "[", "]", "::1", "127.", "0", ".", "..", "*", "?", "#", "+", "\\", "localhost", "openai.azure.com", "azure-api.net", "\0", "\uD800", "\uFFFC", " ", "é", "%"];
        var random = new Random(815);
        for (var i = 0; i < 20_000; i++)
            _ = Classify(string.Concat(Enumerable.Range(0, random.Next(10)).Select(_ => parts[random.Next(parts.Length)])));
    }

    [Fact]
    public void The_longest_pattern_decides_whatever_the_order()
    {
        const string Rows = "host *.contoso.ai kind=azure\nhost *.models.contoso.ai kind=gateway\nhost github.models.contoso.ai kind=other";
        foreach (var text in new[] { Rows, string.Join('\n', Rows.Split('\n').Reverse()) })
        {
            var hosts = new AiCatalog(CatalogParser.Parse(text).Rows).Hosts;
            Assert.Equal(HostKind.Azure, hosts.Classify("https://one.contoso.ai"));
            Assert.Equal(HostKind.Gateway, hosts.Classify("https://one.models.contoso.ai"));
            Assert.Equal(HostKind.Other, hosts.Classify("https://github.models.contoso.ai"));
        }
    }

    [Theory]
    [InlineData("https://contoso.openai.azure.com.", HostKind.Azure)]
    [InlineData("https://contoso.openai.azure.com.:443/", HostKind.Azure)]
    [InlineData("https://api.openai.com./v1", HostKind.Other)]
    [InlineData("http://localhost.:11434", HostKind.Loopback)]
    internal void A_dot_at_the_end_is_the_root_of_names(string url, HostKind expected) => Assert.Equal(expected, Classify(url));

    [Theory]
    [InlineData("*.Contoso.AI")]
    [InlineData("One.Contoso.ai")]
    public void A_pattern_may_have_capitals(string pattern)
    {
        var hosts = new AiCatalog(CatalogParser.Parse($"host {pattern} kind=azure").Rows).Hosts;
        Assert.Equal(HostKind.Azure, hosts.Classify("https://one.contoso.ai"));
        Assert.Equal(HostKind.Azure, hosts.Classify("https://ONE.contoso.ai"));
    }

    private static HostKind Classify(string url) => AiCatalog.BuiltIn.Hosts.Classify(url);
}
