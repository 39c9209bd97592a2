using System.Net;
using System.Net.Http.Json;

namespace Opbx.Tests.Configuration;

public sealed class SecretViewsTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_looks_at_secrets_stands_in_the_history_and_others_do_not_see_them()
    {
        using var owner = portal.Client();
        var pbx = (string)(await owner.SendAsync(HttpMethod.Get, "/api/v1/pbxs")).Body!["items"]![0]!["uuid"]!;
        using (await owner.PostAsJsonAsync($"/api/v1/pbxs/{pbx}/extensions", new { type = "user", number = "1701", name = "Ada" },
            Cancel)) { }
        using (await owner.PostAsJsonAsync("/api/v1/integrations",
            new { name = "Shown", trigger = new[] { "userCreated" }, url = "https://people.example/" }, Cancel)) { }
        var before = await LooksAsync(owner);

        await owner.GetStringAsync($"/api/v1/pbxs/{pbx}/configuration", Cancel);
        await owner.GetStringAsync($"/api/v1/pbxs/{pbx}/extensions/1701", Cancel);
        Assert.Equal(before, await LooksAsync(owner));

        Assert.Contains("\"sipPassword\":\"", await owner.GetStringAsync($"/api/v1/pbxs/{pbx}/configuration?secrets=true", Cancel),
            StringComparison.Ordinal);
        Assert.Contains("\"sipPassword\":\"", await owner.GetStringAsync($"/api/v1/pbxs/{pbx}/extensions/1701?secrets=true", Cancel),
            StringComparison.Ordinal);
        Assert.Contains("\"secret\":\"whsec_", await owner.GetStringAsync("/api/v1/integrations/Shown?secrets=true", Cancel),
            StringComparison.Ordinal);
        Assert.Equal([.. before, "configuration", "extensions", "integrations"], await LooksAsync(owner));

        using var admin = portal.Client(await portal.KeyAsync("Admin", Cancel));
        foreach (var path in new[] { $"/api/v1/pbxs/{pbx}/configuration", $"/api/v1/pbxs/{pbx}/extensions/1701",
            "/api/v1/integrations/Shown" })
        {
            using var refused = await admin.GetAsync($"{path}?secrets=true", Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    /// <summary>The kinds of what was shown, oldest first.</summary>
    private static async Task<IReadOnlyList<string>> LooksAsync(HttpClient client) =>
        [.. (await client.SendAsync(HttpMethod.Get, "/api/v1/history?limit=500")).Body!["items"]!.AsArray()
            .Where(e => (string?)e!["action"] == "secretTouched").Select(e => (string)e!["kind"]!).Reverse()];
}
