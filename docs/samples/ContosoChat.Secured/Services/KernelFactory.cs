using AiSecurity.Guards;
using AiSecurity.Guards.SemanticKernel;
using Azure.AI.OpenAI;
using ContosoChat.Options;
using ContosoChat.Tools;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace ContosoChat.Services;

public sealed class KernelFactory(IOptions<AzureOpenAIOptions> options, AzureOpenAIClient openAI, PromptShield promptShield, ILoggerFactory loggerFactory)
{
    public Kernel Create()
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(loggerFactory);
        builder.AddAzureOpenAIChatCompletion(options.Value.Deployment, openAI);
        builder.AddPromptShields(promptShield);
        builder.Plugins.AddFromType<CustomerNotesPlugin>();
        return builder.Build();
    }
}
