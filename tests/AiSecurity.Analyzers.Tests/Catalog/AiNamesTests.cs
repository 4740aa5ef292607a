using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Tests.Catalog;

/// <summary>Which names of settings speak of an AI service.</summary>
public class AiNamesTests
{
    [Theory]
    [InlineData("AzureOpenAI:ApiKey")]
    [InlineData("azureopenai_key")]
    [InlineData("AZURE_OPENAI_KEY")]
    [InlineData("OpenAiKey")]
    [InlineData("AzureAIKey")]
    [InlineData("azureAiKey")]
    [InlineData("AI:Key")]
    [InlineData("GPT4_KEY")]
    [InlineData("Llm:Key")]
    [InlineData("AZURE_AI_SEARCH_KEY")]
    [InlineData("Embeddings:Key")]
    [InlineData("Azure Speech Key")]
    public void These_do(string name) => Assert.True(AiCatalog.BuiltIn.Names.IsIn(name));

    [Theory]
    [InlineData("AzureContentSafety", true)]
    [InlineData("SpeechTokens", true)]
    [InlineData("OpenAIClient", true)]
    [InlineData("EmbeddingStore", false)]
    [InlineData("ClaudeClient", false)]
    [InlineData("AiClient", false)]
    public void Of_these_some_are_services_of_Azure(string name, bool isAzure) => Assert.Equal(isAzure, AiCatalog.BuiltIn.Names.IsAzureServiceIn(name));

    [Theory]
    [InlineData("")]
    [InlineData("Key")]
    [InlineData("MainKey")]
    [InlineData("MAIL_KEY")]
    [InlineData("EmailApiKey")]
    [InlineData("Domain:Key")]
    [InlineData("OpenAir:Key")]
    [InlineData("Weather:ApiKey")]
    [InlineData("Division:Key")]
    [InlineData("12345")]
    public void These_do_not(string name) => Assert.False(AiCatalog.BuiltIn.Names.IsIn(name));
}
