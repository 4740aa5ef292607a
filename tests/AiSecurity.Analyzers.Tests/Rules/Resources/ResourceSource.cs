namespace AiSecurity.Analyzers.Tests.Rules.Resources;

/// <summary>Descriptions of AI resources, for the tests of the rules about them.</summary>
internal static class ResourceSource
{
    public const string Management = """
        using Azure.ResourceManager.CognitiveServices.Models;
        using Azure.ResourceManager.CognitiveServices;
        using Azure.ResourceManager.MachineLearning.Models;
        using Azure.ResourceManager.Search.Models;
        using Azure.ResourceManager.Search;
        using Microsoft.Azure.Management.CognitiveServices.Models;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;

        """;

    public const string Others = "using Azure.Provisioning.CognitiveServices;\nusing Azure.Provisioning.Search;\nusing Native = Pulumi.AzureNative;\nusing Classic = Pulumi.Azure;\n";

    public static string Class(string member) => "class C\n{\n" + member + "\n}\n";
}
