using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiSecurity.Cli.Tests.Reports.Html;

/// <summary>A page in the browser, spoken to over its DevTools.</summary>
internal sealed class ChromiumPage : IAsyncDisposable
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _waiting = new();
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closed = new();
    private readonly SemaphoreSlim _sending = new(1);
    private int _last;
    private string? _session;
    private Task? _reading;

    /// <summary>What the browser complained about: script errors, refused resources, messages of level error.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>The address of everything that the page asked for.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<ChromiumPage> OpenAsync(Chromium browser, string file, int width, string scheme)
    {
        var page = new ChromiumPage();
        await page._socket.ConnectAsync(browser.Address, CancellationToken.None);
        page._reading = page.ReadAsync();
        var target = (await page.SendAsync("Target.createTarget", new { url = "about:blank" }))["targetId"]!.GetValue<string>();
        page._session = (await page.SendAsync("Target.attachToTarget", new { targetId = target, flatten = true }))["sessionId"]!.GetValue<string>();
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network"])
            await page.SendAsync($"{domain}.enable");
        await page.SendAsync("Emulation.setDeviceMetricsOverride", new { width, height = 1000, deviceScaleFactor = 1, mobile = false });
        await page.SendAsync("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = scheme } } });
        await page.SendAsync("Page.navigate", new { url = new Uri(file).AbsoluteUri });
        await page._loaded.Task.WaitAsync(AnswerTime);
        return page;
    }

    /// <summary>The value of an expression, as JSON. Not subject to the policy of the page.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var result = await SendAsync("Runtime.evaluate", new { expression, awaitPromise = true, returnByValue = true });
        return result["exceptionDetails"] is { } exception ? throw new InvalidOperationException(exception.ToJsonString()) : result["result"]!["value"];
    }

    public async Task<byte[]> ScreenshotAsync() => Convert.FromBase64String((await SendAsync("Page.captureScreenshot", new { format = "png" }))["data"]!.GetValue<string>());

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        if (_reading is not null)
            await _reading;
        _socket.Dispose();
        _closed.Dispose();
        _sending.Dispose();
    }

    private async Task<JsonNode> SendAsync(string method, object? parameters = null)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _waiting.GetOrAdd(id, static _ => new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously));
        var message = JsonSerializer.SerializeToUtf8Bytes(_session is null ? (object)new { id, method, @params = parameters ?? new { } } : new { id, method, @params = parameters ?? new { }, sessionId = _session });
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }

        return await answer.Task.WaitAsync(AnswerTime);
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (!_closed.IsCancellationRequested)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult received;
                do
                {
                    received = await _socket.ReceiveAsync(buffer.AsMemory(), _closed.Token);
                    message.Write(buffer, 0, received.Count);
                }
                while (!received.EndOfMessage);
                Take(JsonNode.Parse(message.ToArray())!);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The page is closed, or the browser is.
        }
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } id)
        {
            if (!_waiting.TryRemove(id.GetValue<int>(), out var answer))
                return;
            if (message["error"] is { } error)
                answer.SetException(new InvalidOperationException(error.ToJsonString()));
            else
                answer.SetResult(message["result"]!);
            return;
        }

        var parameters = message["params"];
        switch (message["method"]!.GetValue<string>())
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Network.requestWillBeSent":
                Requests.Enqueue(parameters!["request"]!["url"]!.GetValue<string>());
                break;
            case "Runtime.exceptionThrown":
                Errors.Enqueue(parameters!.ToJsonString());
                break;
            case "Log.entryAdded" when parameters!["entry"]!["level"]!.GetValue<string>() is "error" or "warning":
            case "Runtime.consoleAPICalled" when parameters!["type"]!.GetValue<string>() is "error" or "assert":
                Errors.Enqueue(parameters.ToJsonString());
                break;
        }
    }
}
