using System.Net;
using System.Xml.Linq;

namespace Opbx.Tests.Api;

public sealed class VoiceTests(AcmePortal host) : IClassFixture<AcmePortal>
{
    private static string Call(string to, string from = "+12025550143", string more = "") =>
        $$"""{"Session":"0123456789abcdef0123456789abcdef","From":"{{from}}","To":"{{to}}","Direction":"inbound","CallStatus":"in-progress"{{more}}}""";

    [Fact]
    public async Task A_call_is_answered_although_the_database_is_away()
    {
        var xml = await host.WithoutDatabaseAsync(async () =>
        {
            using var answer = await host.VoiceAsync(Call("+12125550101"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync();
        });
        Assert.Equal("1001", XDocument.Parse(xml).Root!.Element("Dial")!.Element("Number")!.Value);
    }

    [Fact]
    public async Task The_signed_state_carries_a_call_on_and_a_changed_one_is_refused_with_a_sentence()
    {
        using var first = await host.VoiceAsync(Call("+12125550102"));
        var action = new Uri(XDocument.Parse(await first.Content.ReadAsStringAsync()).Root!.Element("Dial")!.Attribute("action")!.Value);
        using var next =
            await host.VoiceAsync(Call("+12125550102", more: ",\"CallStatus\":\"no-answer\"")
                .Replace("\"CallStatus\":\"in-progress\",", "", StringComparison.Ordinal), query: action.Query);
        Assert.Equal("1003", XDocument.Parse(await next.Content.ReadAsStringAsync()).Root!.Element("Dial")!.Element("Number")!.Value);
        using var forged = await host.VoiceAsync(Call("+12125550102"), query: action.Query[..^4] + "AAAA");
        var document = XDocument.Parse(await forged.Content.ReadAsStringAsync()).Root!;
        Assert.Null(document.Element("Dial"));
        Assert.NotNull(document.Element("Say"));
    }

    [Theory]
    [InlineData("{\"From\": \"+1202")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[[]]")]
    [InlineData("{\"To\":{\"a\":1},\"From\":7}")]
    [InlineData("{\"From\":\"\\ud800\",\"To\":\"\\u0000\"}")]
    public async Task Whatever_the_body_says_the_caller_hears_a_valid_document(string body)
    {
        using var answer = await host.VoiceAsync(body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Elements());
    }

    [Theory]
    [InlineData("sideways")]
    [InlineData("")]
    [InlineData("INBOUND")]
    public async Task An_unknown_direction_is_outside_where_only_phone_numbers_can_be_dialled(string direction)
    {
        async Task<XElement> AskAsync(string to)
        {
            using var answer =
                await host.VoiceAsync(Call(to, from: "1002").Replace("\"inbound\"", $"\"{direction}\"", StringComparison.Ordinal));
            return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        }
        Assert.Equal("1001", (await AskAsync("+12125550101")).Element("Dial")!.Element("Number")!.Value);
        Assert.NotNull((await AskAsync("1001")).Element("Reject"));
        Assert.NotNull((await AskAsync("+12025550177")).Element("Reject"));
    }

    [Fact]
    public async Task A_dial_result_of_which_nobody_heard_ends_the_call()
    {
        using var first = await host.VoiceAsync(Call("+12125550102"));
        var action = new Uri(XDocument.Parse(await first.Content.ReadAsStringAsync()).Root!.Element("Dial")!.Attribute("action")!.Value);
        using var next =
            await host.VoiceAsync(Call("+12125550102").Replace("in-progress", "teleported", StringComparison.Ordinal), query: action.Query);
        Assert.Equal("Hangup", XDocument.Parse(await next.Content.ReadAsStringAsync()).Root!.Elements().Single().Name);
    }

    [Fact]
    public async Task Form_bodies_and_a_missing_plus_are_understood()
    {
        using var answer =
            await host.VoiceAsync("Session=abc&From=12025550143&To=12125550101&Direction=inbound",
                contentType: "application/x-www-form-urlencoded");
        Assert.Equal("1001", XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element("Dial")!.Element("Number")!.Value);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("")]
    public async Task A_wrong_key_hears_a_sentence_and_gets_401(string key)
    {
        using var answer = await host.VoiceAsync(Call("+12125550101"), key);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.NotNull(XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element("Say"));
    }
}
