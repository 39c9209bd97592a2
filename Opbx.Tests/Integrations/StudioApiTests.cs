using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Integrations;
using Opbx.Tests.Support;

namespace Opbx.Tests.Integrations;

/// <summary>What the studio can do, by the API.</summary>
public sealed class StudioApiTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private int Signing() => portal.Services.GetRequiredService<IIntegrationCatalogue>().Secrets(portal.Services.GetRequiredService<AccountIntegrationStore>().Of(portal.Services.GetRequiredService<ConfigurationStore>().All.Single().OrganizationId).Single().Integration.Id).Signing.Count;

    [Fact]
    public async Task A_secret_is_rotated_with_an_overlap_and_events_are_counted_before_they_are_sent_again()
    {
        using var client = portal.Client();
        var hook = new { name = "People", trigger = new[] { "userCreated" }, url = "https://people.example/", fields = new[] { new { key = "subject", value = new { text = "Welcome {name}" } } } };
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsJsonAsync("/api/v1/integrations", hook, Cancel)).StatusCode);
        Assert.Equal("Welcome {name}", (string)(await client.GetFromJsonAsync<JsonObject>("/api/v1/integrations/People", Cancel))!["fields"]![0]!["value"]!["text"]!);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsJsonAsync("/api/v1/integrations/People/rotate-secret", new { overlapHours = 169 }, Cancel)).StatusCode);
        Assert.Equal(1, Signing());
        using var rotated = await client.PostAsJsonAsync("/api/v1/integrations/People/rotate-secret", new { overlapHours = 48 }, Cancel);
        var until = (DateTimeOffset)(await rotated.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["previousUntil"]!;
        Assert.InRange(until - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(47), TimeSpan.FromHours(48));
        Assert.Equal(2, Signing());
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync("/api/v1/integrations/People/rotate-secret", new { overlapHours = 0 }, Cancel)).StatusCode);
        Assert.Equal(1, Signing());

        var range = new { after = "2026-01-01T00:00:00Z", before = "2036-01-01T00:00:00Z", onlyMissed = true };
        using var counted = await client.PostAsJsonAsync("/api/v1/integrations/People/replay?dryRun=true", range, Cancel);
        Assert.Equal("""{"id":null,"deliveries":0}""", await counted.Content.ReadAsStringAsync(Cancel));
        using var again = await client.PostAsync(new Uri("/api/v1/integrations/People/deliveries/redeliver?state=failed&dryRun=true", UriKind.Relative), null, Cancel);
        Assert.Equal((HttpStatusCode.Accepted, """{"id":null,"deliveries":0}"""), (again.StatusCode, await again.Content.ReadAsStringAsync(Cancel)));
        using var wrong = await client.PostAsync(new Uri("/api/v1/integrations/People/deliveries/redeliver?state=lost", UriKind.Relative), null, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }
}
