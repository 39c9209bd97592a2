using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Opbx.Tests.Users;

public sealed class UserRulesTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_is_invited_changed_and_removed()
    {
        using var owner = portal.Client();
        var (status, sue) =
            await SendAsync(owner, HttpMethod.Post, "/api/v1/users", new { email = "sue@acme.example", name = "Sue", role = "Supervisor" });
        Assert.Equal(201, status);
        Assert.StartsWith("http://127.0.0.1/invitation?token=", (string)sue!["invitationLink"]!, StringComparison.Ordinal);
        var path = $"/api/v1/users/{sue["id"]}";

        Assert.Equal(409,
            (await SendAsync(owner, HttpMethod.Post, "/api/v1/users", new { email = "SUE@acme.example", role = "Reporter" })).Status);
        Assert.Equal(200, (await SendAsync(owner, HttpMethod.Patch, path, new { role = "Reporter" })).Status);
        Assert.Equal("Reporter", (string?)(await SendAsync(owner, HttpMethod.Get, path)).Body!["role"]);
        Assert.Equal(204, (await SendAsync(owner, HttpMethod.Delete, path)).Status);
        Assert.Equal(404, (await SendAsync(owner, HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task Faults_of_an_invitation_come_together()
    {
        using var owner = portal.Client();
        var (status, problem) = await SendAsync(owner, HttpMethod.Post, "/api/v1/users", new { email = 7, role = "Emperor", rank = 1 });

        Assert.Equal(422, status);
        Assert.Equal(["/email", "/rank", "/role"], problem!["errors"]!.AsObject().Select(e => e.Key));
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        using var owner = portal.Client();
        var (_, list) = await SendAsync(owner, HttpMethod.Get, "/api/v1/users");
        var path = $"/api/v1/users/{list!["items"]!.AsArray().Single(u => (string?)u!["role"] == "Owner")!["id"]}";

        Assert.Equal(409, (await SendAsync(owner, HttpMethod.Delete, path)).Status);
        Assert.Equal(409, (await SendAsync(owner, HttpMethod.Patch, path, new { role = "Reporter" })).Status);
        Assert.Equal(409, (await SendAsync(owner, HttpMethod.Patch, path, new { active = false })).Status);
    }

    [Fact]
    public async Task Admins_do_not_touch_owners_and_admins()
    {
        using var owner = portal.Client();
        using var admin = portal.Client(await portal.KeyAsync("Admin", Cancel));
        var (_, ben) = await SendAsync(owner, HttpMethod.Post, "/api/v1/users", new { email = "ben@acme.example", role = "Admin" });
        var (_, rob) = await SendAsync(admin, HttpMethod.Post, "/api/v1/users", new { email = "rob@acme.example", role = "Reporter" });

        Assert.Equal(403,
            (await SendAsync(admin, HttpMethod.Post, "/api/v1/users", new { email = "eve@acme.example", role = "Owner" })).Status);
        Assert.Equal(403, (await SendAsync(admin, HttpMethod.Patch, $"/api/v1/users/{ben!["id"]}", new { role = "Reporter" })).Status);
        Assert.Equal(403, (await SendAsync(admin, HttpMethod.Delete, $"/api/v1/users/{ben["id"]}")).Status);
        Assert.Equal(403, (await SendAsync(admin, HttpMethod.Patch, $"/api/v1/users/{rob!["id"]}", new { role = "Admin" })).Status);
        Assert.Equal(200, (await SendAsync(admin, HttpMethod.Patch, $"/api/v1/users/{rob["id"]}", new { role = "Supervisor" })).Status);
    }

    [Fact]
    public async Task Changes_of_users_and_keys_are_in_the_history_without_secrets()
    {
        using var owner = portal.Client();
        await SendAsync(owner, HttpMethod.Post, "/api/v1/users", new { email = "kim@acme.example", role = "Reporter" });
        var key = await portal.KeyAsync("Reporter", Cancel);
        var entries = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var (status, page) =
                await SendAsync(owner, HttpMethod.Get, $"/api/v1/history?limit=1{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.Equal(200, status);
            entries.AddRange(page!["items"]!.AsArray().Select(e => e!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);

        Assert.Contains(entries, e => (string?)e["kind"] == "users" && (string?)e["key"] == "kim@acme.example"
            && (string?)e["after"]!["role"] == "Reporter");
        Assert.Equal(entries.Count, entries.Select(e => (string?)e["id"]).Distinct().Count());
        Assert.Equal(entries.OrderByDescending(e => (DateTimeOffset)e["at"]!)
            .Select(e => (string?)e["id"]), entries.Select(e => (string?)e["id"]));
        Assert.DoesNotContain(entries, e => e.ToJsonString().Contains(key, StringComparison.Ordinal));
    }

    private static async Task<(int Status, JsonNode? Body)> SendAsync(HttpClient client, HttpMethod method, string path,
        object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
