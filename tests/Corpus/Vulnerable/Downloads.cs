using System.Reflection;
using Microsoft.ML.OnnxRuntime;

namespace Corpus.Downloads;

public sealed class Plugins(HttpClient http, string folder)
{
    public async Task<Assembly> Memory(string address) => Assembly.Load(await http.GetByteArrayAsync(address)); //! AISEC310

    public async Task<Assembly> Disk(string address)
    {
        var path = Path.Combine(folder, "plugin.dll");
        using (var target = File.Create(path))
        {
            using var content = await http.GetStreamAsync(address);
            await content.CopyToAsync(target);
        }

        return Assembly.LoadFrom(path); //! AISEC310
    }

    public async Task<InferenceSession> Model()
    {
        var model = await http.GetByteArrayAsync("https://huggingface.co/contoso/classifier/resolve/main/model.onnx"); //! AISEC210
        return new InferenceSession(model); //! AISEC209
    }
}
