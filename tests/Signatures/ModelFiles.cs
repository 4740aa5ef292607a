// What loads models from files, of libraries that are in no set.
#nullable enable
namespace Microsoft.ML.OnnxRuntime
{
    public class SessionOptions
    {
        public void RegisterCustomOpLibrary(string libraryPath) => throw null!;
        public void RegisterCustomOpLibraryV2(string libraryPath, out nint libraryHandle) => throw null!;
    }

    public class PrePackedWeightsContainer
    {
    }

    public class InferenceSession
    {
        public InferenceSession(string modelPath) => throw null!;
        public InferenceSession(string modelPath, SessionOptions options) => throw null!;
        public InferenceSession(string modelPath, PrePackedWeightsContainer prepackedWeightsContainer) => throw null!;
        public InferenceSession(byte[] model) => throw null!;
        public InferenceSession(byte[] model, SessionOptions options) => throw null!;
    }
}

namespace Microsoft.ML
{
    public class MLContext
    {
        public ModelOperationsCatalog Model => throw null!;
    }

    public sealed class ModelOperationsCatalog
    {
        public object Load(System.IO.Stream stream, out object inputSchema) => throw null!;
        public object Load(string filePath, out object inputSchema) => throw null!;
        public object LoadWithDataLoader(System.IO.Stream stream, out object loader) => throw null!;
        public object LoadWithDataLoader(string filePath, out object loader) => throw null!;
    }
}

namespace TorchSharp
{
    public static class torch
    {
        public static object load(string location) => throw null!;

        public static class jit
        {
            public static object load(string filename, string map_location = "cpu") => throw null!;
            public static object load(byte[] bytes, string map_location = "cpu") => throw null!;
        }
    }
}

namespace LLama.Common
{
    public class ModelParams : LLama.Abstractions.IModelParams
    {
        public ModelParams(string modelPath) => throw null!;
    }
}

namespace Microsoft.SemanticKernel
{
    public static class OnnxKernelBuilderExtensions
    {
        public static IKernelBuilder AddOnnxRuntimeGenAIChatCompletion(this IKernelBuilder builder, string modelId, string modelPath, string? serviceId = null) => throw null!;
        public static IKernelBuilder AddBertOnnxTextEmbeddingGeneration(this IKernelBuilder builder, string onnxModelPath, string vocabPath, string? serviceId = null) => throw null!;
        public static IKernelBuilder AddBertOnnxEmbeddingGenerator(this IKernelBuilder builder, string onnxModelPath, string vocabPath, string? serviceId = null) => throw null!;
    }

    public static class OnnxServiceCollectionExtensions
    {
        public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddOnnxRuntimeGenAIChatCompletion(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string modelId, string modelPath, string? serviceId = null) => throw null!;
        public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddBertOnnxEmbeddingGenerator(this Microsoft.Extensions.DependencyInjection.IServiceCollection services, string onnxModelPath, string vocabPath, string? serviceId = null) => throw null!;
    }
}

namespace Microsoft.SemanticKernel.Connectors.Onnx
{
    public sealed class OnnxRuntimeGenAIChatCompletionService
    {
        public OnnxRuntimeGenAIChatCompletionService(string modelId, string modelPath) => throw null!;
    }

    public sealed class BertOnnxTextEmbeddingGenerationService
    {
        public static BertOnnxTextEmbeddingGenerationService Create(string onnxModelPath, string vocabPath) => throw null!;
        public static System.Threading.Tasks.Task<BertOnnxTextEmbeddingGenerationService> CreateAsync(string onnxModelPath, string vocabPath) => throw null!;
    }
}
