using Microsoft.SemanticKernel.Plugins.Core.CodeInterpreter;

namespace Corpus.SessionIdentifiers;

public sealed class Sandbox(HttpClient http, Uri pool)
{
    private int _count;

    public SessionsPythonSettings Shared() => new("all-users", pool); //! AISEC308

    public SessionsPythonSettings Counted() => new(sessionId: $"user-{++_count}", endpoint: pool); //! AISEC308

    public Task<HttpResponseMessage> Timed(HttpContent code) =>
        http.PostAsync($"{pool}/executions?api-version=2025-10-02-preview&identifier={DateTime.UtcNow:yyyyMMdd}", code); //! AISEC308
}
