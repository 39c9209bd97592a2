using FsCheck;
using FsCheck.Fluent;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Integrations;

public sealed class RetryScheduleTests
{
    private static readonly double[] Seconds = [5, 60, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400];

    [Fact]
    public void Every_wait_is_within_a_fifth_of_the_schedule() =>
        Prop.ForAll(Gen.Choose(1, 10).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (made, jitter) =>
        {
            var wait = RetrySchedule.Wait(made, 1, jitter / 1000d)!.Value.TotalSeconds;
            return wait >= (Seconds[made - 1] * 0.8) - 0.001 && wait <= (Seconds[made - 1] * 1.2) + 0.001;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void There_are_eleven_attempts_over_three_days()
    {
        Assert.Equal(11, RetrySchedule.MaxAttempts);
        Assert.Null(RetrySchedule.Wait(11, 1, 0.5));
        Assert.Equal(new TimeSpan(75, 36, 5) - TimeSpan.Zero, Enumerable.Range(1, 10)
            .Aggregate(TimeSpan.Zero, (sum, made) => sum + RetrySchedule.Wait(made, 1, 0.5)!.Value));
    }

    [Fact]
    public void What_the_receiver_asks_is_never_shortened_nor_scaled_and_is_bounded_by_a_day()
    {
        Assert.Equal(TimeSpan.FromSeconds(3), RetrySchedule.Wait(1, 0.001, 0.5, TimeSpan.FromSeconds(3)));
        Assert.Equal(TimeSpan.FromSeconds(5), RetrySchedule.Wait(1, 1, 0.5, TimeSpan.FromSeconds(3)));
        Assert.Equal(TimeSpan.FromHours(24), RetrySchedule.Wait(1, 1, 0.5, TimeSpan.FromDays(9)));
    }
}
