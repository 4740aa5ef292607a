namespace AiSecurity.Guards.Tests.Loopback;

/// <summary>A test with a server of its own.</summary>
public abstract class LoopbackTest : IAsyncLifetime
{
    public LoopbackService Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await LoopbackService.StartAsync();

    public async Task DisposeAsync() => await Service.DisposeAsync();

    /// <summary>No word of a text is anywhere in an exception.</summary>
    protected static void AssertSaysNothingOf(Exception exception, params string[] texts)
    {
        foreach (var text in texts)
            Assert.DoesNotContain(text, exception.ToString(), StringComparison.Ordinal);
    }
}
