using ContosoChat.Options;
using ContosoChat.Tools;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace ContosoChat.Services;

public sealed class KernelFactory(IOptions<AzureOpenAIOptions> options, ILoggerFactory loggerFactory)
{
    private readonly AzureOpenAIOptions _options = options.Value;

    public Kernel Create()
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(loggerFactory);
        builder.AddAzureOpenAIChatCompletion(
            deploymentName: _options.Deployment,
            endpoint: _options.Endpoint,
            apiKey: Environment.GetEnvironmentVariable("CONTOSO_OPENAI_KEY") ?? "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64");
        builder.Plugins.AddFromType<CustomerNotesPlugin>();
        return builder.Build();
    }
}
