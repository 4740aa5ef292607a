using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<AiSecurity.Analyzers.Rules.Models.UnverifiedModelAnalyzer, AiSecurity.Analyzers.CodeFixes.Fixes.Models.UnverifiedModelFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>AISEC209: the file is verified on its way to the loader.</summary>
public class UnverifiedModelFixTests
{
    private const string Usings = "global using AiSecurity.Guards; global using Microsoft.ML; global using Microsoft.ML.OnnxRuntime; global using GenAI = Microsoft.ML.OnnxRuntimeGenAI;";

    [Theory]
    [InlineData("object M(string path) => new InferenceSession([|path|]); /* one */", "object M(string path) => new InferenceSession(ModelFile.VerifySha256(path, \"<sha-256>\")); /* one */")]
    [InlineData("object M(MLContext c) => c.Model.Load([|\"model.zip\"|], out _);", "object M(MLContext c) => c.Model.Load(ModelFile.VerifySha256(\"model.zip\", \"<sha-256>\"), out _);")]
    [InlineData(
        "object M(string path) => new[] { new InferenceSession([|path|]), new InferenceSession(modelPath: [|path + \".onnx\"|]) };",
        "object M(string path) => new[] { new InferenceSession(ModelFile.VerifySha256(path, \"<sha-256>\")), new InferenceSession(modelPath: ModelFile.VerifySha256(path + \".onnx\", \"<sha-256>\")) };")]
    public Task Files(string member, string fixedMember) => Verify.VerifyFixAsync(
        Class(member), Class(fixedMember), "AISEC209.verify", set: SdkSet.Stubs, configure: test => test.AddSource("/0/Usings.cs", Usings));

    [Theory]
    [InlineData("object M(string path) => new GenAI.Model([|path|]);")]
    [InlineData("object M(byte[] model) => new InferenceSession([|model|]);")]
    public Task No_fix_for_folders_and_bytes(string member) => Verify.VerifyNoFixAsync(Class(member), set: SdkSet.Stubs, configure: test => test.AddSource("/0/Usings.cs", Usings));

    private static string Class(string member) => "class C { " + member + " }";
}
