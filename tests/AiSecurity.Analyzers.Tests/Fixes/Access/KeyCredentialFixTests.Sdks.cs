using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>One client of each SDK, in the versions whose names differ.</summary>
public partial class KeyCredentialFixTests
{
    [Theory]
    [InlineData("DocumentIntelligence", "new DocumentIntelligenceClient(endpoint, [|new AzureKeyCredential(key)|])", "new DocumentIntelligenceClient(endpoint, new DefaultAzureCredential())")]
    [InlineData("Translation.Text", "new TextTranslationClient([|new AzureKeyCredential(key)|], endpoint)", "new TextTranslationClient(new DefaultAzureCredential(), endpoint)")]
    [InlineData("Vision.Face", "new FaceClient(endpoint, [|new AzureKeyCredential(key)|])", "new FaceClient(endpoint, new DefaultAzureCredential())")]
    [InlineData("TextAnalytics", "new TextAnalyticsClient(endpoint, [|new AzureKeyCredential(key)|])", "new TextAnalyticsClient(endpoint, new DefaultAzureCredential())")]
    [InlineData("Inference", "new ChatCompletionsClient(endpoint, [|new AzureKeyCredential(key)|])", "new ChatCompletionsClient(endpoint, new DefaultAzureCredential())")]
    [InlineData("ContentSafety", "new ContentSafetyClient(endpoint, [|new AzureKeyCredential(key)|])", "new ContentSafetyClient(endpoint, new DefaultAzureCredential())")]
    public Task Clients_of_Azure_AI(string name, string before, string after) => FixAsync(
        $"using Azure.AI.{name};\n\nclass C {{ object M(Uri endpoint, string key) => {before}; }}",
        $"using Azure.AI.{name};\n\nclass C {{ object M(Uri endpoint, string key) => {after}; }}",
        set: SdkSet.Stubs);

    /// <summary>A third string is the region of the key's overload, but the scope of the token's.</summary>
    [Fact]
    public Task Region_of_the_translator_does_not_become_a_scope() => NoFixAsync(
        "using Azure.AI.Translation.Text;\n\nclass C { object M(Uri endpoint, string key) => new TextTranslationClient([|new AzureKeyCredential(key)|], endpoint, \"westeurope\"); }",
        SdkSet.Stubs);

    /// <summary>The second string is the region of the key's overload, but the resource of the token's.</summary>
    [Fact]
    public Task Region_of_the_translator_does_not_become_a_resource() => NoFixAsync(
        "using Azure.AI.Translation.Text;\n\nclass C { object M(string key) => new TextTranslationClient([|new AzureKeyCredential(key)|], \"westeurope\"); }",
        SdkSet.Stubs);

    [Theory]
    [InlineData("SpeechConfig.FromEndpoint(endpoint, [|key|])", "SpeechConfig.FromEndpoint(endpoint, new DefaultAzureCredential())")]
    [InlineData("SpeechConfig.FromEndpoint(endpoint, subscriptionKey: [|key|])", "SpeechConfig.FromEndpoint(endpoint, tokenCredential: new DefaultAzureCredential())")]
    [InlineData("SpeechConfig.FromEndpoint(endpoint, [|new ApiKeyCredential(key)|])", "SpeechConfig.FromEndpoint(endpoint, new DefaultAzureCredential())")]
    public Task Speech_at_an_endpoint(string before, string after) => FixAsync(
        "using Microsoft.CognitiveServices.Speech;\n\nclass C { object M(Uri endpoint, string key) => " + before + "; }",
        "using Microsoft.CognitiveServices.Speech;\n\nclass C { object M(Uri endpoint, string key) => " + after + "; }",
        set: SdkSet.Stubs);

    [Theory]
    [InlineData("SpeechConfig.FromSubscription([|key|], \"westeurope\")")]
    [InlineData("SpeechConfig.FromHost(endpoint, [|key|])")]
    public Task Speech_in_a_region_is_left_to_the_author(string call) => NoFixAsync(
        "using Microsoft.CognitiveServices.Speech;\n\nclass C { object M(Uri endpoint, string key) => " + call + "; }", SdkSet.Stubs);

