using Microsoft.ML.OnnxRuntime;

class UnverifiedModels(string folder)
{
    object Session() => new InferenceSession(Path.Combine(folder, "model.onnx")); //! AISEC209

    object Bytes() => new InferenceSession(File.ReadAllBytes("model.onnx")); //! AISEC209

    void Operators(SessionOptions options) => options.RegisterCustomOpLibrary("operators.dll"); //! AISEC209
}
