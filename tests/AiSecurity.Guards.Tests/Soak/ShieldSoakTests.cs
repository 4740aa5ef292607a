using AiSecurity.Guards.Tests.Loopback;

namespace AiSecurity.Guards.Tests.Soak;

/// <summary>A slice of what tests/AiSecurity.Guards.Soak does for longer.</summary>
public class ShieldSoakTests : LoopbackTest
{
    [Fact]
    public async Task Many_calls_at_once_lose_none()
    {
        var soak = await ShieldSoak.RunAsync(Service, calls: 2_000, atOnce: 64);

        Assert.Equal(0, soak.Wrong);
        Assert.Equal(20, soak.Canceled);
        Assert.Equal(980, soak.Attacks);
        Assert.Equal(1_000, soak.Clean);
    }
}
