using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Opbx.Core.Cloudonix;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;

namespace Opbx.Tests.Cloudonix;

/// <summary>Pairing against a stand-in over real HTTP.</summary>
public sealed class PairingTests : IAsyncLifetime
{
    private PairedPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PairedPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Pairing_reports_the_set_up_of_application_default_and_profile()
    {
        var report = await _portal.PairAsync("ACME.cloudonix.net.");
        Assert.True(report.Ok, report.Failure?.Message);
        Assert.Equal(["Domain", "Voice application", "Default application", "Settings of the domain", "Subscribers"],
            report.Value.Steps.Select(s => s.Name));
        var application = Assert.Single(_portal.Remote.Applications);
        Assert.Equal(("cxml", "POST"), (application["type"]!.ToString(), application["method"]!.ToString()));
        Assert.StartsWith("https://pbx.example/hooks/", application["url"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(application["id"]!.ToString(), _portal.Remote.Json["defaultApplication"]!.ToString());
        Assert.Equal("keep me", _portal.Remote.Profile["x-note"]!.ToString());
        Assert.Equal(30, _portal.Remote.Profile["call-timeout"]!.GetValue<int>());
        Assert.Equal("mp3", _portal.Remote.Profile["recording-media-type"]!.ToString());
        Assert.All(_portal.Cloudonix.Requests, r => Assert.Equal(FakeCloudonix.Key, r.Key));
    }

    [Fact]
    public async Task Pairing_again_writes_nothing()
    {
        await _portal.PairAsync();
        var before = _portal.Cloudonix.Writes.Count();
        Assert.True((await _portal.PairAsync()).Ok);
        Assert.Equal(before, _portal.Cloudonix.Writes.Count());
    }

    [Fact]
    public async Task Two_pairings_at_once_make_one_application()
    {
        await Task.WhenAll(_portal.PairAsync(), _portal.PairAsync(), _portal.PairAsync());
        Assert.Single(_portal.Remote.Applications);
    }

    [Fact]
    public async Task Answers_without_bodies_and_missing_lists_do_no_harm()
    {
        _portal.Cloudonix.Terse = true;
        Assert.True((await _portal.PairAsync()).Ok);
        Assert.Single(_portal.Remote.Applications);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    public async Task An_application_created_despite_an_error_answer_is_not_created_twice(int status)
    {
        _portal.Cloudonix.FaultAfterEffect = true;
        _portal.Cloudonix.Fault = r => Task.FromResult(r.Method == "POST" ? Results.StatusCode(status) : null);
        Assert.True((await _portal.PairAsync()).Ok);
        Assert.Single(_portal.Remote.Applications);
    }

    [Fact]
    public async Task An_application_that_asks_elsewhere_is_pointed_to_this_portal()
    {
        await _portal.PairAsync();
        var application = _portal.Remote.Applications[0];
        (application["url"], application["active"]) = ("https://old.example/voice", false);
        Assert.NotEmpty((await _portal.Get<PairingDirectory>().GetAsync(_portal.Owner, _portal.PbxId, look: true, default)).Value!.Drift!);
        await _portal.PairAsync();
        Assert.StartsWith("https://pbx.example/", application["url"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty((await _portal.Get<PairingDirectory>().GetAsync(_portal.Owner, _portal.PbxId, look: true, default)).Value!.Drift!);
    }

    [Fact]
    public async Task A_wrong_key_is_the_fault_of_the_input_and_leaves_a_working_pairing_alone()
    {
        await _portal.PairAsync();
        var failed = await _portal.PairAsync(key: "XI00000000000000000000000000000000");
        Assert.Equal(FailureKind.Invalid, failed.Failure!.Kind);
        Assert.Contains("/apiKey", failed.Failure.Errors!.ByPointer.Keys);
        Assert.True((await _portal.PairAsync()).Ok);
        Assert.Null((await _portal.Get<PairingDirectory>().GetAsync(_portal.Owner, _portal.PbxId, look: true, default)).Value!.LastError);
    }

    [Theory]
    [InlineData("nobody.cloudonix.net")]
    [InlineData("no domain at all")]
    [InlineData("../../customers")]
    public async Task An_unknown_domain_is_the_fault_of_the_input(string domain)
    {
        var failed = await _portal.PairAsync(domain);
        Assert.Equal(FailureKind.Invalid, failed.Failure!.Kind);
        Assert.Contains("/domain", failed.Failure.Errors!.ByPointer.Keys);
    }

    [Fact]
    public async Task A_domain_belongs_to_one_PBX()
    {
        await _portal.PairAsync();
        var other = await _portal.AddPbxAsync("globex");
        var writes = _portal.Cloudonix.Writes.Count();
        Assert.Equal(FailureKind.Conflict, (await _portal.PairAsync(pbxId: other)).Failure!.Kind);
        Assert.Equal(writes, _portal.Cloudonix.Writes.Count());
    }

    [Theory]
    [InlineData("application/json", "{\"status\":false,\"message\":\"report to support\"}")]
    [InlineData("text/html", "<html><h1>500</h1></html>")]
    [InlineData("text/plain", "")]
    public async Task An_outage_is_not_taken_for_a_wrong_key(string type, string body)
    {
        _portal.Cloudonix.Fault = _ => Task.FromResult<IResult?>(Results.Content(body, type, statusCode: 500));
        Assert.Equal(FailureKind.Upstream, (await _portal.PairAsync()).Failure!.Kind);
    }

    [Fact]
    public async Task A_Cloudonix_that_hangs_is_given_up()
    {
        using var never = new CancellationTokenSource();
        _portal.Cloudonix.Fault = async _ =>
        {
            await Task.Delay(Timeout.Infinite, never.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return Results.StatusCode(500);
        };
        Assert.Equal(FailureKind.UpstreamTimeout, (await _portal.PairAsync()).Failure!.Kind);
        await never.CancelAsync();
    }

    [Fact]
    public async Task A_request_for_a_pause_is_granted()
    {
        var refusals = 0;
        _portal.Cloudonix.Fault = _ =>
            Task.FromResult<IResult?>(Interlocked.Increment(ref refusals) % 2 == 1 ? FakeCloudonix.Refuse(429, "too many requests") : null);
        Assert.True((await _portal.PairAsync()).Ok);
    }

    [Fact]
    public async Task A_short_outage_is_bridged_when_reading_and_not_when_writing()
    {
        var posts = 0;
        var refused = new HashSet<string>(StringComparer.Ordinal);
        _portal.Cloudonix.Fault = r =>
        {
            if (r.Method == "POST") posts++;
            return Task.FromResult(r.Method == "POST" || refused.Add(r.Path) ? Results.StatusCode(503) : null);
        };
        Assert.Equal(FailureKind.Upstream, (await _portal.PairAsync()).Failure!.Kind);
        Assert.Equal(1, posts);
    }

    [Fact]
    public async Task Unpairing_takes_back_what_is_ours_and_leaves_the_rest()
    {
        await _portal.PairAsync();
        _portal.Remote.Applications.Add(
            new() { ["id"] = 1, ["name"] = "somebody-elses", ["url"] = "https://other.example", ["type"] = "cxml", ["method"] = "POST" });
        Assert.True((await _portal.Get<PairingEnd>().UnpairAsync(_portal.Owner, _portal.PbxId, default)).Ok);
        Assert.Equal("somebody-elses", Assert.Single(_portal.Remote.Applications)["name"]!.ToString());
        Assert.DoesNotContain("authorization-api-key", _portal.Remote.Profile.Select(p => p.Key));
        Assert.Equal("keep me", _portal.Remote.Profile["x-note"]!.ToString());
        Assert.False((await _portal.Get<PairingDirectory>().GetAsync(_portal.Owner, _portal.PbxId, look: true, default)).Value!.Paired);
        Assert.True((await _portal.PairAsync()).Ok);
    }

    [Fact]
    public async Task Unpairing_works_while_Cloudonix_is_out()
    {
        await _portal.PairAsync();
        _portal.Cloudonix.Fault = _ => Task.FromResult<IResult?>(Results.StatusCode(500));
        Assert.True((await _portal.Get<PairingEnd>().UnpairAsync(_portal.Owner, _portal.PbxId, default)).Ok);
        Assert.False((await _portal.Get<PairingDirectory>().GetAsync(_portal.Owner, _portal.PbxId, look: false, default)).Value!.Paired);
    }

    [Fact]
    public async Task Moving_to_another_domain_leaves_the_former_one_clean()
    {
        await _portal.PairAsync();
        _portal.Cloudonix.AddDomain("new.cloudonix.net");
        Assert.True((await _portal.PairAsync("new.cloudonix.net")).Ok);
        Assert.Empty(_portal.Remote.Applications);
        Assert.Single(_portal.Cloudonix.Domains["new.cloudonix.net"].Applications);
    }

    [Fact]
    public async Task A_rotated_key_is_told_to_Cloudonix_and_the_one_before_still_opens()
    {
        await _portal.PairAsync();
        var before = _portal.Remote.Profile["authorization-api-key"]!.ToString();
        Assert.True((await _portal.Get<KeyRotation>().RotateKeyAsync(_portal.Owner, _portal.PbxId, default)).Ok);
        var after = _portal.Remote.Profile["authorization-api-key"]!.ToString();
        Assert.NotEqual(before, after);
        Assert.True(after.Length >= 32);
        Assert.True(Opens(before) && Opens(after));
    }

    [Fact]
    public async Task A_rotation_that_cannot_be_told_keeps_the_key_that_Cloudonix_has()
    {
        await _portal.PairAsync();
        var before = _portal.Remote.Profile["authorization-api-key"]!.ToString();
        _portal.Cloudonix.Fault = r => Task.FromResult(r.Method == "PATCH" ? Results.StatusCode(500) : null);
        Assert.Equal(FailureKind.Upstream,
            (await _portal.Get<KeyRotation>().RotateKeyAsync(_portal.Owner, _portal.PbxId, default)).Failure!.Kind);
        Assert.True(Opens(before));
        _portal.Cloudonix.Fault = null;
        Assert.True((await _portal.Get<PairingReconciler>().RefreshAsync(_portal.PbxId, default)).Ok);
        Assert.Equal(before, _portal.Remote.Profile["authorization-api-key"]!.ToString());
    }

    [Fact]
    public async Task Only_owners_pair()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Owner))
        {
            var actor = _portal.Owner with { Role = role };
            Assert.Equal(FailureKind.Forbidden,
                (await _portal.Get<PairingEditor>()
                    .PairAsync(actor, _portal.PbxId, PairedPortal.Domain, new Secret(FakeCloudonix.Key), false, default)).Failure!.Kind);
        }

        Assert.Empty(_portal.Cloudonix.Requests);
    }

    [Fact]
    public async Task A_PBX_of_another_organization_cannot_be_paired()
    {
        var stranger = _portal.Owner with { OrganizationId = Guid.NewGuid() };
        var answer = await _portal.Get<PairingEditor>()
            .PairAsync(stranger, _portal.PbxId, PairedPortal.Domain, new Secret(FakeCloudonix.Key), false, default);
        Assert.Equal(FailureKind.NotFound, answer.Failure!.Kind);
    }

    private bool Opens(string key)
    {
        var path = _portal.Remote.Applications[0]["url"]!.ToString().Split('/')[^2];
        return _portal.Get<EndpointKeys>().Open(path, key)?.PbxId == _portal.PbxId;
    }

    [Fact]
    public async Task Deleting_a_pbx_gives_its_domain_back()
    {
        await using var portal = await TestPortal.StartAsync(PortalSetup.Production.With("Cloudonix:ApiUrl", _portal.Cloudonix.Url));
        using var owner = portal.Client();
        var body = new { domain = PairedPortal.Domain, apiKey = FakeCloudonix.Key };
        using var made = await owner.PostAsJsonAsync("/api/v1/pbxs", new { name = "Second" });
        var second = $"/api/v1/pbxs/{(await made.Content.ReadFromJsonAsync<JsonObject>())!["uuid"]}";
        (await owner.PutAsJsonAsync($"{second}/cloudonix", body)).EnsureSuccessStatusCode();
        Assert.True(_portal.Remote.Profile.ContainsKey("authorization-api-key"));

        (await owner.DeleteAsync(second)).EnsureSuccessStatusCode();

        Assert.False(_portal.Remote.Profile.ContainsKey("authorization-api-key"));
        var first = (await owner.GetFromJsonAsync<JsonObject>("/api/v1/pbxs"))!["items"]![0]!["uuid"];
        (await owner.PutAsJsonAsync($"/api/v1/pbxs/{first}/cloudonix", body)).EnsureSuccessStatusCode();
    }
}
