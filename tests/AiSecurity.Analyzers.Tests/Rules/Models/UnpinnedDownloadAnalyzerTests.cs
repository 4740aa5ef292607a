using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Models.UnpinnedDownloadAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Models;

/// <summary>AISEC210: what is fetched in clear text or from a moving revision, and then loaded.</summary>
public class UnpinnedDownloadAnalyzerTests
{
    private const string Usings = """
        using System;
        using System.IO;
        using System.Net.Http;
        using System.Reflection;
        using System.Threading.Tasks;
        using AiSecurity.Guards;
        using Microsoft.ML.OnnxRuntime;

        """;

    [Theory]
    [InlineData("async Task<object> M(HttpClient http) => new InferenceSession(await http.GetByteArrayAsync([|\"http://models.contoso.com/m.onnx\"|]));")]
    [InlineData("async Task<object> M(HttpClient http) => new InferenceSession(await http.GetByteArrayAsync([|\"https://huggingface.co/contoso/m/resolve/main/m.onnx\"|]));")]
    [InlineData("const string Url = [|\"https://huggingface.co/contoso/m/resolve/main/m.onnx\"|]; async Task<object> M(HttpClient http, string path) { if (!File.Exists(path)) await File.WriteAllBytesAsync(path, await http.GetByteArrayAsync(Url)); return new InferenceSession(path); }")]
    [InlineData("async Task<object> M(HttpClient http, string path) { await Fetch(http, [|\"https://github.com/contoso/m/releases/latest/download/m.onnx\"|], path); return new InferenceSession(path); } private static async Task Fetch(HttpClient http, string url, string file) { using var s = await http.GetStreamAsync(url); using var f = new FileStream(file, FileMode.Create); await s.CopyToAsync(f); }")]
    [InlineData("async Task M(HttpClient http) => Assembly.Load(await http.GetByteArrayAsync([|\"http://plugins.contoso.com/a.dll\"|]));")]
    public Task Reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("async Task<object> M(HttpClient http) => new InferenceSession(await http.GetByteArrayAsync(\"https://huggingface.co/contoso/m/resolve/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567/m.onnx\"));")]
    [InlineData("async Task<object> M(HttpClient http) => new InferenceSession(await http.GetByteArrayAsync(\"http://localhost:8080/m.onnx\"));")]
    [InlineData("async Task<object> M(HttpClient http, string url) => new InferenceSession(await http.GetByteArrayAsync(url));")]
    [InlineData("async Task<object> M(HttpClient http) { var page = await http.GetStringAsync(\"http://news.contoso.com/\"); return (page, new InferenceSession(\"m.onnx\")); }")]
    [InlineData("async Task<object> M(HttpClient http, string path) { await File.WriteAllBytesAsync(path, await http.GetByteArrayAsync(\"http://models.contoso.com/m.onnx\")); return new InferenceSession(ModelFile.VerifySha256(path, \"ab\")); }")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Fact]
    public Task Test_projects() =>
        VerifyAsync("async Task<object> M(HttpClient http) => new InferenceSession(await http.GetByteArrayAsync(\"http://models.contoso.com/m.onnx\"));", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() =>
        VerifyAsync("async Task M(HttpClient http, Missing m) { var s = new InferenceSession(await http.GetByteArrayAsync([|\"http://models.contoso.com/m.onnx\"|])); m.Do(new InferenceSession(", test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Stubs, configure);
}