    [Theory]
    [InlineData("new AzureOpenAIConfig { Auth = AzureOpenAIConfig.AuthTypes.APIKey, APIKey = [|key|] }", "new AzureOpenAIConfig { Auth = AzureOpenAIConfig.AuthTypes.AzureIdentity }")]
    [InlineData("new AzureOpenAIConfig { APIKey = [|key|] }", "new AzureOpenAIConfig { Auth = AzureOpenAIConfig.AuthTypes.AzureIdentity }")]
    [InlineData("new Config { APIKey = [|key|], Endpoint = endpoint, Auth = AzureOpenAIConfig.AuthTypes.APIKey }", "new Config { Endpoint = endpoint, Auth = AzureOpenAIConfig.AuthTypes.AzureIdentity }")]
    [InlineData("new Config { Endpoint = endpoint, APIKey = [|key|] }", "new Config { Endpoint = endpoint, Auth = AzureOpenAIConfig.AuthTypes.AzureIdentity }")]
    [InlineData("new Config { Endpoint = endpoint, Auth = AzureOpenAIConfig.AuthTypes.APIKey, APIKey = [|key|], }", "new Config { Endpoint = endpoint, Auth = AzureOpenAIConfig.AuthTypes.AzureIdentity, }")]
    [InlineData("new AzureAISearchConfig { Auth = AzureAISearchConfig.AuthTypes.APIKey, APIKey = [|key|] }", "new AzureAISearchConfig { Auth = AzureAISearchConfig.AuthTypes.AzureIdentity }")]
    public Task Kernel_Memory_says_which_credential_counts(string before, string after) => FixAsync(
        "using Microsoft.KernelMemory;\n\nclass Config : AzureOpenAIConfig { public string? Endpoint { get; set; } }\n\nclass C { object M(string endpoint, string key) => " + before + "; }",
        "using Microsoft.KernelMemory;\n\nclass Config : AzureOpenAIConfig { public string? Endpoint { get; set; } }\n\nclass C { object M(string endpoint, string key) => " + after + "; }",
        set: SdkSet.Stubs);

    [Fact]
    public Task Kernel_Memory_initializer_keeps_its_lines() => PlainFixAsync(
        """
        using Microsoft.KernelMemory;

        class Config : AzureOpenAIConfig
        {
            public string? Endpoint { get; set; }

            public string? Deployment { get; set; }
        }

        class C
        {
            object M(string endpoint, string key) => new Config
            {
                Auth = AzureOpenAIConfig.AuthTypes.APIKey, // how
                Endpoint = endpoint,
                APIKey = [|key|],
                Deployment = "gpt",
            };
        }
        """,
        """
        using Microsoft.KernelMemory;

        class Config : AzureOpenAIConfig
        {
            public string? Endpoint { get; set; }

            public string? Deployment { get; set; }
        }

        class C
        {
            object M(string endpoint, string key) => new Config
            {
                Auth = AzureOpenAIConfig.AuthTypes.AzureIdentity, // how
                Endpoint = endpoint,
                Deployment = "gpt",
            };
        }
        """,
        set: SdkSet.Stubs);

    [Fact]
    public Task Kernel_Memory_assignments() => FixAsync(
        """
        using Microsoft.KernelMemory;

        class C
        {
            object M(string key)
            {
                var config = new AzureOpenAIConfig();
                config.Auth = AzureOpenAIConfig.AuthTypes.APIKey;
                config.APIKey = [|key|];
                return config;
            }
        }
        """,
        """
        using Microsoft.KernelMemory;

        class C
        {
            object M(string key)
            {
                var config = new AzureOpenAIConfig();
                config.Auth = AzureOpenAIConfig.AuthTypes.AzureIdentity;
                return config;
            }
        }
        """,
        set: SdkSet.Stubs);

    /// <summary>One that is set on another path may be set after the key, and would undo the fix.</summary>
    [Theory]
    [InlineData("if (local) { config.Auth = AzureOpenAIConfig.AuthTypes.APIKey; } config.APIKey = [|key|];")]
    [InlineData("config.APIKey = [|key|]; if (local) config.Auth = AzureOpenAIConfig.AuthTypes.APIKey;")]
    [InlineData("config.APIKey = [|key|]; System.Action later = () => config.Auth = AzureOpenAIConfig.AuthTypes.APIKey; later();")]
    public Task Kernel_Memory_assignments_on_two_paths_are_left_to_the_author(string statements) => NoFixAsync(
        "using Microsoft.KernelMemory;\n\nclass C { void M(AzureOpenAIConfig config, string key, bool local) { " + statements + " } }",
        SdkSet.Stubs);

    [Fact]
    public Task Kernel_Memory_short_form_is_left_to_the_author() => NoFixAsync(
        "using Microsoft.KernelMemory;\n\nclass C { object M(IKernelMemoryBuilder builder, string endpoint, string key) => builder.WithAzureAISearchMemoryDb(endpoint, [|key|]); }",
        SdkSet.Stubs);

