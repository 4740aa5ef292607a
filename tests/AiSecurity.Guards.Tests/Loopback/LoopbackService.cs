using System.Collections.Concurrent;
using System.Net;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace AiSecurity.Guards.Tests.Loopback;

/// <summary>A real server on the loopback address, over https, that speaks the REST contracts of Content Safety and of dynamic sessions as strictly as they are written.</summary>
public sealed class LoopbackService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackService(WebApplication app) => _app = app;

    /// <summary>Answers in place of the service; returns false to let the service answer.</summary>
    public Func<HttpContext, Task<bool>>? Fault { get; set; }

    /// <summary>How many requests are answered before the rest gets HTTP 429.</summary>
    public int? RateLimit { get; set; }

    public TestCredential Credential { get; } = new();

    public ShieldContract Shields { get; } = new();

    public ScreenDouble Screen { get; } = new();

    public SessionPool Sessions { get; } = new();

    /// <summary>Method, path and query of every request that came.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public Uri Endpoint { get; private set; } = null!;

    public static async Task<LoopbackService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(TestCertificate.Instance);
        }));
        var app = builder.Build();
        var service = new LoopbackService(app);
        app.Run(service.AnswerAsync);
        await app.StartAsync();
        service.Endpoint = new Uri(app.Urls.Single());
        return service;
    }

    /// <summary>Sockets that trust this server only, and follow nothing.</summary>
    public static HttpClientTransport Transport() => new(new HttpClient(Handler()) { Timeout = Timeout.InfiniteTimeSpan });

    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.GetCertHashString() == TestCertificate.Instance.GetCertHashString() },
    };

    public PromptShield Shield(Action<PromptShieldOptions>? configure = null) => new(Configure(new PromptShieldOptions(), configure));

    public ContentSafetyScreen ContentSafety(Action<ContentSafetyScreenOptions>? configure = null) => new(Configure(new ContentSafetyScreenOptions(), configure));

    public SandboxedSession Sandbox(Action<SandboxedSessionOptions>? configure = null) => new(Configure(new SandboxedSessionOptions(), options =>
    {
        options.Endpoint = new Uri(Endpoint, SessionPool.Path);
        configure?.Invoke(options);
    }));

    public T Configure<T>(T options, Action<T>? configure)
        where T : GuardOptions
    {
        options.Endpoint = Endpoint;
        options.Credential = Credential;
        options.AllowedHosts.Add("127.0.0.1");
        options.Transport = Transport();
        options.MaxRetries = 0;
        configure?.Invoke(options);
        return options;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (Fault is { } fault && await fault(context))
            return;
        if (RateLimit is { } limit && Requests.Count > limit)
            await context.AnswerErrorAsync(429, "TooManyRequests");
        else if (context.Request.Path.StartsWithSegments("/contentsafety"))
            await AnswerContentSafetyAsync(context);
        else if (context.Request.Path.StartsWithSegments(SessionPool.Path))
            await Sessions.AnswerAsync(context);
        else
            await context.AnswerErrorAsync(404, "ResourceNotFound");
    }

    private async Task AnswerContentSafetyAsync(HttpContext context)
    {
        if (!context.HasToken("https://cognitiveservices.azure.com/.default"))
            await context.AnswerErrorAsync(401, "Unauthorized");
        else if (context.Request.Query["api-version"] != "2024-09-01" || context.Request.Method != "POST" || context.Request.ContentType != "application/json")
            await context.AnswerErrorAsync(400, "InvalidRequestBody");
        else if (context.Request.Path == "/contentsafety/text:shieldPrompt")
            await Shields.AnswerAsync(context);
        else if (context.Request.Path == "/contentsafety/text:analyze")
            await Screen.AnswerAsync(context);
        else
            await context.AnswerErrorAsync(404, "ResourceNotFound");
    }
}
