using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Users.SelfService;

namespace Opbx.Tests.Configuration.ScheduledChanges;

/// <summary>What people plan: foreseen, without crossing each other, for somebody who is away, and over the API.</summary>
public sealed class PlanningTests : SchedulePortal
{
    [Fact]
    public async Task The_simulator_knows_what_is_to_come()
    {
        await PlanAsync("Away", Start, Start.AddDays(1), e => e
            with { Forwarding = e.Forwarding with { Always = new ExtensionDestination { Number = "1002" } } });
        Assert.Equal(["1001"], Rings(Start.AddMinutes(-1)));
        Assert.Equal(["1002"], Rings(Start));
        Assert.Equal(["1001"], Rings(Start.AddDays(1)));
        using var answer =
            await Client.PostAsJsonAsync($"/api/v1/pbxs/{Pbx}/simulations",
                new { from = "+12025550143", to = "+12125550101", at = Start }, Cancel);
        Assert.Equal("Away", (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["scheduledChanges"]![0]!);
    }

    [Fact]
    public async Task Changes_that_would_cross_are_refused_and_those_within_each_other_are_not()
    {
        await PlanAsync("First", Start, Start.AddDays(10), e => e with { RingTimeout = 33 });
        Assert.Contains(
            "First", (await TryAsync("Crossing", Start.AddDays(5), Start.AddDays(15), e => e with { RingTimeout = 44 })).Failure!.Message,
            StringComparison.Ordinal);
        await PlanAsync("Within", Start.AddDays(5), Start.AddDays(6), e => e with { RingTimeout = 44 });
        await PlanAsync("Of another member", Start.AddDays(5), Start.AddDays(15), e => e with { DoNotDisturb = true });
        await RunAsync(Start);
        await RunAsync(Start.AddDays(5));
        Assert.Equal(44, Anna.RingTimeout);
        await RunAsync(Start.AddDays(6));
        Assert.Equal(33, Anna.RingTimeout);
    }

    [Fact]
    public async Task Somebody_covers_also_in_groups_and_only_for_those_who_may()
    {
        var covers = Portal.Get<CoverEditor>();
        var input = new CoverInput("1001", "1003", Start, Start.AddDays(1), Groups: true);
        foreach (var stranger in new[] { Owner with { Role = Role.Reporter, Own = new(Pbx, "1001") },
            Owner with { Role = Role.User, Own = new(Pbx, "1002") }, Owner with { OrganizationId = Guid.NewGuid() } })
            Assert.Equal(Core.Shared.FailureKind.Forbidden, (await covers.CoverAsync(stranger, Pbx, input, Cancel)).Failure?.Kind);
        Assert.True((await covers.CoverAsync(await UserOfAsync("1001"), Pbx, input, Cancel)).Ok);
        await RunAsync(Start);
        Assert.Equal(new ExtensionDestination { Number = "1003" }, Anna.Forwarding.Always);
        Assert.Equal(["1003", "1002", "1004"], Members("Front desk"));
        Assert.Equal(["1002", "1003"], Members("Billing").Order());
        Assert.True((await covers.EndAsync(await UserOfAsync("1001"), Pbx, "1001", (await ListAsync()).Single().Id, Cancel)).Ok);
        Assert.Equal(["1001", "1002", "1004"], Members("Front desk"));
        Assert.Null(Anna.Forwarding.Always);
    }

    [Fact]
    public async Task The_API_plans_shows_and_reverts_changes()
    {
        var path = $"/api/v1/pbxs/{Pbx}/scheduled-changes";
        using var wrong =
            await Client.PostAsJsonAsync(
                path, new {
                    title = "x", from = Start, changes =
                    new object[] { new { kind = "extensions", key = "1001", value = new { ringTimeout = 1 } },
                        new { kind = "nothing", value = new { } } }
                }, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var body = new {
            title = "Quiet", from = Start, until = Start.AddDays(1),
            changes = new object[] { new { kind = "extensions", key = "1001", value = new { ringTimeout = 1 } },
                new { kind = "nothing", value = new { } } }
        };
        using var members = await Client.PostAsJsonAsync(path, body, Cancel);
        var errors = (await members.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["errors"]!.AsObject().Select(e => e.Key);
        Assert.Equal(["/changes/0/value/ringTimeout", "/changes/1/kind"], errors.Order());
        using var planned =
            await Client.PostAsJsonAsync(
                path, new {
                    title = "Quiet", from = Start, until = Start.AddDays(1),
                    changes = new[] { new { kind = "extensions", key = "1001", value = new { ringTimeout = 33 } } }
                }, Cancel);
        Assert.Equal(HttpStatusCode.Created, planned.StatusCode);
        var one = (await Client.GetFromJsonAsync<JsonObject>(planned.Headers.Location, Cancel))!;
        Assert.Equal(("planned", 33), ((string)one["state"]!, (int)one["changes"]![0]!["after"]!["ringTimeout"]!));
        Assert.Single((await Client.GetFromJsonAsync<JsonObject>(path + "?show=coming", Cancel))!["items"]!.AsArray());
        using var gone = await Client.DeleteAsync(planned.Headers.Location, Cancel);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await RunAsync(Start);
        Assert.NotEqual(33, Anna.RingTimeout);
        Assert.Empty((await Client.GetFromJsonAsync<JsonObject>(path + "?show=coming", Cancel))!["items"]!.AsArray());
        using var supervisor = Portal.Client(await Portal.KeyAsync("Supervisor", Cancel));
        using var refused = await supervisor.PostAsJsonAsync(path, new { }, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
