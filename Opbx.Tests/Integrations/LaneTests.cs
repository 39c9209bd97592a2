using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Integrations;

public sealed class LaneTests
{
    private static readonly DateTimeOffset Now = Sample.Now;
    private int _made;

    [Fact]
    public void What_is_sent_again_gets_a_quarter_of_the_places_and_leaves_the_others_free()
    {
        var lane = new Lane(Guid.NewGuid(), new Breaker(1));
        for (var i = 0; i < 4; i++) lane.Add(Claimed(DeliveryKind.Resend));
        Assert.True(lane.Room > 0, "What waits to be sent again takes no room from what happens now.");
        for (var i = 0; i < 6; i++) lane.Add(Claimed(DeliveryKind.Live));
        Assert.Equal(1, Begin(lane, Turn.Resent, Now));
        Assert.Equal(3, Begin(lane, Turn.Fresh, Now));
        Assert.Equal(0, Begin(lane, Turn.Resent, Now));
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData(1, 1)]
    [InlineData(16, 16)]
    public void As_many_are_under_way_at_once_as_the_integration_says(int? mostAtOnce, int expected)
    {
        var lane = new Lane(Guid.NewGuid(), new Breaker(1));
        lane.Configure(Sample.Webhook() with { MostAtOnce = mostAtOnce });
        for (var i = 0; i < 20; i++) lane.Add(Claimed(DeliveryKind.Live));
        Assert.Equal(expected, Begin(lane, Turn.Fresh, Now));
    }

    [Fact]
    public void No_more_begin_in_a_second_than_the_receiver_may_get()
    {
        var lane = new Lane(Guid.NewGuid(), new Breaker(1));
        lane.Configure(Sample.Webhook() with { MostAtOnce = 16, MostPerSecond = 3 });
        for (var i = 0; i < 30; i++) lane.Add(Claimed(DeliveryKind.Live));
        Assert.Equal(6, Begin(lane, Turn.Fresh, Now));
        Assert.Equal(0, Begin(lane, Turn.Fresh, Now));
        Assert.Equal(0, Begin(lane, Turn.Fresh, Now.AddHours(-1)));
        Assert.Equal(3, Begin(lane, Turn.Fresh, Now.AddHours(-1).AddSeconds(1)));
    }

    private static int Begin(Lane lane, Turn turn, DateTimeOffset now)
    {
        var begun = 0;
        while (lane.Next(turn, now) is { } next)
        {
            lane.Begin(next);
            begun++;
        }
        return begun;
    }

    private ClaimedDelivery Claimed(DeliveryKind kind) =>
        new($"dlv_{++_made}", Guid.Empty, 0, Sample.Event(Trigger.CallEnded) with { Kind = kind }) {
            WaitingSince = Now.AddDays(-1),
            LeaseUntil = Now.AddMinutes(1),
        };
}
