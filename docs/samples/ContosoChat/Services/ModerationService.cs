namespace ContosoChat.Services;

/// <summary>Asks Azure AI Content Safety whether a text tries to take the model over.</summary>
public sealed class ModerationService(HttpClient http, IConfiguration configuration)
{
    private readonly string _endpoint = configuration["ContentSafety:Endpoint"] ?? "https://contoso-chat-sample.cognitiveservices.azure.com";

    public async Task<bool> IsAttackAsync(string text, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_endpoint}/contentsafety/text:shieldPrompt?api-version=2024-09-01");
        request.Headers.Add("Ocp-Apim-Subscription-Key", configuration["ContentSafety:ApiKey"]);
        request.Content = JsonContent.Create(new { userPrompt = text, documents = Array.Empty<string>() });

        using var response = await http.SendAsync(request, cancellationToken);
        var analysis = await response.Content.ReadFromJsonAsync<ShieldResponse>(cancellationToken);
        return analysis!.UserPromptAnalysis.AttackDetected;
    }

    private sealed record ShieldResponse(PromptAnalysis UserPromptAnalysis);

    private sealed record PromptAnalysis(bool AttackDetected);
}
