using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Models.UnverifiedModelAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Models;

/// <summary>AISEC209: model files that nobody verifies.</summary>
public class UnverifiedModelAnalyzerTests
{
    private const string Usings = """
        using System.IO;
        using System.Reflection;
        using System.Security.Cryptography;
        using AiSecurity.Guards;
        using LLama;
        using LLama.Abstractions;
        using LLama.Common;
        using Microsoft.ML;
        using Microsoft.ML.OnnxRuntime;
        using Microsoft.SemanticKernel;
        using TorchSharp;
        using GenAI = Microsoft.ML.OnnxRuntimeGenAI;

        """;

    private const string Files = """

        static class Files
        {
            public static bool Matches(byte[] bytes, string sum) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(bytes), Convert.FromHexString(sum));
            public static bool Matches(string path, string sum) => Matches(File.ReadAllBytes(path), sum);
            public static async Task<bool> MatchesAsync(string path, string sum) { await using var stream = File.OpenRead(path); return Convert.ToHexString(await SHA256.HashDataAsync(stream)) == sum; }
            public static long Length(string path) => new FileInfo(path).Length;
        }
        """;

    private const string Cache = """

        class Cache
        {
            public string Ensure(string url) => url.Trim();

            public string EnsureVerified(string url, string sum)
            {
                var path = Ensure(url);
                if (Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))) != sum)
                    throw new InvalidDataException();
                return path;
            }
        }
        """;

    private const string Store = """

        class Store(HttpClient http)
        {
            public async Task<string> EnsureAsync(string name)
            {
                var path = await FetchAsync(name);
                if (!await Files.MatchesAsync(path, "ab"))
                    throw new InvalidDataException();
                return path;
            }

            public async Task<string> FetchAsync(string name)
            {
                await File.WriteAllBytesAsync(name, await http.GetByteArrayAsync("https://contoso.com/" + name));
                return name;
            }
        }
        """;

