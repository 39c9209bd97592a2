using System.Net;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Users.Locks;

namespace Opbx.Tests.Users;

public sealed class SignInLimitTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public void Five_tries_for_an_account_and_twenty_of_an_address_in_a_minute()
    {
        var limits = new SignInLimits(_clock);
        Assert.Equal(5, Enumerable.Range(0, 9).Count(_ => limits.TryAcquire(Here, "anna@acme.example")));
        Assert.False(limits.TryAcquire(Here, " ANNA@acme.example "));
        Assert.Equal(15, Enumerable.Range(0, 40).Count(i => limits.TryAcquire(Here, $"{i}@acme.example")));
        Assert.True(limits.TryAcquire(IPAddress.Parse("192.0.2.2"), "anna@acme.example"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(limits.TryAcquire(Here, "anna@acme.example"));
    }

    [Fact]
    public void Good_tries_do_not_count()
    {
        var limits = new SignInLimits(_clock);
        for (var i = 0; i < 100; i++)
        {
            Assert.True(limits.TryAcquire(Here, "anna@acme.example"));
            limits.Return(Here, "anna@acme.example");
        }
    }

    [Fact]
    public void A_network_of_a_subscriber_counts_as_one_address()
    {
        var limits = new SignInLimits(_clock);
        Assert.Equal(20, Enumerable.Range(0, 60)
            .Count(i => limits.TryAcquire(IPAddress.Parse($"2001:db8:0:1::{i:x}"), $"{i}@acme.example")));
        Assert.True(limits.TryAcquire(IPAddress.Parse("2001:db8:0:2::1"), "1@acme.example"));
    }
}
