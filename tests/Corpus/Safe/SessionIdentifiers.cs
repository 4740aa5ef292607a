using Microsoft.SemanticKernel.Plugins.Core.CodeInterpreter;

namespace Corpus.OwnSessionIdentifiers;

public sealed class Sandbox(HttpClient http, Uri pool)
{
    private readonly string _session = Guid.NewGuid().ToString("N");

    public SessionsPythonSettings Fresh() => new(Guid.NewGuid().ToString("N"), pool);

    public SessionsPythonSettings OfConversation(string conversationId) => new(conversationId, pool);

    public Task<HttpResponseMessage> Run(HttpContent code) => http.PostAsync($"{pool}/executions?api-version=2025-10-02-preview&identifier={_session}", code);

    public Task<HttpResponseMessage> Article(string host) => http.GetAsync($"https://{host}/articles?identifier=shoes");
}
