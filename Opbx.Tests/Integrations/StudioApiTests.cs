using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Account;

namespace Opbx.Tests.Integrations;

/// <summary>What the studio can do, by the API.</summary>
public sealed class StudioApiTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private int Signing() => portal.Services.GetRequiredService<IIntegrationCatalogue>()
        .Secrets(portal.Services.GetRequiredService<AccountIntegrationStore>()
            .For(portal.Services.GetRequiredService<ConfigurationStore>().All.Single().OrganizationId)
            .Single(i => i.Integration.Definition.Name == "People").Integration.Id).Signing.Count;

    [Fact]
    public async Task Secrets_rotate_with_an_overlap_and_replays_are_counted_first()
    {
        using var client = portal.Client();
        var hook = new {
            name = "People", trigger = new[] { "userCreated" }, url = "https://people.example/",
            fields = new[] { new { key = "subject", value = new { text = "Welcome {name}" } } }
        };
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsJsonAsync("/api/v1/integrations", hook, Cancel)).StatusCode);
        Assert.Equal("Welcome {name}",
            (string)(await client.GetFromJsonAsync<JsonObject>("/api/v1/integrations/People", Cancel))!["fields"]![0]!["value"]!["text"]!);

        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await client.PostAsJsonAsync("/api/v1/integrations/People/rotate-secret", new { overlapHours = 169 }, Cancel)).StatusCode);
        Assert.Equal(1, Signing());
        using var rotated = await client.PostAsJsonAsync("/api/v1/integrations/People/rotate-secret", new { overlapHours = 48 }, Cancel);
        var until = (DateTimeOffset)(await rotated.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["previousUntil"]!;
        Assert.InRange(until - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(47), TimeSpan.FromHours(48));
        Assert.Equal(2, Signing());
        Assert.Equal(HttpStatusCode.OK,
            (await client.PostAsJsonAsync("/api/v1/integrations/People/rotate-secret", new { overlapHours = 0 }, Cancel)).StatusCode);
        Assert.Equal(1, Signing());

        var range = new { after = "2026-01-01T00:00:00Z", before = "2036-01-01T00:00:00Z", onlyMissed = true };
        using var counted = await client.PostAsJsonAsync("/api/v1/integrations/People/replay?dryRun=true", range, Cancel);
        Assert.Equal("""{"id":null,"deliveries":0}""", await counted.Content.ReadAsStringAsync(Cancel));
        using var again =
            await client.PostAsync(new Uri("/api/v1/integrations/People/deliveries/redeliver?state=failed&dryRun=true", UriKind.Relative),
                null, Cancel);
        Assert.Equal((HttpStatusCode.Accepted, """{"id":null,"deliveries":0}"""),
            (again.StatusCode, await again.Content.ReadAsStringAsync(Cancel)));
        using var wrong =
            await client.PostAsync(new Uri("/api/v1/integrations/People/deliveries/redeliver?state=lost", UriKind.Relative), null, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task Credentials_missing_for_another_host_are_an_error_and_never_sent_empty()
    {
        using var client = portal.Client();
        object Hook(string url, string? password, string? key) => new {
            name = "Moved",
            trigger = new[] { "userCreated" },
            url,
            auth = new { type = "basic", username = "opbx", password },
            headers = new[] { new { name = "X-Key", value = key, secret = true } },
        };
        Assert.Equal(HttpStatusCode.Created,
            (await client.PostAsJsonAsync("/api/v1/integrations", Hook("https://one.example/", "a password", "a key"), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK,
            (await client.PutAsJsonAsync("/api/v1/integrations/Moved", Hook("https://two.example/", null, null), Cancel)).StatusCode);
        using var test = await client.PostAsJsonAsync("/api/v1/integrations/Moved/test", new { }, Cancel);
        Assert.Equal("render_error", (string)(await test.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["attempts"]![0]!["outcome"]!);
    }

    [Fact]
    public async Task Of_several_integrations_with_one_name_that_are_made_at_once_one_is_made()
    {
        using var client = portal.Client();
        var hook = new { name = "Once", trigger = new[] { "userCreated" }, url = "https://once.example/" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PostAsJsonAsync("/api/v1/integrations", hook, Cancel)));
        Assert.Equal([HttpStatusCode.Created, .. Enumerable.Repeat(HttpStatusCode.Conflict, 7)], answers.Select(a => a.StatusCode).Order());
        var changes =
            await Task.WhenAll(Enumerable.Range(0, 8)
                .Select(i => client.PutAsJsonAsync("/api/v1/integrations/Once", hook with { url = $"https://once.example/{i}" }, Cancel)));
        Assert.All(changes, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
    }

    [Fact]
    public async Task A_signing_secret_that_cannot_sign_is_refused()
    {
        using var client = portal.Client();
        var hook = new {
            name = "Unsigned", trigger = new[] { "userCreated" }, url = "https://unsigned.example/",
            secret = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        };
        using var answer = await client.PostAsJsonAsync("/api/v1/integrations", hook, Cancel);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/secret"),
            (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["errors"]!.AsObject().Single().Key));
    }
}
