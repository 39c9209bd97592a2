using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Audit;
using Opbx.Core.Calls;
using Opbx.Core.Document;
using Opbx.Core.Document.Settings;
using Opbx.Core.Mail;
using Opbx.Core.Permissions;
using Opbx.Core.Reports;
using Opbx.Core.Reports.Mailing;
using Opbx.Core.Routing;
using Opbx.Core.Shared;
using Opbx.Core.Users;

namespace Opbx.Tests.Reports;

/// <summary>Reports by mail: on time, each once, also over restarts and with a mail server that is away.</summary>
public sealed class ReportMailTests
{
    private static readonly Actor Owner =
        new(Histories.Pbx, Role.Owner, "owner@acme.example", ActorSource.Portal, UserId: new Guid("22222222-2222-4333-8444-000000000001"));

    // A Wednesday; the PBX is in New York, where it is four hours earlier.
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 10, 12, 0, 0, TimeSpan.Zero));
    private readonly PostBox _post = new();

    [Theory]
    [InlineData(ReportInterval.Daily, "2026-06-10T10:59:59Z", "2026-06-08", "2026-06-08")]
    [InlineData(ReportInterval.Daily, "2026-06-10T11:00:00Z", "2026-06-09", "2026-06-09")]
    [InlineData(ReportInterval.Weekly, "2026-06-08T10:59:59Z", "2026-05-25", "2026-05-31")]
    [InlineData(ReportInterval.Weekly, "2026-06-08T11:00:00Z", "2026-06-01", "2026-06-07")]
    [InlineData(ReportInterval.Weekly, "2026-06-14T23:00:00Z", "2026-06-01", "2026-06-07")]
    [InlineData(ReportInterval.Monthly, "2026-06-01T10:59:59Z", "2026-04-01", "2026-04-30")]
    [InlineData(ReportInterval.Monthly, "2026-06-01T11:00:00Z", "2026-05-01", "2026-05-31")]
    [InlineData(ReportInterval.Monthly, "2026-01-01T12:00:00Z", "2025-12-01", "2025-12-31")]
    [InlineData(ReportInterval.Daily, "2026-11-01T12:00:00Z", "2026-10-31", "2026-10-31")]
    public void A_report_is_due_at_seven_in_the_morning_on_the_clocks_of_the_phone_system(ReportInterval interval, string now, string first,
        string last)
    {
        var period = ReportPeriod.Latest(interval, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture),
            TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        Assert.Equal((first, last), ($"{period.First:yyyy-MM-dd}", $"{period.Last:yyyy-MM-dd}"));
        Assert.True(period.DueAt <= DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_report_of_the_week_comes_on_Monday_to_every_address_once()
    {
        await using var bench = await OpenAsync(ReportInterval.Weekly, "anna@acme.example", "ben@acme.example");
        await Job(bench).RunAsync(default);
        Assert.Empty(_post.Sent);
        _clock.SetUtcNow(new DateTimeOffset(2026, 6, 15, 11, 0, 30, TimeSpan.Zero));
        await Job(bench).RunAsync(default);
        await Job(bench).RunAsync(default);
        Assert.Equal(["anna@acme.example", "ben@acme.example"], _post.Sent.Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.Equal("Acme: calls of 8 June to 14 June 2026", _post.Sent[0].Subject);
        Assert.Contains("Calls from outside: 2\n", _post.Sent[0].Text, StringComparison.Ordinal);
        Assert.Contains("Answered: 1 (50%)", _post.Sent[0].Text, StringComparison.Ordinal);
        Assert.Contains("Why callers reached nobody:\n- 1: ", _post.Sent[0].Text, StringComparison.Ordinal);
        Assert.Contains("https://pbx.example/reports?first=2026-06-08&last=2026-06-14", _post.Sent[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_missed_while_the_portal_stood_still_is_made_up_for_once()
    {
        await using var bench = await OpenAsync(ReportInterval.Daily, "anna@acme.example");
        _clock.Advance(TimeSpan.FromDays(20));
        await Job(bench).RunAsync(default);
        await Job(bench).RunAsync(default);
        Assert.Equal("Acme: calls of 29 June 2026", Assert.Single(_post.Sent).Subject);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_gets_each_report_later_and_once()
    {
        await using var bench = await OpenAsync(ReportInterval.Daily, "anna@acme.example", "ben@acme.example");
        _clock.Advance(TimeSpan.FromDays(1));
        _post.IsAway = true;
        await Job(bench).RunAsync(default);
        _post.IsAway = false;
        await Job(bench).RunAsync(default);
        Assert.Empty(_post.Sent);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await Job(bench).RunAsync(default);
        await Job(bench).RunAsync(default);
        Assert.Equal(2, _post.Sent.Count);
    }

    [Fact]
    public async Task A_process_that_dies_while_it_sends_does_not_send_twice()
    {
        await using var bench = await OpenAsync(ReportInterval.Daily, "anna@acme.example");
        _clock.Advance(TimeSpan.FromDays(1));
        var dying = new ReportMailJob(bench.Database, bench.Configuration, new DyingSender(), Mail(bench), _clock,
            NullLogger<ReportMailJob>.Instance);
        await Assert.ThrowsAsync<InvalidOperationException>(() => dying.RunAsync(default));
        _clock.Advance(TimeSpan.FromHours(1));
        await Job(bench).RunAsync(default);
        Assert.Empty(_post.Sent);
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_kept_for_later()
    {
        await using var bench = await OpenAsync(ReportInterval.Daily, "anna@acme.example");
        _clock.Advance(TimeSpan.FromDays(1));
        _post.IsConfigured = false;
        await Job(bench).RunAsync(default);
        await using var db = bench.Database.OpenUnrestricted();
        Assert.Equal(0, await db.ReportDispatches.CountAsync());
        var refused = await Schedules(bench).SendNowAsync(Owner, Histories.Pbx, ReportInterval.Daily, default);
        Assert.StartsWith("Mail is not set up", refused.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_gets_one_at_once()
    {
        await using var bench = await OpenAsync(ReportInterval.Daily, "anna@acme.example");
        Assert.Equal("owner@acme.example",
            (await Schedules(bench).SendNowAsync(Owner, Histories.Pbx, ReportInterval.Weekly, default)).Value);
        Assert.Equal(("owner@acme.example", "Acme: calls of 1 June to 7 June 2026"), (_post.Sent[0].To, _post.Sent[0].Subject));
        Assert.Contains("Nobody called from outside.", _post.Sent[0].Text, StringComparison.Ordinal);
        _post.IsAway = true;
        Assert.Equal(FailureKind.Upstream,
            (await Schedules(bench).SendNowAsync(Owner, Histories.Pbx, ReportInterval.Weekly, default)).Failure!.Kind);
    }

    [Fact]
    public async Task Reports_go_through_a_real_server()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var received = SmtpReceiver.OneAsync(listener);
        var options =
            new MailOptions {
                Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, StartTls = false,
                From = "pbx@acme.example"
            };
        await using var bench = await OpenAsync(ReportInterval.Weekly, "anna@acme.example");
        _clock.SetUtcNow(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));
        var sender = new SmtpSender(Options.Create(options), TimeProvider.System, NullLogger<SmtpSender>.Instance);
        await new ReportMailJob(bench.Database, bench.Configuration, sender, Mail(bench), _clock, NullLogger<ReportMailJob>.Instance)
            .RunAsync(default);
        var text = await received;
        Assert.Contains("RCPT TO:<anna@acme.example>", text, StringComparison.Ordinal);
        Assert.Contains("Subject: Acme: calls of 8 June to 14 June 2026", text, StringComparison.Ordinal);
        Assert.Contains("Calls from outside: 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_with_the_right_change_a_schedule_and_the_history_shows_it()
    {
        await using var bench = await OpenAsync(ReportInterval.Weekly, "anna@acme.example");
        var schedules = Schedules(bench);
        Assert.Equal(FailureKind.Forbidden,
            (await schedules.SaveAsync(Owner with { Role = Role.Supervisor }, Histories.Pbx, new ReportSetting(null, []),
                default)).Failure!.Kind);
        Assert.Equal(FailureKind.Forbidden,
            (await schedules.GetAsync(Owner with { Role = Role.User }, Histories.Pbx, default)).Failure!.Kind);
        Assert.Equal(FailureKind.NotFound,
            (await schedules.GetAsync(Owner with { OrganizationId = Guid.NewGuid() }, Histories.Pbx, default)).Failure!.Kind);
        Assert.NotNull((await schedules.SaveAsync(Owner, Histories.Pbx, new ReportSetting(ReportInterval.Daily, []), default)).Failure);
        Assert.Contains("nobody is not",
            (await schedules.SaveAsync(Owner, Histories.Pbx, new ReportSetting(ReportInterval.Daily, ["nobody"]),
                default)).Failure!.Errors!.ByPointer["/addresses"][0], StringComparison.Ordinal);
        Assert.Equal(["anna@acme.example"], (await schedules.GetAsync(Owner, Histories.Pbx, default)).Value!.Addresses);
        Assert.True((await schedules.SaveAsync(Owner, Histories.Pbx, new ReportSetting(null, ["x"]), default)).Ok);
        Assert.Null((await schedules.GetAsync(Owner, Histories.Pbx, default)).Value!.Interval);
        await using var db = bench.Database.OpenUnrestricted();
        Assert.Equal(2, await db.History.CountAsync(h => h.Kind == "reportSchedule"));
    }

    private async Task<CallBench> OpenAsync(ReportInterval interval, params string[] addresses)
    {
        var bench = await CallBench.OpenAsync();
        var document = Histories.Around.Document!
            with { Pbx = new PbxSettings { Name = "acme", FriendlyName = "Acme", TimeZone = "America/New_York", Country = "US" } };
        bench.Configuration.Replace(new PbxSnapshot(Histories.Pbx, Histories.Pbx, 2, document, new Dictionary<ObjectRef, ObjectInfo>()));
        await using var db = bench.Database.OpenUnrestricted();
        db.Users.Add(new User { Id = Owner.UserId!.Value, OrganizationId = Histories.Pbx, UserName = Owner.Name, Email = Owner.Name });
        Add(db, "answered", Disposition.Answered);
        Add(db, "missed", Disposition.Missed);
        await db.SaveChangesAsync();
        Assert.True((await Schedules(bench).SaveAsync(Owner, Histories.Pbx, new ReportSetting(interval, addresses), default)).Ok);
        return bench;
    }

    private static void Add(Core.Persistence.OpbxDbContext db, string token, Disposition disposition)
    {
        var start = new DateTimeOffset(2026, 6, 10, 15, 0, 0, TimeSpan.Zero);
        var call = new Call {
            Id = Guid.NewGuid(), OrganizationId = Histories.Pbx, PbxId = Histories.Pbx, Token = token,
            Direction = CallDirection.Inbound, Disposition = disposition, StartedAt = start, EndedAt = start.AddSeconds(60),
            AnsweredAt = disposition == Disposition.Answered ? start.AddSeconds(5)
            : null, BillableSeconds = 55, WaitSeconds = disposition == Disposition.Answered ? 5 : null
        };
        Core.Calls.Log.CallSortKey.Update(call);
        db.Calls.Add(call);
    }

    private ReportMail Mail(CallBench bench) =>
        new(new ReportDirectory(bench.Database, bench.Configuration), bench.Configuration,
            new PublicAddress(Options.Create(new PortalOptions { PublicUrl = "https://pbx.example" })));

    private ReportMailJob Job(CallBench bench) =>
        new(bench.Database, bench.Configuration, _post, Mail(bench), _clock, NullLogger<ReportMailJob>.Instance);

    private ReportSchedules Schedules(CallBench bench) => new(bench.Database, bench.Configuration, _post, Mail(bench), _clock);

    private sealed class DyingSender : IMailSender
    {
        public bool IsConfigured => true;

        public Task<bool> SendAsync(MailMessage mail, CancellationToken cancel) =>
            throw new InvalidOperationException("The process ends here.");
    }
}
