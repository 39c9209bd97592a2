using System.Text.Json;
using System.Xml.Linq;

namespace Opbx.Tests.Api;

/// <summary>Feature codes through the voice endpoint, with what they change beside the call.</summary>
public sealed class FeatureCodeTests(AcmePortal host) : IClassFixture<AcmePortal>
{
    [Fact]
    public async Task The_day_night_code_changes_the_configuration_with_its_history_and_back()
    {
        var usual = await SayAsync("before", "+12125550100", "+12025550143", "inbound");
        await SwitchAsync(byHand: true);
        Assert.NotEqual(usual, await SayAsync("meanwhile", "+12125550100", "+12025550143", "inbound"));
        await SwitchAsync(byHand: false);
        Assert.Equal(usual, await SayAsync("after", "+12125550100", "+12025550143", "inbound"));
        var history = JsonDocument.Parse(await host.Api.GetStringAsync("/api/v1/history")).RootElement.GetProperty("items")
            .EnumerateArray();
        Assert.Equal(2, history.Count(e => e.GetRawText().Contains("Extension 1001 with *28", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_call_that_cannot_be_moved_rings_on_and_ends_as_what_it_is()
    {
        var first = await VoiceAsync("ringing", "+12125550101", "+12025550143", "inbound");
        var action = new Uri(first.Element("Dial")!.Attribute("action")!.Value).Query;
        // The board of live calls follows the answer by a moment.
        await UntilAsync(async () => (await host.GetAsync("calls/live")).GetRawText().Contains("\"ringing\"", StringComparison.Ordinal));
        var picking = await VoiceAsync("picking", "**1001", "1002");
        Assert.NotNull(picking.Element("Dial")!.Element("Conference"));
        // The PBX of this host is not paired, therefore nothing can be moved.
        await UntilAsync(async () => (await TraceAsync("ringing")).Contains("could not be moved", StringComparison.Ordinal));
        Assert.Equal("ringing", (await host.GetAsync("calls/ringing")).GetProperty("state").GetString());
        var next = await VoiceAsync("ringing", "+12125550101", "+12025550143", "inbound", "no-answer", action);
        Assert.NotNull(next.Element("Record"));
        await UntilAsync(async () => (await TraceAsync("ringing")).Contains("can leave", StringComparison.Ordinal));
        Assert.Contains("Nothing rings", await SayAsync("late", "**1001", "1002"), StringComparison.Ordinal);
    }

    private async Task SwitchAsync(bool byHand)
    {
        await SayAsync("day-night", "*28", "1001");
        await UntilAsync(async () =>
        {
            var hand = (await host.GetAsync("business-hours/Office")).GetProperty("override");
            return hand.ValueKind == (byHand ? JsonValueKind.Object : JsonValueKind.Null);
        });
    }

    private async Task<string> TraceAsync(string token) => (await host.GetAsync($"calls/{token}")).GetProperty("trace").GetRawText();

    private async Task<string> SayAsync(string session, string to, string from, string direction = "subscriber") =>
        string.Join(' ', (await VoiceAsync(session, to, from, direction)).Descendants("Say").Select(s => s.Value));

    private async Task<XElement> VoiceAsync(string session, string to, string from, string direction = "subscriber",
        string status = "in-progress", string? query = null)
    {
        using var answer =
            await host.VoiceAsync(
                JsonSerializer.Serialize(new { Session = session, From = from, To = to, Direction = direction, CallStatus = status }),
                query: query);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition()) await Task.Delay(20, TestContext.Current.CancellationToken);
    }
}