    [Theory]
    [InlineData("object M(string path) => new InferenceSession([|path|]);")]
    [InlineData("object M() => new InferenceSession([|\"model.onnx\"|], new SessionOptions());")]
    [InlineData("object M(string path) => new InferenceSession(options: new SessionOptions(), modelPath: [|path|]);")]
    [InlineData("object M(string path) => new InferenceSession([|File.ReadAllBytes(path)|]);")]
    [InlineData("InferenceSession M(string path) { InferenceSession s = new([|path|]); return s; }")]
    [InlineData("void M(SessionOptions o) => o.RegisterCustomOpLibrary([|\"ops.dll\"|]);")]
    [InlineData("object M(MLContext c) => c.Model.Load([|\"model.zip\"|], out _);")]
    [InlineData("object M(MLContext c, Stream s) => c.Model.Load([|s|], out _);")]
    [InlineData("object M(IModelParams p) => LLamaWeights.LoadFromFile([|p|]);")]
    [InlineData("object M(string path) => new GenAI.Model([|path|]);")]
    [InlineData("object M(string path) { var c = new GenAI.Config([|path|]); return new GenAI.Model(c); }")]
    [InlineData("object M(string path) => new GenAI.OnnxRuntimeGenAIChatClient([|path|]);")]
    [InlineData("object M(IKernelBuilder b) => b.AddOnnxRuntimeGenAIChatCompletion(\"phi\", [|@\"\\\\server\\models\\phi\"|]);")]
    [InlineData("object M(IKernelBuilder b, string path) => b.AddOnnxRuntimeGenAIChatCompletion(modelId: \"phi\", modelPath: [|path|]);")]
    [InlineData("object M(IKernelBuilder b, string path) => b.AddBertOnnxEmbeddingGenerator([|path|], \"vocab.txt\");")]
    [InlineData("object M(string path) => torch.load([|path|]);")]
    [InlineData("object M(byte[] model) => torch.jit.load([|model|]);")]
    [InlineData("object M(string path, string other, string sum) { if (!Files.Matches(other, sum)) throw new InvalidDataException(); return new InferenceSession([|path|]); }" + Files)]
    [InlineData("async Task<object> M(Store store) { var path = await store.FetchAsync(\"a\"); return torch.jit.load([|path|]); }" + Store + Files)]
    [InlineData("object M(string path) { Console.WriteLine(Files.Length(path)); return new InferenceSession([|path|]); }" + Files)]
    [InlineData("object M(string path, byte[] sum) { var b = File.ReadAllBytes(path); if (!SHA256.HashData(b).AsSpan().SequenceEqual(sum)) throw new InvalidDataException(); return new InferenceSession(b); } object N(string other) => new InferenceSession([|other|]);")]
    [InlineData("object M(MLContext c, Stream s) { var copy = new MemoryStream(); s.CopyTo(copy); return c.Model.Load([|copy|], out _); } static bool Other(byte[] b) => SHA256.HashData(b)[0] == 1;")]
    [InlineData("object M(Cache cache, string url) { var path = cache.Ensure(url); var other = cache.EnsureVerified(\"b\", \"ab\"); return new[] { new InferenceSession([|path|]), new InferenceSession(other) }; }" + Cache)]
    [InlineData("object M(string path, string sum, bool check) => new InferenceSession([|check ? ModelFile.VerifySha256(path, sum) : path|]);")]
    public Task Reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(Cache cache, string url) { var path = cache.EnsureVerified(url, \"ab\"); return new InferenceSession(path); }" + Cache)]
    [InlineData("object M(Cache cache, string path) { var isGood = cache.IsVerified(path); return isGood ? new InferenceSession(path) : null!; } class Cache { public bool IsVerified(string path) => path.Length > 0; }")]
    [InlineData("object M(string path) => new InferenceSession(ModelFile.VerifySha256(path, \"ab\"));")]
    [InlineData("object M(string path) { var verified = ModelFile.VerifySha256(path, \"ab\"); return new InferenceSession(verified); }")]
    [InlineData("object M(string path) => new InferenceSession(ModelFile.ReadVerified(path, \"ab\"));")]
    [InlineData("object M(MLContext c, string path) { using var s = ModelFile.OpenVerified(path, \"ab\"); return c.Model.Load(s, out _); }")]
    [InlineData("object M(MLContext c) { using var s = typeof(C).Assembly.GetManifestResourceStream(\"model\")!; return c.Model.Load(s, out _); }")]
    [InlineData("object M(string path, byte[] sum) { var b = File.ReadAllBytes(path); if (!SHA256.HashData(b).AsSpan().SequenceEqual(sum)) throw new InvalidDataException(); return new InferenceSession(b); }")]
    [InlineData("object M(string path) { Check(path); return new InferenceSession(path); } static void Check(string path) { using var sha = SHA256.Create(); using var s = File.OpenRead(path); if (sha.ComputeHash(s)[0] != 1) throw new InvalidDataException(); }")]
    [InlineData("object M(string path) { Check(path); return Load(path); } object Load(string path) => new InferenceSession(path); static void Check(string path) { if (SHA256.HashData(File.ReadAllBytes(path))[0] != 1) throw new InvalidDataException(); }")]
    [InlineData("string _path = \"\"; void Check() { if (SHA256.HashData(File.ReadAllBytes(_path))[0] != 1) throw new InvalidDataException(); } object M() => new InferenceSession(_path);")]
    [InlineData("object M(RSA key, byte[] b, byte[] signature) => key.VerifyData(b, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss) ? new InferenceSession(b) : throw new InvalidDataException();")]
    [InlineData("object M(string path) { Trust.VerifyModel(path); return new InferenceSession(path); } static class Trust { public static void VerifyModel(string p) { } }")]
    [InlineData("object M(string path, string sum) { if (!Files.Matches(path, sum)) throw new InvalidDataException(); return new InferenceSession(path); }" + Files)]
    [InlineData("async Task<object> M(string path, string sum) { if (!await Files.MatchesAsync(path, sum)) throw new InvalidDataException(); return new InferenceSession(path); }" + Files)]
    [InlineData("object M(MLContext c, byte[] b, string sum) { if (!Files.Matches(b, sum)) throw new InvalidDataException(); return c.Model.Load(new MemoryStream(b), out _); }" + Files)]
    [InlineData("async Task<object> M(Store store) { var path = await store.EnsureAsync(\"a\"); return torch.jit.load(path); }" + Store + Files)]
    [InlineData("object M(Store store) => new InferenceSession(store.EnsureAsync(\"a\").Result);" + Store + Files)]
    [InlineData("object M(GenAI.Model m) => new GenAI.OnnxRuntimeGenAIChatClient(m);")]
    [InlineData("class InferenceSession(string path) { public string Path => path; } object M(string path) => new InferenceSession(path);")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Fact]
    public Task Resource_files() => VerifyAsync("object M() => new InferenceSession(Resources.Model);", test =>
        test.AddSource("/0/Resources.Designer.cs", "class Resources { public static byte[] Model { get { object o = new System.Resources.ResourceManager(typeof(Resources)).GetObject(\"Model\"); return (byte[])o; } } }"));

