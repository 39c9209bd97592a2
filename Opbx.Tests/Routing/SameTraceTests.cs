using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Calls.Log;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Routing;

/// <summary>A live call through the voice endpoint and a simulation of the same facts decide the same for the same reasons.</summary>
public sealed class SameTraceTests(AcmePortal host) : IClassFixture<AcmePortal>
{
    private const string Caller = "+12025550143";

    [Theory]
    [InlineData("+12125550101", Caller, "inbound", """[{"noAnswer":true},{"leaveMessage":7}]""", "no-answer,,record")]
    [InlineData("+12125550101", Caller, "inbound", """[{"busy":true}]""", "busy,,silent")]
    [InlineData("+12125550102", Caller, "inbound", """[{"noAnswer":true},{"answer":"1003"}]""", "no-answer,,|completed,,")]
    [InlineData("+12125550102", Caller, "inbound",
        """[{"noAnswer":true},{"noAnswer":true},{"noAnswer":true},{"noAnswer":true},{"answer":"1001"}]""",
        "no-answer,,|no-answer,,|no-answer,,|no-answer,,|completed,,")]
    [InlineData("+12125559999", Caller, "inbound", "[]", "")]
    [InlineData("+12125550103", Caller, "inbound", "[]", "")]
    [InlineData("+12125550101", "+19005550123", "inbound", "[]", "")]
    [InlineData("+12125550102", "+12025550666", "inbound", "[]", "")]
    [InlineData("700", "1001", "internal", """[{"press":"9"},{"noInput":true},{"press":"3"},{"noAnswer":true},{"answer":true}]""",
        ",9,|,,|,3,|no-answer,,|completed,,")]
    [InlineData("700", "1001", "internal", """[{"press":"1003"},{"unreachable":true}]""", ",1003,|failed,,silent")]
    [InlineData("800", "1001", "internal", """[{"press":"1#"},{"press":"4321#"}]""", ",1,|,4321,")]
    [InlineData("+12025550188", "1001", "internal", """[{"busy":true}]""", "busy,,")]
    [InlineData("+441214960000", "1001", "internal", "[]", "")]
    [InlineData("**1002", "1001", "internal", "[]", "")]
    [InlineData("1999", "1001", "internal", "[]", "")]
    public async Task Live_and_simulated(string to, string from, string direction, string script, string replies)
    {
        using var answer =
            await host.PostAsync("simulations", $$"""{"from":"{{from}}","to":"{{to}}","direction":"{{direction}}","script":{{script}}}""");
        var simulated = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var live = await CallAsync(to, from, direction, replies.Split('|', StringSplitOptions.RemoveEmptyEntries));
        var expected = simulated.GetProperty("steps").EnumerateArray().Select(s => s.Deserialize<TraceStep>(DocumentJson.Options)!);
        Assert.Equal(expected, live.Stages.SelectMany(s => s.Steps));
        Assert.Equal(simulated.GetProperty("path").Deserialize<string[]>(), JsonSerializer.Deserialize<string[]>(live.Call.Path));
    }

    [Fact]
    public async Task A_call_to_the_outside_is_outbound_also_when_it_is_refused() =>
        Assert.Equal(Opbx.Core.Routing.CallDirection.Outbound, (await CallAsync("+441214960000", "1001", "internal", [])).Call.Direction);

    /// <summary>Plays the platform: follows the documents' addresses with one reply (dial result, keys, recording) for each thing the call
    /// waits for.</summary>
    private async Task<CallDetail> CallAsync(string to, string from, string direction, string[] replies)
    {
        var session = Guid.NewGuid().ToString("N");
        var said = new Dictionary<string, object> {
            ["Session"] = session, ["From"] = from, ["To"] = to,
            ["Direction"] = direction == "inbound" ? "inbound" : "subscriber"
        };
        var document = await AskAsync(said, null, "in-progress");
        foreach (var reply in replies)
        {
            var parts = reply.Split(',');
            var next = document.Elements().Select(e => e.Attribute("action")?.Value).OfType<string>().First();
            document = await AskAsync(new(said) { ["Digits"] = parts[1] }, next, parts[0].Length > 0 ? parts[0] : "in-progress");
            if (parts[2].Length == 0) continue;
            next = document.Element("Record")!.Attribute("action")!.Value;
            document = await AskAsync(parts[2] == "silent" ? said
                : new(said) { ["RecordingUrl"] = "https://a.cloudonix.io/x.mp3", ["RecordingDuration"] = 7 }, next, "in-progress");
        }
        var owner = new Actor(host.Services.GetRequiredService<ConfigurationStore>()
            .Find(host.Pbx)!.OrganizationId, Role.Owner, "test", ActorSource.System);
        // Its end, so that nobody counts as busy in the next call.
        using var end =
            new HttpRequestMessage(HttpMethod.Post, $"/hooks/{host.PathToken}/cdr") {
                Content =
                JsonContent.Create(new { session = new { token = session }, disposition = "ANSWER", from, to })
            };
        end.Headers.Add("Authorization", "Bearer " + host.EndpointKey);
        using var platform = host.Client(key: null);
        using var ended = await platform.SendAsync(end, TestContext.Current.CancellationToken);
        ended.EnsureSuccessStatusCode();
        return (await host.Services.GetRequiredService<CallDirectory>()
            .GetAsync(owner, host.Pbx, session, TestContext.Current.CancellationToken)).Value!;
    }

    private async Task<XElement> AskAsync(Dictionary<string, object> said, string? address, string status)
    {
        using var answer =
            await host.VoiceAsync(JsonSerializer.Serialize(new Dictionary<string, object>(said) { ["CallStatus"] = status }),
                query: address is null ? null : new Uri(address).Query);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }
}
