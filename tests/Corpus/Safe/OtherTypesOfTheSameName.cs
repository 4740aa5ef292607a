using Azure;
using Microsoft.Extensions.Configuration;

// Own types and other services: a key credential alone says nothing about AI.
class EventGridPublisherClient(Uri endpoint, AzureKeyCredential credential) { public override string ToString() => $"{endpoint}{credential}"; }

class MapsSearchClient(AzureKeyCredential credential, string clientId) { public override string ToString() => $"{credential}{clientId}"; }

class CommunicationIdentityClient(Uri endpoint, AzureKeyCredential credential) { public override string ToString() => $"{endpoint}{credential}"; }

class SearchClient(Uri endpoint, string indexName, AzureKeyCredential credential) { public override string ToString() => $"{endpoint}{indexName}{credential}"; }

class AzureOpenAIClient(Uri endpoint, string apiKey) { public override string ToString() => $"{endpoint}{apiKey}"; }

class AzureOpenAIConfig { public string? APIKey { get; set; } public string? ApiKey { get; set; } }

class SpeechConfig { public static SpeechConfig FromSubscription(string subscriptionKey, string region) => new() { Text = subscriptionKey + region }; public string? Text { get; set; } }

static class Builder { public static object AddAzureOpenAIChatCompletion(this object builder, string deploymentName, string endpoint, string apiKey) => deploymentName + endpoint + apiKey + builder; }

class OtherTypesOfTheSameName(Uri endpoint, IConfiguration configuration, string key)
{
    object EventGrid() => new EventGridPublisherClient(endpoint, new AzureKeyCredential(key));
    object EventGridConfigured() => new EventGridPublisherClient(endpoint, new AzureKeyCredential(configuration["EventGrid:Key"]!));
    object Maps() => new MapsSearchClient(new AzureKeyCredential(key), "client");
    object MapsLocal() { var credential = new AzureKeyCredential(key); return new MapsSearchClient(credential, "client"); }
    object Communication() => new CommunicationIdentityClient(endpoint, new AzureKeyCredential(key));
    object OwnSearch() => new SearchClient(endpoint, "docs", new AzureKeyCredential(key));
    object OwnOpenAI() => new AzureOpenAIClient(endpoint, key);
    object OwnConfig() => new AzureOpenAIConfig { APIKey = key, ApiKey = key };
    object OwnSpeech() => SpeechConfig.FromSubscription(key, "westeurope");
    object OwnExtension() => this.AddAzureOpenAIChatCompletion("gpt", "https://contoso.openai.azure.com", apiKey: key);
    object Unused() { var credential = new AzureKeyCredential(key); return credential.ToString()!; }
    object Returned() => new AzureKeyCredential(key);
    object Rotated(AzureKeyCredential credential) { credential.Update(key); return credential; }
    object Named() => new AzureNamedKeyCredential("name", key);
    object Sas() => new AzureSasCredential(key);
}
