using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Identity;
using Azure.Search.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Identity.Client;

var builder = WebApplication.CreateBuilder(args);
var endpoint = new Uri(builder.Configuration["AzureOpenAI:Endpoint"]!);

// Whoever is signed in on this machine.
builder.Services.AddSingleton(new AzureOpenAIClient(endpoint, new AzureCliCredential())); //! AISEC105
builder.Services.AddKeyedSingleton("any", (_, _) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential())); //! AISEC107
builder.Services.AddSingleton(_ => new SearchClient(endpoint, "orders", new InteractiveBrowserCredential())); //! AISEC105

// An application with a secret.
var secret = builder.Configuration["AzureAd:Secret"];
TokenCredential application = new ClientSecretCredential(builder.Configuration["AzureAd:Tenant"], builder.Configuration["AzureAd:Client"], secret); //! AISEC106
builder.Services.AddKeyedSingleton("secret", new AzureOpenAIClient(endpoint, application));

// Only for the laptop, and nobody says so.
var everything = new DefaultAzureCredentialOptions { AdditionallyAllowedTenants = { "*" } }; //! AISEC113
builder.Services.AddKeyedSingleton("tenants", new AzureOpenAIClient(endpoint, new DefaultAzureCredential(everything))); //! AISEC107

builder.Services.AddChatClient(services => services.GetRequiredService<AzureOpenAIClient>().GetChatClient("gpt").AsIChatClient())
    .UseOpenTelemetry(configure: telemetry => telemetry.EnableSensitiveData = true); //! AISEC404

var app = builder.Build();
app.MapGet("/token", async () =>
{
    var credential = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); //! AISEC107
    var token = await credential.GetTokenAsync(new TokenRequestContext(["https://cognitiveservices.azure.com/.default"], isCaeEnabled: false)); //! AISEC113
    return token.ExpiresOn;
});
app.MapGet("/legacy", async (IPublicClientApplication client) =>
{
    var result = await client.AcquireTokenByUsernamePassword(["https://ai.azure.com/.default"], "service", app.Configuration["ServicePassword"]).ExecuteAsync(); //! AISEC105
    return result.ExpiresOn;
});
app.Run();
