using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Shared;
using WireMock.ResponseBuilders;
using static Opbx.Tests.Cloudonix.Api.CloudonixWire;

namespace Opbx.Tests.Cloudonix.Api;

/// <summary>What the client of Cloudonix repeats, waits for and gives up.</summary>
public sealed class CloudonixRetryTests : IDisposable
{
    private const string AcmeJson = """{"id":7,"uuid":"u-1","domain":"acme.cloudonix.net","defaultApplication":4526}""";

    private readonly CloudonixWire _wire = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private ICloudonixApi Api => _wire.Api;

    public void Dispose() => _wire.Dispose();

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_read_is_repeated_until_it_succeeds(int status)
    {
        _wire.Answer(Response.Create().WithStatusCode(status), Response.Create().WithStatusCode(200).WithBody(AcmeJson));
        Assert.True((await Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Ok);
        Assert.Equal(2, _wire.Requests.Count);
    }

    [Theory]
    [InlineData(429, 4)]
    [InlineData(500, 1)]
    [InlineData(503, 1)]
    [InlineData(400, 1)]
    public async Task A_write_is_repeated_only_when_nothing_was_done(int status, int times)
    {
        _wire.Answer(status);
        await Api.CreateSubscriberAsync(Domain, new NewSubscriber("1004", new Secret("pw")), Cancel);
        Assert.Equal(times, _wire.Requests.Count);
        Assert.All(Enumerable.Range(0, times), i => Assert.StartsWith("{\"msisdn\":\"1004\"", _wire.Body(i), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_bridged_for_reads_only()
    {
        _wire.Breaks = true;
        var read = await Api.GetDomainAsync(Domain, Cancel).OutcomeAsync();
        var reads = _wire.Requests.Count;
        var written = await Api.UpdateDomainAsync(Domain, new DomainUpdate(1), Cancel).OutcomeAsync();
        Assert.Equal((4, 5), (reads, _wire.Requests.Count));
        Assert.Equal([CloudonixErrorKind.Unavailable, CloudonixErrorKind.Unavailable], [read.Error!.Kind, written.Error!.Kind]);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_unavailable()
    {
        _wire.Server.Stop();
        Assert.Equal(CloudonixErrorKind.Unavailable, (await Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Error!.Kind);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task An_oversized_answer_is_unreadable_and_asked_for_once(int status)
    {
        _wire.Answer(status, $$"""{"id":7,"note":"{{new string('x', BoundedAnswers.Longest)}}"}""");
        Assert.Equal(CloudonixErrorKind.Unreadable, (await Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Error!.Kind);
        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task An_answer_of_almost_the_bound_is_read()
    {
        _wire.Answer(200, $$"""{"id":7,"note":"{{new string('x', BoundedAnswers.Longest - 1000)}}"}""");
        Assert.Equal(7, (await Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Value!.Id);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_given_up_and_not_repeated()
    {
        var clock = new FakeTimeProvider();
        using var asked = new SemaphoreSlim(0);
        using var never = new CancellationTokenSource();
        using var wire = new CloudonixWire(time: clock, timing: CloudonixTiming.Default);
        wire.Answer(Response.Create().WithCallback(async _ =>
        {
            asked.Release();
            await Task.Delay(Timeout.Infinite, never.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return new WireMock.ResponseMessage();
        }));
        var call = wire.Api.GetDomainAsync(Domain, Cancel).OutcomeAsync();
        await asked.WaitAsync(Cancel);
        clock.Advance(CloudonixTiming.Default.Attempt);
        Assert.Equal(CloudonixErrorKind.TimedOut, (await call).Error!.Kind);
        await never.CancelAsync();
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_cancellation()
    {
        using var asked = new SemaphoreSlim(0);
        using var caller = new CancellationTokenSource();
        using var never = new CancellationTokenSource();
        _wire.Answer(Response.Create().WithCallback(async _ =>
        {
            asked.Release();
            await Task.Delay(Timeout.Infinite, never.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return new WireMock.ResponseMessage();
        }));
        var call = Api.GetDomainAsync(Domain, caller.Token).OutcomeAsync();
        await asked.WaitAsync(Cancel);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await never.CancelAsync();
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("86400", 10)]
    public async Task A_pause_that_is_asked_for_is_kept_unless_it_is_too_long(string asked, int seconds)
    {
        var time = new PausesAtOnce();
        using var wire = new CloudonixWire(time: time, timing: CloudonixTiming.Default);
        wire.Answer(Response.Create().WithStatusCode(429).WithHeader("Retry-After", asked), Response.Create().WithBody(AcmeJson));
        Assert.True((await wire.Api.GetDomainAsync(Domain, Cancel).OutcomeAsync()).Ok);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], time.Pauses);
    }

    /// <summary>Ends pauses at once and remembers their length; the timer of an attempt is set later, so that it stays.</summary>
    private sealed class PausesAtOnce : TimeProvider
    {
        public List<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime <= TimeSpan.Zero) return base.CreateTimer(callback, state, dueTime, period);
            Pauses.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