    [Theory]
    [InlineData("AI.OpenAI.AzureOpenAISettings", "settings.Key = [|key|]", "settings.Credential = new DefaultAzureCredential()")]
    [InlineData("Search.Documents.AzureSearchSettings", "settings.Key = [|key|]", "settings.Credential = new DefaultAzureCredential()")]
    [InlineData("AI.Inference.ChatCompletionsClientSettings", "settings.Key = [|key|]", "settings.TokenCredential = new DefaultAzureCredential()")]
    [InlineData("AI.OpenAI.AzureOpenAISettings", "new Aspire.Azure.AI.OpenAI.AzureOpenAISettings { Key = [|key|] }", "new Aspire.Azure.AI.OpenAI.AzureOpenAISettings { Credential = new DefaultAzureCredential() }")]
    public Task Aspire_settings(string type, string before, string after) => FixAsync(
        "class C { object? M(Aspire.Azure." + type + " settings, string key) => " + before + "; }",
        "class C { object? M(Aspire.Azure." + type + " settings, string key) => " + after + "; }",
        set: SdkSet.Stubs);

    [Fact]
    public Task Aspire_registration() => FixAsync(
        """
        using Microsoft.Extensions.Hosting;

        class C
        {
            void M(IHostApplicationBuilder builder)
            {
                var key = builder.Configuration["OpenAI:Key"];
                builder.AddAzureOpenAIClient("openai", settings => settings.Key = [|key|]);
            }
        }
        """,
        """
        using Microsoft.Extensions.Hosting;

        class C
        {
            void M(IHostApplicationBuilder builder)
            {
                builder.AddAzureOpenAIClient("openai", settings => settings.Credential = new DefaultAzureCredential());
            }
        }
        """,
        set: SdkSet.Stubs);

    [Fact]
    public Task Agents_of_Semantic_Kernel() => FixAsync(
        "using Microsoft.SemanticKernel.Agents.OpenAI;\n\nclass C { object M(Uri endpoint, string key) => OpenAIAssistantAgent.CreateAzureOpenAIClient(apiKey: [|new ApiKeyCredential(key)|], endpoint: endpoint); }",
        "using Microsoft.SemanticKernel.Agents.OpenAI;\n\nclass C { object M(Uri endpoint, string key) => OpenAIAssistantAgent.CreateAzureOpenAIClient(credential: new DefaultAzureCredential(), endpoint: endpoint); }",
        set: SdkSet.Stubs);

    [Theory]
    [InlineData(Default, "new DefaultAzureCredential()")]
    [InlineData(ManagedIdentity, "new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)")]
    public Task Azure_OpenAI_1_has_other_names(string equivalenceKey, string credential) => PlainFixAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        class C
        {
            Response? _last;

            object M(Uri endpoint, string key) => (
                new OpenAIClient(endpoint, [|new AzureKeyCredential(key)|]),
                new OpenAIClient(keyCredential: [|new AzureKeyCredential(key)|], endpoint: endpoint));
        }
        """,
        $$"""
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        class C
        {
            Response? _last;

            object M(Uri endpoint, string key) => (
                new OpenAIClient(endpoint, {{credential}}),
                new OpenAIClient(tokenCredential: {{credential}}, endpoint: endpoint));
        }
        """,
        equivalenceKey,
        SdkSet.AzureOpenAI_1_0_beta6);

    [Fact]
    public Task Azure_OpenAI_1_registration_loses_the_argument() => PlainFixAsync(
        """
        using Azure;
        using Microsoft.Extensions.Azure;

        class C { Response? _last; void M(AzureClientFactoryBuilder clients, Uri endpoint, string key) => clients.AddOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        """
        using Azure;
        using Microsoft.Extensions.Azure;

        class C { Response? _last; void M(AzureClientFactoryBuilder clients, Uri endpoint, string key) => clients.AddOpenAIClient(endpoint); }
        """,
        set: SdkSet.AzureOpenAI_1_0_beta6);

    [Theory]
    [InlineData(SdkSet.AzureOpenAI_2_1, "AzureKeyCredential")]
    [InlineData(SdkSet.AzureOpenAI_2_1, "System.ClientModel.ApiKeyCredential")]
    [InlineData(SdkSet.Latest, "AzureKeyCredential")]
    [InlineData(SdkSet.Latest, "System.ClientModel.ApiKeyCredential")]
    public Task Azure_OpenAI_2_takes_both_kinds_of_key(SdkSet set, string type) => PlainFixAsync(
        $$"""
        using Azure;
        using Azure.AI.OpenAI;

        class C { Response? _last; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, credential: [|new {{type}}(key)|]); }
        """,
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        class C { Response? _last; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, credential: new DefaultAzureCredential()); }
        """,
        set: set);
}