    [Fact]
    public Task Test_projects() => VerifyAsync("object M(string path) => new InferenceSession(path);", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("object M(string path, Missing m) => m.Do(new InferenceSession([|path|]), new InferenceSession(), torch.load(", test => test.TolerateCompileErrors());

    [Theory]
    [InlineData("object M(string path, Unknown options) => new InferenceSession([|path|], options);")]
    [InlineData("object M(string path) { Unknown options = new(); return new InferenceSession([|path|], options); }")]
    [InlineData("object M(string path, Unknown options) { InferenceSession s = new([|path|], options); return s; }")]
    [InlineData("object M(string path, Unknown options) => new InferenceSession(ModelFile.VerifySha256(path, \"ab\"), options);")]
    public Task Overloads_that_cannot_be_told(string member) => VerifyAsync(member, static test => test.TolerateCompileErrors());

    [Theory]
    [InlineData("object M(string path) => new InferenceSession([|path|]);")]
    [InlineData("object M(string path, SessionOptions options) => new InferenceSession([|path|], options);")]
    [InlineData("object M(string path) => new InferenceSession(options: new SessionOptions(), modelPath: [|path|]);")]
    [InlineData("InferenceSession M(string path) { InferenceSession s = new([|path|]); return s; }")]
    [InlineData("InferenceSession _s = null!; Task M(string path) => Task.Run(() => { _s = new InferenceSession([|path|], new SessionOptions()); });")]
    [InlineData("void M(SessionOptions o) => o.RegisterCustomOpLibrary([|\"ops.dll\"|]);")]
    [InlineData("object M(string path) { var p = new ModelParams(path); return LLamaWeights.LoadFromFile([|p|]); }")]
    [InlineData("object M(string path) { var c = new Config([|path|]); return new Model(c); }")]
    public Task Libraries_that_are_missing(string member) => VerifyMissingAsync(member);

    [Theory]
    [InlineData("object M(string path) => new InferenceSession(ModelFile.VerifySha256(path, \"ab\"));")]
    [InlineData("object M(string path, byte[] sum) { var b = File.ReadAllBytes(path); if (!SHA256.HashData(b).AsSpan().SequenceEqual(sum)) throw new InvalidDataException(); return new InferenceSession(b); }")]
    [InlineData("object M(Model m) => new OnnxRuntimeGenAIChatClient(m);")]
    [InlineData("class InferenceSession(string path) { public string Path => path; } object M(string path) => new InferenceSession(path);")]
    [InlineData("object M(string path) => new Missing.Session(path);")]
    [InlineData("void M(Other o) => o.RegisterCustomOpLibrary(\"ops.dll\");")]
    [InlineData("object M(string path) => new InferenceSession();")]
    public Task Libraries_that_are_missing_quiet(string member) => VerifyMissingAsync(member);

    /// <summary>Who can replace a file of the program can replace the program.</summary>
    [Theory]
    [InlineData("object M() => new InferenceSession({|#0:Path.Combine(AppContext.BaseDirectory, \"model.onnx\")|});")]
    [InlineData("object M(string name) { var folder = Path.Combine(AppContext.BaseDirectory, \"models\"); var path = Path.Combine(folder, name); return new InferenceSession({|#0:path|}); }")]
    [InlineData("readonly object session = new InferenceSession({|#0:Path.Combine(AppContext.BaseDirectory, \"assets\", \"model.onnx\")|});")]
    [InlineData("readonly object model = new MLContext().Model.Load({|#0:Path.Combine(AppContext.BaseDirectory, \"assets\", \"model.zip\")|}, out _);")]
    [InlineData("object M() => new InferenceSession({|#0:Path.Join(Path.GetDirectoryName(typeof(C).Assembly.Location), \"model.onnx\")|});")]
    [InlineData("object M(Microsoft.AspNetCore.Hosting.IWebHostEnvironment e) => new InferenceSession({|#0:Path.Combine(e.ContentRootPath, \"assets\", \"model.onnx\")|});")]
    [InlineData("object M(Microsoft.Extensions.Hosting.IHostEnvironment e) => new InferenceSession({|#0:Path.Combine(e.ContentRootPath, \"model.onnx\")|});")]
    [InlineData("object M() => LLamaWeights.LoadFromFile({|#0:new ModelParams(Path.Combine(AppContext.BaseDirectory, \"models\", \"bundled.gguf\"))|});")]
    public Task Shipped_with_the_program(string member) => VerifyAsync(member, static test => test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("AISEC209", Microsoft.CodeAnalysis.DiagnosticSeverity.Info).WithLocation(0)));

    [Theory]
    [InlineData("object M(string folder) => new InferenceSession({|#0:Path.Combine(folder, \"model.onnx\")|});")]
    [InlineData("object M() => new InferenceSession({|#0:Path.Combine(Path.GetTempPath(), \"model.onnx\")|});")]
    [InlineData("object M(bool own, string path) => new InferenceSession({|#0:own ? Path.Combine(AppContext.BaseDirectory, \"model.onnx\") : path|});")]
    [InlineData("object M(string path) => LLamaWeights.LoadFromFile({|#0:new ModelParams(path)|});")]
    public Task From_elsewhere(string member) => VerifyAsync(member, static test => test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("AISEC209", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0)));

    [Fact]
    public Task Other_namespaces_that_are_missing() => Verify.VerifyAsync(
        "using Contoso.Models; class C { object M(string path) => new Model(path); object N(string path) => new InferenceSession(path); }", SdkSet.Latest, test => test.TolerateCompileErrors());

    [Fact]
    public Task Namespaces_that_are_used_everywhere() => Verify.VerifyAsync(
        "class C { object M(string path) => new InferenceSession([|path|]); }", SdkSet.Latest, test =>
        {
            test.TolerateCompileErrors();
            test.AddSource("/0/Usings.cs", "global using Microsoft.ML.OnnxRuntime;");
        });

    private static Task VerifyMissingAsync([StringSyntax("C#-test")] string member) => Verify.VerifyAsync(
        "using System.IO; using System.Security.Cryptography; using AiSecurity.Guards; using LLama; using Microsoft.ML.OnnxRuntime; using Microsoft.ML.OnnxRuntimeGenAI;\nclass C\n{\n" + member + "\n}\n", SdkSet.Guards, static test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Stubs, configure);
}
