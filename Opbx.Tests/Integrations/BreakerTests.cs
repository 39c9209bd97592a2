using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Integrations;

public sealed class BreakerTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly Breaker _breaker = new(1);
    private DateTimeOffset _now = Start;

    private void Attempt(bool failed)
    {
        Assert.True(_breaker.Lets(_now));
        _breaker.Begin();
        _breaker.End(_now, failed);
    }

    [Fact]
    public void Ten_failures_in_a_row_pause_it_for_half_a_minute()
    {
        for (var i = 0; i < 9; i++) Attempt(failed: true);
        Assert.Null(_breaker.PausedUntil);
        Attempt(failed: true);
        Assert.Equal(Start.AddSeconds(30), _breaker.PausedUntil);
        Assert.False(_breaker.Lets(Start.AddSeconds(29)));
    }

    [Fact]
    public void Seven_of_ten_failures_within_five_minutes_pause_it()
    {
        foreach (var failed in new[] { true, true, false, true, true, false, true, true, false }) Attempt(failed);
        Assert.Null(_breaker.PausedUntil);
        Attempt(failed: true);
        Assert.NotNull(_breaker.PausedUntil);
    }

    [Fact]
    public void Failures_of_long_ago_do_not_count()
    {
        foreach (var failed in new[] { true, true, false, true, true, false, true, true, false }) Attempt(failed);
        _now += TimeSpan.FromMinutes(6);
        Attempt(failed: true);
        Assert.Null(_breaker.PausedUntil);
    }

    [Fact]
    public void Each_failed_try_doubles_the_pause_up_to_ten_minutes()
    {
        for (var i = 0; i < 10; i++) Attempt(failed: true);
        var pauses = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            _now = _breaker.PausedUntil!.Value;
            Assert.True(_breaker.Lets(_now));
            _breaker.Begin();
            Assert.False(_breaker.Lets(_now), "a second one at the same time");
            _breaker.End(_now, failed: true);
            pauses.Add((_breaker.PausedUntil!.Value - _now).TotalSeconds);
        }
        Assert.Equal([60, 120, 240, 480, 600, 600], pauses);
    }

    [Fact]
    public void A_success_ends_the_pause_and_everything_begins_anew()
    {
        for (var i = 0; i < 10; i++) Attempt(failed: true);
        _now = _breaker.PausedUntil!.Value;
        Attempt(failed: false);
        Assert.Null(_breaker.PausedUntil);
        for (var i = 0; i < 9; i++) Attempt(failed: true);
        Assert.Null(_breaker.PausedUntil);
    }

    [Fact]
    public void Failures_of_attempts_that_began_before_the_pause_do_not_lengthen_it()
    {
        for (var i = 0; i < 10; i++) Attempt(failed: true);
        _breaker.End(_now, failed: true);
        Assert.Equal(Start.AddSeconds(30), _breaker.PausedUntil);
    }
}
