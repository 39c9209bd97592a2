using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Organizations;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;

namespace Opbx.Tests.Hosting;

public sealed class BootstrapTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_database_gets_organization_owner_pbx_and_key()
    {
        await using var portal = await TestPortal.StartAsync(PortalSetup.Production);
        using var client = portal.Client();
        var pbxs = (await client.GetFromJsonAsync<JsonObject>("/api/v1/pbxs", Cancel))!["items"]!.AsArray();
        Assert.Equal("Acme", (string?)Assert.Single(pbxs)!["name"]);
        var users = (await client.GetFromJsonAsync<JsonObject>("/api/v1/users", Cancel))!["items"]!.AsArray();
        Assert.Equal((TestPortal.OwnerEmail, "Owner"), ((string?)Assert.Single(users)!["email"], (string?)users[0]!["role"]));

        await portal.Services.GetRequiredService<Bootstrap>().RunAsync(Cancel);
        Assert.Single((await client.GetFromJsonAsync<JsonObject>("/api/v1/pbxs", Cancel))!["items"]!.AsArray());
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        Assert.True((await db.Users.SingleAsync(Cancel)).IsPlatformAdmin);
    }

    [Fact]
    public async Task Without_a_bootstrap_the_first_visitor_with_the_link_sets_the_portal_up()
    {
        await using var portal = await TestPortal.StartAsync(PortalSetup.Production.WithoutOwner());
        using var client = portal.Client(key: null);
        using (var start = await client.GetAsync("/", Cancel))
            Assert.Equal((HttpStatusCode.Redirect, "/setup"), (start.StatusCode, start.Headers.Location?.OriginalString));
        var editor = portal.Services.GetRequiredService<SetupEditor>();
        var link = portal.Services.GetRequiredService<SetupLink>();
        var token = link.Path["/setup?token=".Length..];
        var input = new SetupInput("Acme", "Anna", "anna@acme.example", "a long enough password", "Europe/Berlin", "DE");

        Assert.Equal(Core.Shared.FailureKind.Forbidden, (await editor.CreateAsync(null, input, Cancel)).Failure?.Kind);
        Assert.Equal(Core.Shared.FailureKind.Forbidden, (await editor.CreateAsync(token + "0", input, Cancel)).Failure?.Kind);
        var faulty = await editor.CreateAsync(token, new SetupInput("", "", "anna", "short", "Mars", "de"), Cancel);
        Assert.Equal(["/country", "/organization", "/ownerEmail", "/ownerName", "/password", "/timeZone"],
            faulty.Failure!.Errors!.ByPointer.Keys.Order());

        Assert.True((await editor.CreateAsync(token, input, Cancel)).Ok);
        Assert.False((await editor.CreateAsync(token, input with { Organization = "Globex" }, Cancel)).Ok);
        Assert.False(link.Opens(token));
        using (var later = await client.GetAsync("/", Cancel))
            Assert.Equal("/sign-in", new Uri(client.BaseAddress!, later.Headers.Location!).AbsolutePath);
        Assert.DoesNotContain(token, portal.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_visitors_at_once_make_one_organization()
    {
        await using var portal = await TestPortal.StartAsync(PortalSetup.Production.WithoutOwner());
        var editor = portal.Services.GetRequiredService<SetupEditor>();
        var token = portal.Services.GetRequiredService<SetupLink>().Path["/setup?token=".Length..];

        var outcomes =
            await Task.WhenAll(new[] { "Acme", "Globex" }
                .Select(name =>
                    editor.CreateAsync(token, new SetupInput(name, "Anna", $"anna@{name}.example", "a long enough password", "UTC"),
                        Cancel)));

        Assert.Single(outcomes, o => o.Ok);
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        Assert.Equal((1, 1, 1),
            (await db.Organizations.CountAsync(Cancel), await db.Users.CountAsync(Cancel), await db.Pbxs.CountAsync(Cancel)));
    }
}
