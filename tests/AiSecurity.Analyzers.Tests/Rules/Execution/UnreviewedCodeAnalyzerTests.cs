using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.UnreviewedCodeAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC310: code that is fetched while the program runs.</summary>
public class UnreviewedCodeAnalyzerTests
{
    private const string Usings = """
        using System;
        using System.IO;
        using System.Net.Http;
        using System.Reflection;
        using System.Runtime.Loader;
        using System.Security.Cryptography;
        using System.Text;
        using System.Threading.Tasks;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.Plugins.OpenApi;

        """;

    [Theory]
    [InlineData("async Task M(HttpClient http, string url) => Assembly.Load([|await http.GetByteArrayAsync(url)|]);")]
    [InlineData("void M(HttpClient http) => Assembly.Load([|http.GetByteArrayAsync(\"https://plugins.contoso.com/a.dll\").Result|]);")]
    [InlineData("async Task M(HttpClient http, string url) { var response = await http.GetAsync(url); var bytes = await response.Content.ReadAsByteArrayAsync(); Assembly.Load([|bytes|]); }")]
    [InlineData("async Task M(HttpClient http, AssemblyLoadContext c, string url) { using var s = await http.GetStreamAsync(url); c.LoadFromStream([|s|]); }")]
    [InlineData("async Task M(HttpClient http, AssemblyLoadContext c, string url) { using var s = await http.GetStreamAsync(url); var m = new MemoryStream(); await s.CopyToAsync(m); c.LoadFromStream([|m|]); }")]
    [InlineData("async Task M(HttpClient http, string url) { var path = Path.GetTempFileName(); await File.WriteAllBytesAsync(path, await http.GetByteArrayAsync(url)); Assembly.LoadFrom([|path|]); }")]
    [InlineData("async Task M(HttpClient http, string url, string path) { using (var f = File.Create(path)) { using var s = await http.GetStreamAsync(url); await s.CopyToAsync(f); } Assembly.LoadFrom([|path|]); }")]
    [InlineData("async Task M(HttpClient http, string url) { File.WriteAllText(\"run.ps1\", await http.GetStringAsync(url)); System.Diagnostics.Process.Start(\"pwsh\", [|\"run.ps1\"|]); }")]
    [InlineData("async Task M(Kernel k) => await k.ImportPluginFromOpenApiAsync(\"p\", [|new Uri(\"https://api.contoso.com/openapi.json\")|]);")]
    [InlineData("static readonly Uri Document = new(\"https://api.contoso.com/openapi.json\"); async Task M(Kernel k) => await k.ImportPluginFromOpenApiAsync(\"p\", [|Document|]);")]
    [InlineData("async Task M(Kernel k, HttpClient http, string url) { using var s = await http.GetStreamAsync(url); await k.ImportPluginFromOpenApiAsync(\"p\", [|s|]); }")]
    public Task Reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M() => Assembly.LoadFrom(\"plugins/a.dll\");")]
    [InlineData("void M(string path) => Assembly.LoadFrom(path);")]
    [InlineData("void M() => Assembly.Load(File.ReadAllBytes(\"plugins/a.dll\"));")]
    [InlineData("async Task M(HttpClient http) => Assembly.Load(await http.GetByteArrayAsync(\"http://localhost:5000/a.dll\"));")]
    [InlineData("async Task M(HttpClient http, string url, byte[] sum) { var b = await http.GetByteArrayAsync(url); if (!SHA256.HashData(b).AsSpan().SequenceEqual(sum)) throw new InvalidDataException(); Assembly.Load(b); }")]
    [InlineData("async Task M(HttpClient http, RSA key, string url, byte[] signature) { var b = await http.GetByteArrayAsync(url); if (key.VerifyData(b, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)) Assembly.Load(b); }")]
    [InlineData("async Task M(HttpClient http, string url) { File.WriteAllText(\"data.json\", await http.GetStringAsync(url)); Assembly.LoadFrom(\"a.dll\"); }")]
    [InlineData("void M() { using var s = typeof(C).Assembly.GetManifestResourceStream(\"a\")!; AssemblyLoadContext.Default.LoadFromStream(s); }")]
    [InlineData("async Task M(Kernel k) => await k.ImportPluginFromOpenApiAsync(\"p\", \"openapi.json\");")]
    [InlineData("async Task M(Kernel k) => await k.ImportPluginFromOpenApiAsync(\"p\", new Uri(\"http://localhost:5000/openapi.json\"));")]
    [InlineData("async Task M(Kernel k, Uri document) => await k.ImportPluginFromOpenApiAsync(\"p\", document);")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Fact]
    public Task Test_projects() => VerifyAsync("async Task M(HttpClient http, string url) => Assembly.Load(await http.GetByteArrayAsync(url));", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("async Task M(HttpClient http, string url, Missing m) { Assembly.Load([|await http.GetByteArrayAsync(url)|]); m.Do(Assembly.Load(", test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Stubs, configure);
}
