using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Opbx.Tests.Api;

public sealed class ConfigurationTests(AcmePortal host) : IClassFixture<AcmePortal>
{
    [Fact]
    public async Task The_export_of_an_import_is_the_same_document()
    {
        using var imported = await host.PutAsync("configuration", Samples.AcmeText());
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        var exported = await host.Api.GetStringAsync(host.For("configuration"));
        using var again = await host.PutAsync("configuration", exported);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Empty(JsonDocument.Parse(await again.Content.ReadAsStringAsync()).RootElement.GetProperty("changes").EnumerateArray());
        Assert.Equal(exported, await host.Api.GetStringAsync(host.For("configuration")));
        AssertContains(JsonNode.Parse(Samples.AcmeText())!, JsonNode.Parse(exported)!, "");
    }

    [Fact]
    public async Task All_errors_of_a_document_are_told_at_once_by_pointer_and_nothing_is_applied()
    {
        var before = await host.Api.GetStringAsync(host.For("configuration"));
        var document = JsonNode.Parse(Samples.AcmeText())!;
        document["extensions"]![0]!["ringTimeout"] = 4;
        document["extensions"]![1]!["voicemial"] = true;
        document["ringGroups"]![1]!["members"]![0]!["extension"] = "7777";
        document["ringGroups"]![2]!["strategy"] = "everyone";
        document["ivrMenus"]![0]!["options"]![1]!["destination"]!["name"] = "No such group";
        document["businessHours"]![0]!["closed"] = JsonNode.Parse("""{"type":"teleport"}""");
        document["phoneNumbers"]![1]!["number"] = "2125550101";
        document["extentions"] = new JsonArray();
        document["pbx"]!["friendlyName"] = "Must not be applied";
        using var answer = await host.PutAsync("configuration", document.ToJsonString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var pointers = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").EnumerateObject()
            .Select(e => e.Name).ToList();
        string[] expected =
            ["/extensions/0/ringTimeout", "/extensions/1/voicemial", "/ringGroups/1/members/0/extension", "/ringGroups/2/strategy",
                "/ivrMenus/0/options/1/destination/name", "/businessHours/0/closed/type", "/phoneNumbers/1/number", "/extentions"];
        Assert.All(expected, pointer => Assert.Contains(pointer, pointers));
        Assert.Equal(before, await host.Api.GetStringAsync(host.For("configuration")));
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_change_and_changes_nothing()
    {
        var before = await host.Api.GetStringAsync(host.For("configuration"));
        var document = JsonNode.Parse(before)!;
        document["ringGroups"]![1]!["ringTimeout"] = 61;
        using var answer = await host.PutAsync("configuration?dryRun=true", document.ToJsonString());
        var change = Assert.Single(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("changes")
            .EnumerateArray());
        Assert.Equal(("/ringGroups/1/ringTimeout", "changed", 15, 61),
            (change.GetProperty("path").GetString(), change.GetProperty("kind").GetString(), change.GetProperty("before")
                .GetInt32(), change.GetProperty("after").GetInt32()));
        Assert.Equal(before, await host.Api.GetStringAsync(host.For("configuration")));
    }

    [Fact]
    public async Task Renumbering_rewrites_every_reference_and_keeps_the_password()
    {
        var password = (await host.GetAsync("extensions/1002?secrets=true")).GetProperty("sipPassword").GetString();
        var ben = JsonNode.Parse((await host.GetAsync("extensions/1002")).GetRawText())!;
        ben["number"] = "2002";
        using var answer = await host.PutAsync("extensions/1002", ben.ToJsonString());
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("2002", (await host.GetAsync("ring-groups/Hygiene")).GetProperty("members")[0].GetProperty("extension").GetString());
        Assert.Equal(password, (await host.GetAsync("extensions/2002?secrets=true")).GetProperty("sipPassword").GetString());
        ben["number"] = "1002";
        using var back = await host.PutAsync("extensions/2002", ben.ToJsonString());
        Assert.True(back.IsSuccessStatusCode);
    }

    [Fact]
    public async Task What_is_used_is_not_deleted_and_the_places_are_named()
    {
        using var answer = await host.Api.DeleteAsync(host.For("ring-groups/Front%20desk"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Main menu", text, StringComparison.Ordinal);
        Assert.Contains("/ivrMenus/0/fallback/name", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_update_is_refused_by_its_ETag()
    {
        using var read = await host.Api.GetAsync(host.For("ring-groups/Billing"));
        var (etag, body) = (read.Headers.ETag!, JsonNode.Parse(await read.Content.ReadAsStringAsync())!);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var mine = body.DeepClone();
            mine["ringTimeout"] = 30 + i;
            using var request =
                new HttpRequestMessage(HttpMethod.Put, host.For("ring-groups/Billing")) {
                    Content =
                    new StringContent(mine.ToJsonString(), System.Text.Encoding.UTF8, "application/json")
                };
            request.Headers.IfMatch.Add(etag);
            using var answer = await host.Api.SendAsync(request);
            return answer.StatusCode;
        }));
        Assert.Single(answers, s => s == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(s => s == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Secrets_are_null_unless_an_owner_asks()
    {
        Assert.Equal(JsonValueKind.Null, (await host.GetAsync("configuration")).GetProperty("extensions")[0]
            .GetProperty("sipPassword").ValueKind);
        Assert.True((await host.GetAsync("configuration?secrets=true")).GetProperty("extensions")[0].GetProperty("sipPassword")
            .GetString()!.Length >= 20);
    }

    /// <summary>Everything that was imported is in the export as written; write-only secrets come back as null.</summary>
    private static void AssertContains(JsonNode imported, JsonNode? exported, string at)
    {
        switch (imported)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    if (name is "password" or "token") continue;
                    if (value is null) Assert.Null(exported![name]);
                    else AssertContains(value, exported![name], $"{at}/{name}");
                }
                break;
            case JsonArray items:
                Assert.True(items.Count == exported!.AsArray().Count, at);
                foreach (var (index, item) in items.Index()) AssertContains(item!, exported[index], $"{at}/{index}");
                break;
            default:
                Assert.True(JsonNode.DeepEquals(imported, exported)
                    || DateTimeOffset.TryParse(imported.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var a)
                    && a == DateTimeOffset.Parse(exported!.ToString(), System.Globalization.CultureInfo.InvariantCulture),
                    $"{at}: {imported} is not {exported}");
                break;
        }
    }
}
