using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Identity;
using Azure.Search.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = WebApplication.CreateBuilder(args);
var endpoint = new Uri(builder.Configuration["AzureOpenAI:Endpoint"]!);
var isLocal = builder.Environment.IsDevelopment() && builder.Configuration["UseCli"] == "true";

TokenCredential credential = isLocal ? new AzureCliCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
if (!builder.Environment.IsProduction())
    credential = new DefaultAzureCredential();
builder.Services.AddSingleton(new AzureOpenAIClient(endpoint, credential));
builder.Services.AddSingleton(_ => new SearchClient(endpoint, "orders", new ChainedTokenCredential(new WorkloadIdentityCredential(), new AzureCliCredential())));
builder.Services.AddSingleton<TokenCredential>(new DefaultAzureCredential(DefaultAzureCredential.DefaultEnvironmentVariableName));

builder.Services.AddChatClient(services => services.GetRequiredService<AzureOpenAIClient>().GetChatClient("gpt").AsIChatClient())
    .UseOpenTelemetry(configure: telemetry => telemetry.EnableSensitiveData = builder.Environment.IsDevelopment());
if (builder.Configuration.GetValue<bool>("Telemetry:Content"))
    AppContext.SetSwitch("Azure.Experimental.TraceGenAIMessageContent", true);

var app = builder.Build();
app.MapGet("/me", (string tenant, string secret, string user) =>
    new AzureOpenAIClient(endpoint, new OnBehalfOfCredential(tenant, "client", secret, user)).GetChatClient("gpt").Model);
app.Run();
