using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Document;
using Opbx.Core.Document.Settings;
using Opbx.Core.Notices;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Configuration.ScheduledChanges;

/// <summary>Changes begin and end by themselves.</summary>
public sealed class ScheduledChangeTests : SchedulePortal
{
    [Fact]
    public async Task A_change_begins_and_ends_without_losing_edits_of_others()
    {
        await PlanAsync("Quiet week", Start, Start.AddDays(7), e => e with { RingTimeout = 33, DoNotDisturb = true });
        await RunAsync(Start.AddMinutes(-1));
        Assert.NotEqual(33, Anna.RingTimeout);
        await RunAsync(Start);
        Assert.Equal((33, true), (Anna.RingTimeout, Anna.DoNotDisturb));
        await ChangeAsync(e => e with { Name = "Anna Meyer", RingTimeout = 44 });
        await RunAsync(Start.AddDays(7));
        Assert.Equal(("Anna Meyer", 44, false), (Anna.Name, Anna.RingTimeout, Anna.DoNotDisturb));
        var over = (await ListAsync()).Single();
        Assert.Equal(ScheduledChangeState.Done, over.State);
        Assert.Contains("ringTimeout", over.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_without_an_end_stays_and_stands_in_the_history_with_who_planned_it()
    {
        await PlanAsync("New ring time", Start, null, e => e with { RingTimeout = 33 });
        await RunAsync(Start.AddDays(3));
        Assert.Equal((33, ScheduledChangeState.Done), (Anna.RingTimeout, (await ListAsync()).Single().State));
        var history = (await Client.GetFromJsonAsync<JsonObject>("/api/v1/history?limit=1", Cancel))!["items"]![0]!;
        Assert.Equal(("extensions", "anna@acme.example, scheduled", "system"),
            ((string)history["kind"]!, (string)history["actor"]!, (string)history["source"]!));
    }

    [Fact]
    public async Task Renamed_objects_are_found_and_references_follow()
    {
        await PlanAsync("Away", Start, Start.AddDays(1), e => e
            with { Forwarding = e.Forwarding with { Always = new ExtensionDestination { Number = "1002" } } });
        var editor = Portal.Get<ConfigurationEditor>();
        foreach (var (from, to) in new[] { ("1001", "1011"), ("1002", "1012") })
            Assert.True((await editor.ReplaceAsync(Owner, Pbx, ObjectKind.Extensions, from, Person(from) with { Number = to }, null,
                Cancel)).Ok);
        await RunAsync(Start);
        Assert.Equal(new ExtensionDestination { Number = "1012" }, Person("1011").Forwarding.Always);
        await RunAsync(Start.AddDays(1));
        Assert.Null(Person("1011").Forwarding.Always);
    }

    [Fact]
    public async Task A_change_that_cannot_be_made_any_more_changes_nothing_and_is_told()
    {
        var room = Samples.Acme().ConferenceRooms.Single().Name;
        await PlanAsync("To a room that goes", Start, null,
            e => e with { Forwarding = e.Forwarding with { Always = new ConferenceDestination { Name = room } } });
        var present = Portal.Get<ConfigurationStore>().Find(Pbx)!.Document;
        var without = present with { Extensions = [.. present.Extensions.Where(e => e.Number != "800")], ConferenceRooms = [] };
        Assert.True((await Portal.Get<ConfigurationEditor>()
            .ImportAsync(Owner, Pbx, without, tryOnly: false, Cancel)).Ok);
        await RunAsync(Start);
        Assert.Null(Anna.Forwarding.Always);
        Assert.Equal(ScheduledChangeState.Failed, (await ListAsync()).Single().State);
        Assert.Contains((await Portal.Get<NoticeStore>().OpenAsync(Owner, Cancel))
            .Select(n => n.Text), t => t.Contains("To a room that goes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_that_cannot_end_any_more_says_that_it_is_still_in_force()
    {
        var room = Samples.Acme().ConferenceRooms.Single().Name;
        await ChangeAsync(e => e with { Forwarding = e.Forwarding with { Always = new ConferenceDestination { Name = room } } });
        await PlanAsync("To Ben for a day", Start, Start.AddDays(1),
            e => e with { Forwarding = e.Forwarding with { Always = new ExtensionDestination { Number = "1002" } } });
        await RunAsync(Start);
        var present = Portal.Get<ConfigurationStore>().Find(Pbx)!.Document;
        var without = present with { Extensions = [.. present.Extensions.Where(e => e.Number != "800")], ConferenceRooms = [] };
        Assert.True((await Portal.Get<ConfigurationEditor>()
            .ImportAsync(Owner, Pbx, without, tryOnly: false, Cancel)).Ok);
        await RunAsync(Start.AddDays(1));
        Assert.Equal(new ExtensionDestination { Number = "1002" }, Anna.Forwarding.Always);
        var failed = (await ListAsync()).Single();
        Assert.Equal(ScheduledChangeState.Failed, failed.State);
        Assert.NotNull(failed.Applied);
        Assert.Contains((await Portal.Get<NoticeStore>().OpenAsync(Owner, Cancel))
            .Select(n => n.Text), t => t.Contains("could not end", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deleted_PBX_and_a_change_that_meets_a_fault_do_not_hold_up_the_others()
    {
        var pbxs = Portal.Get<PbxEditor>();
        var other = (await pbxs.CreateAsync(Owner, new PbxSettings { Name = "globex" }, Cancel)).Value;
        var editor = Portal.Get<ScheduledChangeEditor>();
        Assert.True((await editor.PlanAsync(Owner, other, new ScheduleInput("Of a PBX that goes", Start, null),
            p => p.Document with { Pbx = p.Document.Pbx with { RingTimeout = 99 } }, Cancel)).Ok);
        Assert.True((await pbxs.DeleteAsync(Owner, other, Cancel)).Ok);
        Assert.Empty(Portal.Get<ComingChanges>().For(other));

        await PlanAsync("Of which the row is gone", Start, null, e => e with { DoNotDisturb = true });
        await using (var db = Portal.Get<Database>()
            .OpenFor(Owner.OrganizationId)) await db.ScheduledChanges.ExecuteDeleteAsync(Cancel);
        await PlanAsync("Behind it", Start.AddMinutes(1), null, e => e with { RingTimeout = 33 });
        await RunAsync(Start.AddMinutes(2)).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal((33, false), (Anna.RingTimeout, Anna.DoNotDisturb));
    }

    [Fact]
    public async Task After_a_restart_everything_due_is_made_and_what_is_over_by_then_is_not()
    {
        await PlanAsync("Missed wholly", Start, Start.AddHours(1), e => e with { RingTimeout = 33 });
        await PlanAsync("Still in force", Start.AddHours(2), Start.AddHours(20), e => e with { DoNotDisturb = true });
        var coming = new ComingChanges(Portal.Get<Database>(),
            Portal.Get<ConfigurationStore>());
        await coming.LoadAsync(Cancel);
        await RunAsync(Start.AddHours(5), coming);
        Assert.NotEqual(33, Anna.RingTimeout);
        Assert.True(Anna.DoNotDisturb);
        Assert.Equal([ScheduledChangeState.Active, ScheduledChangeState.Failed], (await ListAsync()).Select(c => c.State).Order());
    }
}
