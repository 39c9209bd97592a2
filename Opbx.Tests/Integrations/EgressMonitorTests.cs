using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Integrations;

public sealed class EgressMonitorTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Acme = Guid.NewGuid();
    private readonly EgressMonitor _watch = new();

    [Fact]
    public void When_every_host_fails_to_be_reached_attempts_do_not_count_any_more()
    {
        foreach (var host in new[] { "a.example", "b.example", "c.example" }) Assert.True(_watch.Counts(Now, Acme, host, Outcome.Dns));
        Assert.True(_watch.IsDown);
        Assert.False(_watch.Counts(Now, Acme, "d.example", Outcome.ConnectTimeout));
    }

    [Fact]
    public void While_cut_off_one_attempt_every_fifteen_seconds_probes_the_way_out()
    {
        foreach (var host in new[] { "a.example", "b.example", "c.example" }) _watch.Counts(Now, Acme, host, Outcome.Dns);
        Assert.False(_watch.Lets(Now.AddSeconds(14)));
        Assert.True(_watch.Lets(Now.AddSeconds(15)));
        Assert.False(_watch.Lets(Now.AddSeconds(16)));
    }

    [Fact]
    public void An_answer_from_anybody_ends_it()
    {
        foreach (var host in new[] { "a.example", "b.example", "c.example" }) _watch.Counts(Now, Acme, host, Outcome.Dns);
        Assert.True(_watch.Counts(Now.AddSeconds(15), Acme, "b.example", Outcome.Http5xx));
        Assert.False(_watch.IsDown);
        Assert.True(_watch.Counts(Now.AddSeconds(16), Acme, "c.example", Outcome.Dns));
        Assert.False(_watch.IsDown);
    }

    [Fact]
    public void Two_hosts_or_many_integrations_on_one_host_are_not_everybody()
    {
        for (var i = 0; i < 20; i++) Assert.True(_watch.Counts(Now, Acme, i % 2 == 0 ? "a.example" : "b.example", Outcome.ConnectRefused));
        Assert.False(_watch.IsDown);
    }

    [Fact]
    public void A_fifth_that_answers_shows_that_we_are_not_cut_off()
    {
        _watch.Counts(Now, Acme, "fine.example", Outcome.Ok);
        foreach (var host in new[] { "a.example", "b.example", "c.example", "d.example" }) _watch.Counts(Now, Acme, host, Outcome.Dns);
        Assert.False(_watch.IsDown);
    }

    [Fact]
    public void Receivers_that_answer_with_faults_are_reached()
    {
        foreach (var host in new[] { "a.example", "b.example", "c.example", "d.example" }) _watch.Counts(Now, Acme, host, Outcome.Http5xx);
        Assert.False(_watch.IsDown);
    }

    [Fact]
    public void Failures_older_than_a_minute_are_forgotten()
    {
        _watch.Counts(Now, Acme, "a.example", Outcome.Dns);
        _watch.Counts(Now, Acme, "b.example", Outcome.Dns);
        _watch.Counts(Now.AddSeconds(61), Acme, "c.example", Outcome.Dns);
        Assert.False(_watch.IsDown);
    }

    [Fact]
    public void Dead_receivers_of_one_organization_do_not_stop_another_whose_receiver_answers()
    {
        _watch.Counts(Now, Guid.NewGuid(), "fine.example", Outcome.Ok);
        foreach (var host in Enumerable.Range(0, 20)) Assert.True(_watch.Counts(Now, Acme, $"dead-{host}.example", Outcome.ConnectRefused));
        Assert.False(_watch.IsDown);
    }
}
