using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users;

namespace Opbx.Tests.Organizations;

public sealed class OrganizationTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private const string Path = "/api/v1/organizations";
    private const string Password = "a long enough password";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_organization_comes_with_a_phone_system_an_invitation_and_a_key_of_its_own()
    {
        using var platform = portal.Client();
        var (status, made) =
            await platform.SendAsync(
                HttpMethod.Post, Path, new { name = "  Blue Door  ", timeZone = "Europe/London", ownerEmail = "ann@blue.example" });

        Assert.Equal(201, status);
        Assert.Equal(("Blue Door", "Europe/London", true, "active"),
            ((string)made!["name"]!, (string)made["timeZone"]!, (bool)made["active"]!, (string)made["state"]!));
        Assert.StartsWith("http://127.0.0.1/invitation?token=", (string)made["invitationLink"]!, StringComparison.Ordinal);
        using var owner = portal.Client((string)made["key"]!);
        var (_, pbxs) = await owner.SendAsync(HttpMethod.Get, "/api/v1/pbxs");
        Assert.Equal((string)made["pbx"]!["uuid"]!, (string)Assert.Single(pbxs!["items"]!.AsArray())!["uuid"]!);
        Assert.Equal("ann@blue.example",
            (string?)Assert.Single((await owner.SendAsync(HttpMethod.Get, "/api/v1/users")).Body!["items"]!.AsArray())!["email"]);
        Assert.Contains("Blue Door", Keys(await HistoryAsync(owner)));
        Assert.Contains("Blue Door", Keys(await HistoryAsync(platform)));
        Assert.Equal(403, (await owner.SendAsync(HttpMethod.Get, Path)).Status);
        Assert.Equal(403, (await owner.SendAsync(HttpMethod.Get, $"{Path}/{made["id"]}")).Status);
    }

    [Fact]
    public async Task Only_the_key_of_the_bootstrap_manages_organizations_and_not_another_owners()
    {
        using var owner = portal.Client(await portal.KeyAsync("Owner", Cancel));

        Assert.Equal(403, (await owner.SendAsync(HttpMethod.Post, Path, new { nonsense = 1 })).Status);
        Assert.Equal(403, (await owner.SendAsync(HttpMethod.Get, Path)).Status);
    }

    [Fact]
    public async Task Names_and_addresses_are_unique_regardless_of_case()
    {
        using var platform = portal.Client();
        await MakeAsync(platform, "Twice");

        Assert.Equal(409,
            (await platform.SendAsync(HttpMethod.Post, Path, new { name = "tWICE", ownerEmail = "other@twice.example" })).Status);
        Assert.Equal(409,
            (await platform.SendAsync(HttpMethod.Post, Path, new { name = "Thrice", ownerEmail = "OWNER@twice.example" })).Status);
        var (status, problem) =
            await platform.SendAsync(
                HttpMethod.Post, Path, new { name = "x", timeZone = "Mars/Base", ownerEmail = "nobody", ownerPassword = "short" });
        Assert.Equal(422, status);
        Assert.Equal(["/name", "/ownerEmail", "/ownerPassword", "/timeZone"], problem!["errors"]!.AsObject().Select(e => e.Key)
            .Order(StringComparer.Ordinal));
        var (_, other) = await MakeAsync(platform, "Another");
        Assert.Equal(409, (await platform.SendAsync(HttpMethod.Patch, $"{Path}/{other["id"]}", new { name = "TWICE" })).Status);
        Assert.Equal(200, (await platform.SendAsync(HttpMethod.Patch, $"{Path}/{other["id"]}", new { name = "ANOTHER" })).Status);
        Assert.Equal(404, (await platform.SendAsync(HttpMethod.Patch, $"{Path}/{Guid.NewGuid()}", new { name = "Nobody" })).Status);
    }

    [Fact]
    public async Task Suspending_stops_people_keys_and_calls_until_resumed()
    {
        using var platform = portal.Client();
        var (key, made) = await MakeAsync(platform, "Pause");
        using var owner = portal.Client(key);
        using var person = new HttpVisitor(portal, followRedirects: false);
        Assert.Equal(302, (await person.SignInAsync("owner@pause.example", Password)).Status);
        Assert.Contains("Dashboard", await person.TextAsync("/"), StringComparison.Ordinal);

        var (status, suspended) = await platform.SendAsync(HttpMethod.Patch, $"{Path}/{made["id"]}", new { active = false });

        Assert.Equal((200, "suspended"), (status, (string?)suspended!["state"]));
        Assert.Equal(401, (await owner.SendAsync(HttpMethod.Get, "/api/v1/pbxs")).Status);
        Assert.StartsWith("/sign-in", (await person.GetAsync("/")).Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("not in service", await CallAsync((Guid)made["pbx"]!["uuid"]!), StringComparison.Ordinal);

        Assert.Equal(200, (await platform.SendAsync(HttpMethod.Patch, $"{Path}/{made["id"]}", new { active = true })).Status);
        Assert.Equal(200, (await owner.SendAsync(HttpMethod.Get, "/api/v1/pbxs")).Status);
        Assert.DoesNotContain("not in service", await CallAsync((Guid)made["pbx"]!["uuid"]!), StringComparison.Ordinal);
        using var again = new HttpVisitor(portal, followRedirects: false);
        Assert.Equal(302, (await again.SignInAsync("owner@pause.example", Password)).Status);
        Assert.Contains(await HistoryAsync(owner), e => (string?)e["kind"] == "organizations"
            && (string?)e["after"]!["state"] == "Suspended");
    }

    [Fact]
    public async Task A_deletion_says_when_it_happens_and_can_be_taken_back_until_then()
    {
        using var platform = portal.Client();
        var (key, made) = await MakeAsync(platform, "Farewell");
        using var owner = portal.Client(key);

        var (status, deleted) = await platform.SendAsync(HttpMethod.Delete, $"{Path}/{made["id"]}");

        Assert.Equal((202, "deleting"), (status, (string?)deleted!["state"]));
        Assert.Equal(30, ((DateTimeOffset)deleted["deleteAfter"]! - TimeProvider.System.GetUtcNow()).TotalDays, tolerance: 0.1);
        Assert.Equal(401, (await owner.SendAsync(HttpMethod.Get, "/api/v1/pbxs")).Status);
        Assert.Equal((string?)deleted["deleteAfter"],
            (string?)(await platform.SendAsync(HttpMethod.Delete, $"{Path}/{made["id"]}")).Body!["deleteAfter"]);

        var (_, back) = await platform.SendAsync(HttpMethod.Patch, $"{Path}/{made["id"]}", new { active = true });
        Assert.Equal(("active", true), ((string?)back!["state"], back["deleteAfter"] is null));
        Assert.Equal(200, (await owner.SendAsync(HttpMethod.Get, "/api/v1/pbxs")).Status);
    }

    [Fact]
    public async Task The_organization_that_runs_the_portal_stays_in_service()
    {
        using var platform = portal.Client();
        var own = (await platform.SendAsync(HttpMethod.Get, $"{Path}?search=acme")).Body!["items"]!.AsArray().Single()!["id"];

        Assert.Equal(409, (await platform.SendAsync(HttpMethod.Delete, $"{Path}/{own}")).Status);
        Assert.Equal(409, (await platform.SendAsync(HttpMethod.Patch, $"{Path}/{own}", new { active = false })).Status);
        Assert.Equal(200, (await platform.SendAsync(HttpMethod.Patch, $"{Path}/{own}", new { timeZone = "America/New_York" })).Status);
    }

    [Fact]
    public async Task Owners_who_do_not_run_the_portal_cannot_take_over_operator_accounts()
    {
        using var owner = portal.Client(await portal.KeyAsync("Owner", Cancel));
        var admin = (await owner.SendAsync(HttpMethod.Get, "/api/v1/users")).Body!["items"]!.AsArray()
            .Single(u => (string?)u!["email"] == TestPortal.OwnerEmail)!["id"];

        Assert.Equal(403, (await owner.SendAsync(HttpMethod.Patch, $"/api/v1/users/{admin}", new { role = "Reporter" })).Status);
        Assert.Equal(403, (await owner.SendAsync(HttpMethod.Delete, $"/api/v1/users/{admin}")).Status);
    }

    [Fact]
    public async Task Who_runs_the_portal_lets_others_do_it_too_and_nobody_decides_about_themselves()
    {
        var editor = portal.Services.GetRequiredService<UserEditor>();
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        var first = await db.Users.AsNoTracking().SingleAsync(u => u.Email == TestPortal.OwnerEmail, Cancel);
        var admin = new Actor(first.OrganizationId, Role.Owner, first.UserName!, ActorSource.Portal, UserId: first.Id,
            IsPlatformAdmin: true);
        var other = (await editor.InviteAsync(admin, "second@acme.example", null, Role.Admin, null, Cancel)).Value!.User;
        Assert.False((await editor.SetPlatformAdminAsync(admin with { IsPlatformAdmin = false }, other.Id, runs: true, Cancel)).Ok);
        Assert.False((await editor.SetPlatformAdminAsync(admin, first.Id, runs: false, Cancel)).Ok);

        var ended = new List<Guid>();
        portal.Services.GetRequiredService<SessionEnds>().Ended += told =>
        {
            ended.Add(told.UserId);
            return Task.CompletedTask;
        };
        Assert.True((await editor.SetPlatformAdminAsync(admin, other.Id, runs: true, Cancel)).Value!.IsPlatformAdmin);
        Assert.False((await editor.SetPlatformAdminAsync(admin, other.Id, runs: false, Cancel)).Value!.IsPlatformAdmin);
        Assert.Equal([other.Id, other.Id], ended.Where(id => id == other.Id));
        using var client = portal.Client();
        Assert.Contains(await HistoryAsync(client), e => (string?)e["key"] == "second@acme.example"
            && (bool?)e["after"]?["platformAdmin"] == true);
    }

    private static async Task<(string Key, JsonNode Made)> MakeAsync(HttpClient platform, string name)
    {
        var (status, made) =
            await platform.SendAsync(
                HttpMethod.Post, Path, new { name, ownerEmail = $"owner@{name.ToLowerInvariant()}.example", ownerPassword = Password });
        Assert.Equal(201, status);
        Assert.Null(made!["invitationLink"]);
        return ((string)made["key"]!, made);
    }

    private static async Task<IReadOnlyList<JsonNode>> HistoryAsync(HttpClient client) =>
        [.. (await client.SendAsync(HttpMethod.Get, "/api/v1/history?limit=500")).Body!["items"]!.AsArray().Select(e => e!)];

    private static IEnumerable<string?> Keys(IEnumerable<JsonNode> entries) =>
        entries.Where(e => (string?)e["kind"] == "organizations").Select(e => (string?)e["key"]);

    /// <summary>What a caller hears: always a valid document with status 200.</summary>
    private async Task<string> CallAsync(Guid pbxId)
    {
        var (path, key) = await portal.EndpointAsync(pbxId);
        using var client = portal.Client(key);
        using var body =
            new StringContent(
                """{"Session":"0123456789abcdef0123456789abcdef","From":"+12025550143","To":"+12125550100","Direction":"inbound"}""",
                MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await client.PostAsync($"/hooks/{path}/voice", body, Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Root!.Value;
    }
}
