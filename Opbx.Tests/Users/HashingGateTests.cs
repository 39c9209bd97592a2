using Opbx.Core.Users;

namespace Opbx.Tests.Users;

public sealed class HashingGateTests
{
    [Fact]
    public async Task Twenty_wait_for_a_place_and_the_next_is_sent_away()
    {
        using var gate = new HashingGate(places: 1);
        var first = await gate.EnterAsync(TestContext.Current.CancellationToken);
        var waiting = Enumerable.Range(0, 20).Select(_ => gate.EnterAsync(TestContext.Current.CancellationToken).AsTask()).ToList();
        Assert.DoesNotContain(waiting, w => w.IsCompleted);

        using var refused = await gate.EnterAsync(TestContext.Current.CancellationToken);
        Assert.False(refused.IsAcquired);

        first.Dispose();
        foreach (var one in waiting)
        {
            using var place = await one;
            Assert.True(place.IsAcquired);
        }
    }
}
