using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Configuration;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Settings;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Notices;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Simulation;
using Opbx.Core.Users;
using Opbx.Core.Users.SelfService;

namespace Opbx.Tests.Configuration.ScheduledChanges;

/// <summary>Changes begin and end by themselves, on a whole portal whose clock for them is moved by hand.</summary>
public sealed class ScheduledChangeTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = CancellationToken.None;
    private readonly DateTimeOffset _start;
    private TestPortal _portal = default!;
    private HttpClient _client = default!;
    private Guid _pbx;
    private Actor _owner = default!;

    public ScheduledChangeTests()
    {
        // Some days ahead, so that the portal's own clock never gets there while the test runs.
        var now = TimeProvider.System.GetUtcNow();
        _start = new DateTimeOffset(now.Year, now.Month, now.Day, 9, 0, 0, TimeSpan.Zero).AddDays(10);
    }

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(PortalSetup.Production.Seeded(Samples.Acme()));
        _client = _portal.Client();
        (_pbx, _owner) = (_portal.Pbx, new Actor(_portal.Owner.OrganizationId, Role.Owner, "anna@acme.example", ActorSource.Portal));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_change_begins_and_ends_without_losing_edits_of_others()
    {
        await PlanAsync("Quiet week", _start, _start.AddDays(7), e => e with { RingTimeout = 33, DoNotDisturb = true });
        await RunAsync(_start.AddMinutes(-1));
        Assert.NotEqual(33, Anna.RingTimeout);
        await RunAsync(_start);
        Assert.Equal((33, true), (Anna.RingTimeout, Anna.DoNotDisturb));
        await ChangeAsync(e => e with { Name = "Anna Meyer", RingTimeout = 44 });
        await RunAsync(_start.AddDays(7));
        Assert.Equal(("Anna Meyer", 44, false), (Anna.Name, Anna.RingTimeout, Anna.DoNotDisturb));
        var over = (await ListAsync()).Single();
        Assert.Equal(ScheduledChangeState.Done, over.State);
        Assert.Contains("ringTimeout", over.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_without_an_end_stays_and_stands_in_the_history_with_who_planned_it()
    {
        await PlanAsync("New ring time", _start, null, e => e with { RingTimeout = 33 });
        await RunAsync(_start.AddDays(3));
        Assert.Equal((33, ScheduledChangeState.Done), (Anna.RingTimeout, (await ListAsync()).Single().State));
        var history = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/history?limit=1", Cancel))!["items"]![0]!;
        Assert.Equal(("extensions", "anna@acme.example, scheduled", "system"),
            ((string)history["kind"]!, (string)history["actor"]!, (string)history["source"]!));
    }

    [Fact]
    public async Task Renamed_objects_are_found_and_references_follow()
    {
        await PlanAsync("Away", _start, _start.AddDays(1), e => e
            with { Forwarding = e.Forwarding with { Always = new ExtensionDestination { Number = "1002" } } });
        var editor = _portal.Services.GetRequiredService<ConfigurationEditor>();
        foreach (var (from, to) in new[] { ("1001", "1011"), ("1002", "1012") })
            Assert.True((await editor.ReplaceAsync(_owner, _pbx, ObjectKind.Extensions, from, Person(from) with { Number = to }, null,
                Cancel)).Ok);
        await RunAsync(_start);
        Assert.Equal(new ExtensionDestination { Number = "1012" }, Person("1011").Forwarding.Always);
        await RunAsync(_start.AddDays(1));
        Assert.Null(Person("1011").Forwarding.Always);
    }

    [Fact]
    public async Task A_change_that_cannot_be_made_any_more_changes_nothing_and_is_told()
    {
        var room = Samples.Acme().ConferenceRooms.Single().Name;
        await PlanAsync("To a room that goes", _start, null,
            e => e with { Forwarding = e.Forwarding with { Always = new ConferenceDestination { Name = room } } });
        var present = _portal.Services.GetRequiredService<ConfigurationStore>().Find(_pbx)!.Document;
        var without = present with { Extensions = [.. present.Extensions.Where(e => e.Number != "800")], ConferenceRooms = [] };
        Assert.True((await _portal.Services.GetRequiredService<ConfigurationEditor>()
            .ImportAsync(_owner, _pbx, without, tryOnly: false, Cancel)).Ok);
        await RunAsync(_start);
        Assert.Null(Anna.Forwarding.Always);
        Assert.Equal(ScheduledChangeState.Failed, (await ListAsync()).Single().State);
        Assert.Contains((await _portal.Services.GetRequiredService<NoticeStore>().OpenAsync(_owner, Cancel))
            .Select(n => n.Text), t => t.Contains("To a room that goes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_that_cannot_end_any_more_says_that_it_is_still_in_force()
    {
        var room = Samples.Acme().ConferenceRooms.Single().Name;
        await ChangeAsync(e => e with { Forwarding = e.Forwarding with { Always = new ConferenceDestination { Name = room } } });
        await PlanAsync("To Ben for a day", _start, _start.AddDays(1),
            e => e with { Forwarding = e.Forwarding with { Always = new ExtensionDestination { Number = "1002" } } });
        await RunAsync(_start);
        var present = _portal.Services.GetRequiredService<ConfigurationStore>().Find(_pbx)!.Document;
        var without = present with { Extensions = [.. present.Extensions.Where(e => e.Number != "800")], ConferenceRooms = [] };
        Assert.True((await _portal.Services.GetRequiredService<ConfigurationEditor>()
            .ImportAsync(_owner, _pbx, without, tryOnly: false, Cancel)).Ok);
        await RunAsync(_start.AddDays(1));
        Assert.Equal(new ExtensionDestination { Number = "1002" }, Anna.Forwarding.Always);
        var failed = (await ListAsync()).Single();
        Assert.Equal(ScheduledChangeState.Failed, failed.State);
        Assert.NotNull(failed.Applied);
        Assert.Contains((await _portal.Services.GetRequiredService<NoticeStore>().OpenAsync(_owner, Cancel))
            .Select(n => n.Text), t => t.Contains("could not end", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deleted_PBX_and_a_change_that_meets_a_fault_do_not_hold_up_the_others()
    {
        var pbxs = _portal.Services.GetRequiredService<PbxEditor>();
        var other = (await pbxs.CreateAsync(_owner, new PbxSettings { Name = "globex" }, Cancel)).Value;
        var editor = _portal.Services.GetRequiredService<ScheduledChangeEditor>();
        Assert.True((await editor.PlanAsync(_owner, other, new ScheduleInput("Of a PBX that goes", _start, null),
            p => p.Document with { Pbx = p.Document.Pbx with { RingTimeout = 99 } }, Cancel)).Ok);
        Assert.True((await pbxs.DeleteAsync(_owner, other, Cancel)).Ok);
        Assert.Empty(_portal.Services.GetRequiredService<ComingChanges>().For(other));

        await PlanAsync("Of which the row is gone", _start, null, e => e with { DoNotDisturb = true });
        await using (var db = _portal.Services.GetRequiredService<Database>()
            .OpenFor(_owner.OrganizationId)) await db.ScheduledChanges.ExecuteDeleteAsync(Cancel);
        await PlanAsync("Behind it", _start.AddMinutes(1), null, e => e with { RingTimeout = 33 });
        await RunAsync(_start.AddMinutes(2)).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal((33, false), (Anna.RingTimeout, Anna.DoNotDisturb));
    }

    [Fact]
    public async Task After_a_restart_everything_due_is_made_and_what_is_over_by_then_is_not()
    {
        await PlanAsync("Missed wholly", _start, _start.AddHours(1), e => e with { RingTimeout = 33 });
        await PlanAsync("Still in force", _start.AddHours(2), _start.AddHours(20), e => e with { DoNotDisturb = true });
        var coming = new ComingChanges(_portal.Services.GetRequiredService<Database>(),
            _portal.Services.GetRequiredService<ConfigurationStore>());
        await coming.LoadAsync(Cancel);
        await RunAsync(_start.AddHours(5), coming);
        Assert.NotEqual(33, Anna.RingTimeout);
        Assert.True(Anna.DoNotDisturb);
        Assert.Equal([ScheduledChangeState.Active, ScheduledChangeState.Failed], (await ListAsync()).Select(c => c.State).Order());
    }

    [Fact]
    public async Task The_simulator_knows_what_is_to_come()
    {
        await PlanAsync("Away", _start, _start.AddDays(1), e => e
            with { Forwarding = e.Forwarding with { Always = new ExtensionDestination { Number = "1002" } } });
        Assert.Equal(["1001"], Rings(_start.AddMinutes(-1)));
        Assert.Equal(["1002"], Rings(_start));
        Assert.Equal(["1001"], Rings(_start.AddDays(1)));
        using var answer =
            await _client.PostAsJsonAsync($"/api/v1/pbxs/{_pbx}/simulations",
                new { from = "+12025550143", to = "+12125550101", at = _start }, Cancel);
        Assert.Equal("Away", (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["scheduledChanges"]![0]!);
    }

    [Fact]
    public async Task Changes_that_would_cross_are_refused_and_those_within_each_other_are_not()
    {
        await PlanAsync("First", _start, _start.AddDays(10), e => e with { RingTimeout = 33 });
        Assert.Contains(
            "First", (await TryAsync("Crossing", _start.AddDays(5), _start.AddDays(15), e => e with { RingTimeout = 44 })).Failure!.Message,
            StringComparison.Ordinal);
        await PlanAsync("Within", _start.AddDays(5), _start.AddDays(6), e => e with { RingTimeout = 44 });
        await PlanAsync("Of another member", _start.AddDays(5), _start.AddDays(15), e => e with { DoNotDisturb = true });
        await RunAsync(_start);
        await RunAsync(_start.AddDays(5));
        Assert.Equal(44, Anna.RingTimeout);
        await RunAsync(_start.AddDays(6));
        Assert.Equal(33, Anna.RingTimeout);
    }

    [Fact]
    public async Task Somebody_covers_also_in_groups_and_only_for_those_who_may()
    {
        var covers = _portal.Services.GetRequiredService<CoverEditor>();
        var input = new CoverInput("1001", "1003", _start, _start.AddDays(1), Groups: true);
        foreach (var stranger in new[] { _owner with { Role = Role.Reporter, Own = new(_pbx, "1001") },
            _owner with { Role = Role.User, Own = new(_pbx, "1002") }, _owner with { OrganizationId = Guid.NewGuid() } })
            Assert.Equal(Core.Shared.FailureKind.Forbidden, (await covers.CoverAsync(stranger, _pbx, input, Cancel)).Failure?.Kind);
        Assert.True((await covers.CoverAsync(await UserOfAsync("1001"), _pbx, input, Cancel)).Ok);
        await RunAsync(_start);
        Assert.Equal(new ExtensionDestination { Number = "1003" }, Anna.Forwarding.Always);
        Assert.Equal(["1003", "1002", "1004"], Members("Front desk"));
        Assert.Equal(["1002", "1003"], Members("Billing").Order());
        Assert.True((await covers.EndAsync(await UserOfAsync("1001"), _pbx, "1001", (await ListAsync()).Single().Id, Cancel)).Ok);
        Assert.Equal(["1001", "1002", "1004"], Members("Front desk"));
        Assert.Null(Anna.Forwarding.Always);
    }

    [Fact]
    public async Task The_API_plans_shows_and_reverts_changes()
    {
        var path = $"/api/v1/pbxs/{_pbx}/scheduled-changes";
        using var wrong =
            await _client.PostAsJsonAsync(
                path, new {
                    title = "x", from = _start, changes =
                    new object[] { new { kind = "extensions", key = "1001", value = new { ringTimeout = 1 } },
                        new { kind = "nothing", value = new { } } }
                }, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var body = new {
            title = "Quiet", from = _start, until = _start.AddDays(1),
            changes = new object[] { new { kind = "extensions", key = "1001", value = new { ringTimeout = 1 } },
                new { kind = "nothing", value = new { } } }
        };
        using var members = await _client.PostAsJsonAsync(path, body, Cancel);
        var errors = (await members.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["errors"]!.AsObject().Select(e => e.Key);
        Assert.Equal(["/changes/0/value/ringTimeout", "/changes/1/kind"], errors.Order());
        using var planned =
            await _client.PostAsJsonAsync(
                path, new {
                    title = "Quiet", from = _start, until = _start.AddDays(1),
                    changes = new[] { new { kind = "extensions", key = "1001", value = new { ringTimeout = 33 } } }
                }, Cancel);
        Assert.Equal(HttpStatusCode.Created, planned.StatusCode);
        var one = (await _client.GetFromJsonAsync<JsonObject>(planned.Headers.Location, Cancel))!;
        Assert.Equal(("planned", 33), ((string)one["state"]!, (int)one["changes"]![0]!["after"]!["ringTimeout"]!));
        Assert.Single((await _client.GetFromJsonAsync<JsonObject>(path + "?show=coming", Cancel))!["items"]!.AsArray());
        using var gone = await _client.DeleteAsync(planned.Headers.Location, Cancel);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await RunAsync(_start);
        Assert.NotEqual(33, Anna.RingTimeout);
        Assert.Empty((await _client.GetFromJsonAsync<JsonObject>(path + "?show=coming", Cancel))!["items"]!.AsArray());
        using var supervisor = _portal.Client(await _portal.KeyAsync("Supervisor", Cancel));
        using var refused = await supervisor.PostAsJsonAsync(path, new { }, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private UserExtension Anna => Person("1001");

    private UserExtension Person(string number) =>
        (UserExtension)_portal.Services.GetRequiredService<ConfigurationStore>().Find(_pbx)!.Document.Find(ObjectKind.Extensions, number)!;

    private IEnumerable<string?> Members(string group) => _portal.Services.GetRequiredService<ConfigurationStore>()
        .Find(_pbx)!.Document.RingGroups.Single(g => g.Name == group).Members.Select(m => m.Extension);

    private async Task PlanAsync(string title, DateTimeOffset from, DateTimeOffset? until, Func<UserExtension, UserExtension> change)
    {
        var planned = await TryAsync(title, from, until, change);
        Assert.True(planned.Ok, planned.Failure?.Message);
    }

    private Task<Core.Shared.Result<ScheduledChange>> TryAsync(string title, DateTimeOffset from, DateTimeOffset? until,
        Func<UserExtension, UserExtension> change) =>
        _portal.Services.GetRequiredService<ScheduledChangeEditor>()
            .PlanAsync(_owner, _pbx, new ScheduleInput(title, from, until), present => With(present.Document, change), Cancel);

    private static PbxDocument With(PbxDocument document, Func<UserExtension, UserExtension> change) =>
        document with { Extensions = [.. document.Extensions.Select(e => e is UserExtension { Number: "1001" } user ? change(user) : e)] };

    private async Task ChangeAsync(Func<UserExtension, UserExtension> change) =>
        Assert.True((await _portal.Services.GetRequiredService<ConfigurationEditor>()
            .ReplaceAsync(_owner, _pbx, ObjectKind.Extensions, "1001", change(Anna), null, Cancel)).Ok);

    private Task RunAsync(DateTimeOffset now, ComingChanges? coming = null)
    {
        var services = _portal.Services;
        var runner = new ScheduledChangeRunner(
            services.GetRequiredService<Database>(), services.GetRequiredService<ConfigurationWriter>(), coming
                ?? services.GetRequiredService<ComingChanges>(),
            services.GetRequiredService<NoticeStore>(), new FakeTimeProvider(now), NullLogger<ScheduledChangeRunner>.Instance);
        return runner.RunDueAsync(Cancel);
    }

    private async Task<IReadOnlyList<ScheduledChange>> ListAsync() =>
        (await _portal.Services.GetRequiredService<ScheduledChangeDirectory>()
            .ListAsync(_owner, _pbx, null, new Core.Shared.ListQuery(), Cancel)).Value!.Items;

    private IReadOnlyList<string> Rings(DateTimeOffset at)
    {
        var result = _portal.Services.GetRequiredService<SimulationRunner>()
            .Run(_owner, _pbx, new SimulationRequest { From = "+12025550143", To = "+12125550101", At = at });
        return result.Value!.Waits.First(w => w.Kind == SimulationWaitKind.Ring).Targets;
    }

    private async Task<Actor> UserOfAsync(string number)
    {
        await using var db = _portal.Services.GetRequiredService<Database>().OpenFor(_owner.OrganizationId);
        var user = await db.Users.SingleAsync(Cancel);
        (user.PbxId, user.Extension) = (_pbx, number);
        await db.SaveChangesAsync(Cancel);
        return new Actor(_owner.OrganizationId, Role.User, "anna@acme.example", ActorSource.Portal, new OwnExtension(_pbx, number),
            user.Id);
    }
}
