using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Sandbox;

public sealed class SandboxApiTests
{
    [Fact]
    public async Task A_request_without_the_domains_key_is_refused_in_the_platforms_words()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync();
        var other = await host.Domains.CreateAsync("Acme Ltd");
        Assert.Equal("acme-ltd.sandbox.test", domain.Name);
        Assert.Equal("acme-ltd-2.sandbox.test", other.Domain);
        foreach (var key in (string?[])[null, "XI0000", other.ApiKey])
        {
            var answer = await host.Client(key).GetAsync($"customers/self/domains/{domain.Name}");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.False((await answer.Content.ReadFromJsonAsync<JsonObject>())!["status"]!.GetValue<bool>());
        }
    }

    [Theory]
    [InlineData("customers/self/domains/{0}")]
    [InlineData("tenants/self/domains/{0}")]
    [InlineData("domains/{0}")]
    [InlineData("domains/self")]
    public async Task The_domain_answers_below_every_form_of_its_address(string form)
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync();
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, domain.Name);
        var answer = await domain.Api.GetFromJsonAsync<JsonObject>(path);
        Assert.Equal(domain.Name, answer!["domain"]!.GetValue<string>());
        Assert.Equal("opbx", answer["application"]!["name"]!.GetValue<string>());
        var subscribers = await domain.Api.GetFromJsonAsync<JsonArray>(path + "/subscribers");
        Assert.Equal(2, subscribers!.Count);
    }

    [Fact]
    public async Task A_profile_is_merged_and_null_removes_a_key()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync();
        await domain.Api.PutAsJsonAsync($"domains/{domain.Name}",
            new JsonObject { ["profile"] = new JsonObject { ["mine"] = 7, ["cdr-endpoint"] = null } });
        var profile = (await domain.Api.GetFromJsonAsync<JsonObject>("domains/self"))!["profile"]!.AsObject();
        Assert.Equal(7, profile["mine"]!.GetValue<int>());
        Assert.False(profile.ContainsKey("cdr-endpoint"));
        Assert.True(profile.ContainsKey("session-update-endpoint"));
        var wrong = await domain.Api.PatchAsJsonAsync("domains/self", new { profile = Array.Empty<string>() });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_subscriber_takes_both_spellings_of_its_password()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync();
        var made = await SandboxHost.PostAsync(domain.Api, "subscribers", new JsonObject { ["msisdn"] = "1003", ["sip-password"] = "one" });
        Assert.Equal("one", made["sipPassword"]!.GetValue<string>());
        await domain.Api.PutAsJsonAsync("subscribers/1003", new { sipPassword = "two", active = false });
        var changed = await domain.Api.GetFromJsonAsync<JsonObject>($"subscribers/{made["id"]}");
        Assert.Equal("two", changed!["sipPassword"]!.GetValue<string>());
        Assert.False(changed["active"]!.GetValue<bool>());
        var again = await domain.Api.PostAsJsonAsync("subscribers", new { msisdn = "1003" });
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await domain.Api.DeleteAsync("subscribers/1003")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await domain.Api.GetAsync("subscribers/1003")).StatusCode);
    }

    [Fact]
    public async Task An_application_is_found_by_id_name_and_uuid()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync();
        var one = Assert.Single((await domain.Api.GetFromJsonAsync<JsonArray>("applications"))!)!;
        foreach (var id in (string[])[one["id"]!.ToString(), "opbx", one["uuid"]!.ToString()])
            Assert.Equal("opbx", (await domain.Api.GetFromJsonAsync<JsonObject>("applications/" + id))!["name"]!.GetValue<string>());
        await domain.Api.PatchAsJsonAsync("applications/opbx", new { url = "http://127.0.0.1/other" });
        Assert.Equal("http://127.0.0.1/other",
            (await domain.Api.GetFromJsonAsync<JsonObject>("applications/opbx"))!["url"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.BadRequest,
            (await domain.Api.PutAsJsonAsync("applications/opbx", new { url = "http://127.0.0.1/x" })).StatusCode);
    }

    [Fact]
    public async Task The_state_survives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("opbx-sandbox-").FullName;
        var first = await SandboxHost.StartAsync(folder);
        var domain = await first.PairAsync();
        var before = await domain.Api.GetStringAsync("domains/self");
        var key = domain.Api.DefaultRequestHeaders.Authorization!.Parameter;
        await first.DisposeAsync();
        Assert.Equal(["sandbox.json"], Directory.GetFiles(folder).Select(Path.GetFileName));

        await using var second = await SandboxHost.StartAsync(folder);
        var after = await second.Client(key).GetStringAsync("domains/self");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(before), JsonNode.Parse(after)));
        var made = await SandboxHost.PostAsync(second.Client(key), "subscribers", new { msisdn = "1003" });
        var ids = (await second.Client(key).GetFromJsonAsync<JsonArray>("subscribers"))!.Select(s => s!["id"]!.GetValue<long>());
        Assert.Equal(3, ids.Distinct().Count());
        Assert.NotNull(made["uuid"]);
    }

    [Fact]
    public async Task The_api_switches_a_call_to_a_conference_and_closes_it()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync("<Response><Dial><Number>1001</Number></Dial></Response>");
        var call = await domain.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Dial);
        await domain.Api.PutAsJsonAsync($"customers/self/domains/{domain.Name}/sessions/{call.Token}",
            new { profile = new { note = "kept" } });
        await SandboxHost.PostAsync(domain.Api, $"calls/{domain.Name}/sessions/{call.Token}/application",
            new { cxml = "<Response><Dial><Conference>park</Conference></Dial></Response>" });
        await call.UntilAsync(SandboxWaitingKind.Conference);
        Assert.Equal(1,
            (await domain.Api.GetFromJsonAsync<JsonObject>($"calls/{domain.Name}/conferences/park"))!["members"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.NoContent, (await domain.Api.DeleteAsync($"calls/{domain.Name}/conferences/park")).StatusCode);
        await call.EndAsync();
        Assert.Equal("kept", Assert.Single(host.Records)["session"]!["profile"]!["note"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await domain.Api.DeleteAsync($"calls/{domain.Name}/sessions/{call.Token}")).StatusCode);
    }

    [Fact]
    public async Task The_api_makes_and_ends_a_call()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync("""<Response><Gather/></Response>""");
        var made = await SandboxHost.PostAsync(domain.Api, $"calls/{domain.Name}/application",
            new JsonObject { ["destination"] = "1001", ["caller-id"] = "+12125550101", ["application"] = "opbx" });
        var call = host.Phone.Find(domain.Name, made["token"]!.GetValue<string>())!;
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.True(call.Answer());
        await call.UntilAsync(SandboxWaitingKind.Gather);
        Assert.Equal("outbound-api", host.Requests.Single().Body["Direction"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, (await domain.Api.DeleteAsync($"domains/self/sessions/{call.Token}")).StatusCode);
        await call.EndAsync();
        Assert.Equal("ANSWER", Assert.Single(host.Records)["disposition"]!.GetValue<string>());
    }

    [Fact]
    public async Task Nothing_is_there_when_the_sandbox_is_off()
    {
        await using var host = await SandboxHost.StartAsync(enabled: false);
        var pairing = await host.Domains.CreateAsync("Acme");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client(pairing.ApiKey).GetAsync("domains/self")).StatusCode);
    }
}
