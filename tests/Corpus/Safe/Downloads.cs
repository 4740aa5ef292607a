using System.Reflection;
using System.Security.Cryptography;
using AiSecurity.Guards;
using Microsoft.ML.OnnxRuntime;

namespace Corpus.PinnedDownloads;

public sealed class Plugins(HttpClient http, string digest)
{
    public async Task<Assembly> Reviewed(string address)
    {
        var code = await http.GetByteArrayAsync(address);
        return Convert.ToHexString(SHA256.HashData(code)) == digest ? Assembly.Load(code) : throw new InvalidDataException();
    }
}

public sealed class Own(string folder)
{
    public Assembly Shipped() => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Contoso.Plugin.dll"));

    public InferenceSession Model() => new(ModelFile.ReadVerified(Path.Combine(folder, "model.onnx"), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
}
