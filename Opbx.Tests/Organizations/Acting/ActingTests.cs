using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Organizations.Acting;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users;
using Opbx.Core.Users.Acting;

namespace Opbx.Tests.Organizations.Acting;

public sealed class ActingTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private const string Reason = "Ticket 4711: wrong greeting";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_platform_admin_works_as_the_organization_under_a_banner_until_they_stop()
    {
        var (globex, key) = await FoundAsync("Globex");
        using var admin = await SignInAsync();
        await BeginAsync(admin, globex);

        var page = await admin.TextAsync("/");
        Assert.Contains("owner@acme.example acts as Globex", page, StringComparison.Ordinal);
        Assert.Contains(Reason, page, StringComparison.Ordinal);
        Assert.Contains("ann@globex.example", await admin.TextAsync("/users"), StringComparison.Ordinal);
        // The rights of a platform admin and the own account are away meanwhile.
        Assert.StartsWith("/no-permission", (await admin.GetAsync("/platform/organizations")).Location!.PathAndQuery,
            StringComparison.Ordinal);
        Assert.Equal(200,
            (await admin.SendAsync("/account/password", "password", ("Form.Present", TestPortal.OwnerPassword),
                ("Form.Wanted", "another long password"))).Status);

        Assert.EndsWith("/platform/organizations", (await admin.SendAsync("/acting/stop", "stop-acting")).Location!.OriginalString,
            StringComparison.Ordinal);
        Assert.DoesNotContain("acts as", await admin.TextAsync("/"), StringComparison.Ordinal);
        Assert.Contains("owner@acme.example", await admin.TextAsync("/users"), StringComparison.Ordinal);
        using var again = await SignInAsync();

        foreach (var client in new[] { portal.Client(), portal.Client(key) })
        {
            using (client)
            {
                var entries = await HistoryAsync(client, "Globex");
                Assert.Contains(entries, e => (bool?)e["after"]!["began"] == true && (string?)e["after"]!["reason"] == Reason
                    && (string?)e["actor"] == TestPortal.OwnerEmail);
                Assert.Contains(entries, e => (string?)e["after"]!["ended"] == "Stopped");
            }
        }
    }

    [Fact]
    public async Task A_reason_is_needed_and_the_own_organization_is_none_to_act_for()
    {
        var (id, _) = await FoundAsync("Reasonable");
        using var admin = await SignInAsync();
        var refused = await admin.SendAsync(Path(id), "act", ("Form.Reason", "why"));
        Assert.Equal(200, refused.Status);
        Assert.Contains("A reason needs 5 to 200 characters.", refused.Html, StringComparison.Ordinal);

        var editor = portal.Services.GetRequiredService<ActingEditor>();
        var person = await AdminAsync();
        Assert.False((await editor.BeginAsync(person, person.OrganizationId, Reason, Cancel)).Ok);
        Assert.False((await editor.BeginAsync(person, Guid.NewGuid(), Reason, Cancel)).Ok);
        Assert.False((await editor.BeginAsync(person with { IsPlatformAdmin = false }, id, Reason, Cancel)).Ok);
        Assert.False((await editor.BeginAsync(person, id, new string('x', 201), Cancel)).Ok);
    }

    [Fact]
    public async Task Changes_meanwhile_name_the_person_and_the_organization()
    {
        var (id, key) = await FoundAsync("Named");
        var grant = (await portal.Services.GetRequiredService<ActingEditor>().BeginAsync(await AdminAsync(), id, Reason, Cancel)).Value!;
        using var admin = await SignInAsync();
        admin.SetCookie("opbx-acting", grant.Id.ToString("N"));
        Assert.Contains("acts as Named", await admin.TextAsync("/"), StringComparison.Ordinal);

        using var owner = portal.Client(key);
        await portal.Services.GetRequiredService<UserEditor>()
            .InviteAsync(new Actor(id, Role.Owner, $"{TestPortal.OwnerEmail} acting for Named", ActorSource.Portal), "new@named.example",
                null, Role.User, null, Cancel);
        Assert.Contains((await owner.SendAsync(HttpMethod.Get, "/api/v1/history?limit=500")).Body!["items"]!.AsArray(),
            e => (string?)e!["key"] == "new@named.example" && (string?)e["actor"] == "owner@acme.example acting for Named");
    }

    [Fact]
    public async Task The_cookie_of_a_grant_opens_nothing_for_anybody_else()
    {
        var (id, _) = await FoundAsync("Coveted");
        var grant = (await portal.Services.GetRequiredService<ActingEditor>().BeginAsync(await AdminAsync(), id, Reason, Cancel)).Value!;
        using var platform = portal.Client();
        await platform.SendAsync(HttpMethod.Post, "/api/v1/organizations",
            new { name = "Covetous", ownerEmail = "eve@covetous.example", ownerPassword = "a long enough password" });

        using var eve = await SignInAsync("eve@covetous.example", "a long enough password");
        eve.SetCookie("opbx-acting", grant.Id.ToString("N"));
        Assert.DoesNotContain("ann@coveted.example", await eve.TextAsync("/users"), StringComparison.Ordinal);
        using var nobody = new HttpVisitor(portal, followRedirects: false);
        nobody.SetCookie("opbx-acting", grant.Id.ToString("N"));
        Assert.StartsWith("/sign-in", (await nobody.GetAsync("/users")).Location!.PathAndQuery, StringComparison.Ordinal);
        using var other = await SignInAsync();
        Assert.DoesNotContain("acts as", await other.TextAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acting_ends_with_the_session_with_the_organization_and_with_the_next_one()
    {
        var (first, _) = await FoundAsync("First");
        var (second, key) = await FoundAsync("Second");
        using var admin = await SignInAsync();
        await BeginAsync(admin, first);
        var editor = portal.Services.GetRequiredService<ActingEditor>();
        var person = await AdminAsync();
        var next = (await editor.BeginAsync(person, second, Reason, Cancel)).Value!;
        Assert.DoesNotContain("acts as", await admin.TextAsync("/"), StringComparison.Ordinal);

        admin.SetCookie("opbx-acting", next.Id.ToString("N"));
        Assert.Contains("acts as Second", await admin.TextAsync("/"), StringComparison.Ordinal);
        using (var platform = portal.Client()) await platform.SendAsync(HttpMethod.Delete, $"/api/v1/organizations/{second}");
        Assert.DoesNotContain("acts as", await admin.TextAsync("/"), StringComparison.Ordinal);
        Assert.False((await editor.BeginAsync(person, second, Reason, Cancel)).Ok);

        var third = (await editor.BeginAsync(person, first, Reason, Cancel)).Value!;
        await portal.Services.GetRequiredService<SessionEnds>().NotifyAsync(person.UserId!.Value, stamp: null);
        Assert.Null(portal.Services.GetRequiredService<ActingGrants>().Find(third.Id, person.UserId.Value));
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        Assert.False(await db.ActingGrants.AnyAsync(g => g.UserId == person.UserId, Cancel));
        Assert.NotEqual("", key);
    }

    [Fact]
    public async Task The_right_survives_revalidation_and_a_restart()
    {
        var (id, _) = await FoundAsync("Durable");
        var grants = portal.Services.GetRequiredService<ActingGrants>();
        var person = await AdminAsync();
        var grant = (await portal.Services.GetRequiredService<ActingEditor>().BeginAsync(person, id, Reason, Cancel)).Value!;
        using var admin = await SignInAsync();
        admin.SetCookie("opbx-acting", grant.Id.ToString("N"));
        // The session is looked at with the next request whenever something was told about the person.
        var before = admin.Cookie("opbx");
        Assert.Contains("acts as Durable", await admin.TextAsync("/"), StringComparison.Ordinal);
        Assert.Equal(before, admin.Cookie("opbx"));

        var restarted = new ActingGrants(portal.Services.GetRequiredService<Database>(), TimeProvider.System);
        await restarted.LoadAsync(Cancel);
        Assert.Equal(Reason, restarted.Find(grant.Id, person.UserId!.Value)?.Reason);
        Assert.Null(restarted.Find(grant.Id, Guid.NewGuid()));
        Assert.NotNull(grants.Find(grant.Id, person.UserId.Value));
    }

    [Fact]
    public async Task It_ends_by_itself_after_an_hour_and_says_so_in_both_histories()
    {
        var (id, key) = await FoundAsync("Hourly");
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var database = portal.Services.GetRequiredService<Database>();
        var grants = new ActingGrants(database, clock);
        var editor = new ActingEditor(database, grants, clock);
        var person = await AdminAsync();
        var grant = (await editor.BeginAsync(person, id, Reason, Cancel)).Value!;
        Assert.Equal(TimeSpan.FromMinutes(60), grant.Until - clock.GetUtcNow());

        clock.Advance(TimeSpan.FromMinutes(59));
        await editor.EndOverdueAsync(Cancel);
        Assert.NotNull(grants.Find(grant.Id, person.UserId!.Value));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(grants.Find(grant.Id, person.UserId.Value));
        await editor.EndOverdueAsync(Cancel);
        Assert.Null(grants.Find(grant.Id, person.UserId.Value));
        using var owner = portal.Client(key);
        Assert.Contains(await HistoryAsync(owner, "Hourly"), e => (string?)e["after"]!["ended"] == "The time was over");
    }

    private static string Path(Guid id) => $"/platform/organizations/{id}/act";

    private static async Task<IReadOnlyList<JsonNode>> HistoryAsync(HttpClient client, string organization) =>
        [.. (await client.SendAsync(HttpMethod.Get, "/api/v1/history?limit=500")).Body!["items"]!.AsArray().Select(e => e!)
            .Where(e => (string?)e["kind"] == "acting" && (string?)e["key"] == organization)];

    private static async Task BeginAsync(HttpVisitor admin, Guid id) =>
        Assert.Equal(302, (await admin.SendAsync(Path(id), "act", ("Form.Reason", Reason))).Status);

    private async Task<HttpVisitor> SignInAsync(string email = TestPortal.OwnerEmail, string password = TestPortal.OwnerPassword)
    {
        var visitor = new HttpVisitor(portal, followRedirects: false);
        Assert.Equal(302, (await visitor.SignInAsync(email, password)).Status);
        return visitor;
    }

    private async Task<Actor> AdminAsync()
    {
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        var user = await db.Users.SingleAsync(u => u.IsPlatformAdmin, Cancel);
        return new Actor(user.OrganizationId, user.Role, user.UserName!, ActorSource.Portal, UserId: user.Id, IsPlatformAdmin: true);
    }

    private async Task<(Guid Id, string Key)> FoundAsync(string name)
    {
        using var platform = portal.Client();
        var (status, made) =
            await platform.SendAsync(HttpMethod.Post, "/api/v1/organizations",
                new { name, ownerEmail = $"ann@{name.ToLowerInvariant()}.example" });
        Assert.Equal(201, status);
        return ((Guid)made!["id"]!, (string)made["key"]!);
    }
}
