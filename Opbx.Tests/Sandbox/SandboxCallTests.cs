using Microsoft.AspNetCore.Http;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Sandbox;

public sealed class SandboxCallTests
{
    private const string Ring =
        """<Response><Dial timeout="20" action="{pbx}/after"><Number>1001</Number><Number>1002</Number></Dial></Response>""";

    [Fact]
    public async Task An_answered_call_tells_the_portal_every_state_and_leaves_one_record()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync(Ring);
        host.Answer("after", "<Response/>");
        var call = await domain.CallAsync();
        var waiting = await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.Equal(["1001", "1002"], waiting.Numbers);
        Assert.True(call.Answer("1002"));
        await call.UntilAsync(SandboxWaitingKind.Bridge);
        Assert.True(call.CalleeHangUp());
        await call.EndAsync();

        Assert.Equal(["new", "processing", "ringing", "ringing", "connected", "answer"], host.Statuses());
        Assert.Equal("completed", host.Requests.Last().Body["CallStatus"]!.GetValue<string>());
        var record = Assert.Single(host.Records);
        Assert.Equal("ANSWER", record["disposition"]!.GetValue<string>());
        Assert.Equal(call.Token, record["session"]!["token"]!.GetValue<string>());
        Assert.Equal(domain.Name, record["owner"]!["domain"]!["name"]!.GetValue<string>());
        var times = host.Sessions.Select(s => s["modifiedAt"]!.GetValue<string>()).ToList();
        Assert.Equal(times.Distinct().Order(StringComparer.Ordinal), times);
        Assert.NotNull(host.Sessions.Last()["callEndTime"]);
        Assert.NotNull(host.Sessions.First(s => s["status"]!.GetValue<string>() == "connected")["subscriberId"]);
    }

    [Fact]
    public async Task The_voice_request_has_the_platforms_shape()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync("""<Response><Hangup/></Response>""");
        var call = await domain.CallAsync();
        await call.EndAsync();
        var (_, body, headers) = Assert.Single(host.Requests);
        Assert.Equal(call.Token, body["Session"]!.GetValue<string>());
        Assert.Equal("in-progress", body["CallStatus"]!.GetValue<string>());
        Assert.Equal("inbound", body["Direction"]!.GetValue<string>());
        Assert.Equal("Ada", body["CallerName"]!.GetValue<string>());
        Assert.Equal("NEW", body["SessionData"]!["status"]!.GetValue<string>());
        Assert.Equal("opbx", body["Application"]!["name"]!.GetValue<string>());
        Assert.Equal(domain.Name, headers["X-CX-Domain"]);
        Assert.Equal(16, headers["X-CX-StageId"].Length);
    }

    [Fact]
    public async Task A_dial_that_nobody_takes_ends_by_itself_and_asks_its_action()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync("""<Response><Dial timeout="1" action="/pbx/after"><Number>1001</Number></Dial></Response>""");
        host.Answer("after", "<Response/>");
        var call = await domain.CallAsync();
        await call.EndAsync();
        Assert.Equal("no-answer", host.Requests.Last().Body["CallStatus"]!.GetValue<string>());
        Assert.Equal("noanswer", host.Statuses().Last());
        Assert.Equal("NOANSWER", Assert.Single(host.Records)["disposition"]!.GetValue<string>());
        Assert.Equal(0, host.Records.Single()["session"]!["callAnswerTime"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_busy_phone_leaves_the_others_ringing_and_the_last_one_ends_the_dial()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync(Ring);
        host.Answer("after", """<Response><Reject reason="congestion"/></Response>""");
        var call = await domain.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.True(call.Busy("1001"));
        await call.UntilAsync(SandboxWaitingKind.Dial, w => w.Numbers.Length == 1);
        Assert.False(call.Answer("1001"));
        Assert.True(call.Unreachable("1002"));
        await call.EndAsync();
        Assert.Equal("busy", host.Requests.Last().Body["CallStatus"]!.GetValue<string>());
        Assert.Equal("CONGESTION", Assert.Single(host.Records)["disposition"]!.GetValue<string>());
    }

    [Fact]
    public async Task Keys_are_gathered_one_by_one_and_go_to_the_action()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync(
            """<Response><Gather numDigits="2" action="{pbx}/menu"><Say>Press something.</Say></Gather></Response>""");
        host.Answer("menu", """<Response><Redirect>{pbx}/end</Redirect></Response>""");
        host.Answer("end", """<Response><Say>Goodbye.</Say><Hangup/></Response>""");
        var call = await domain.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Gather);
        Assert.True(call.Press("4"));
        Assert.True(call.Press("2"));
        await call.EndAsync();
        Assert.Equal(["voice", "menu", "end"], host.Requests.Select(r => r.Name));
        Assert.Equal("42", host.Requests.ElementAt(1).Body["Digits"]!.GetValue<string>());
        Assert.Contains("The caller hears: “Goodbye.”", call.Sentences());
        Assert.Equal("ANSWER", Assert.Single(host.Records)["disposition"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("", "after")]
    [InlineData(""" actionOnEmptyResult="true" """, "menu")]
    public async Task No_keys_reach_the_action_only_when_it_wants_that(string attribute, string expected)
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync(
            $$"""<Response><Gather action="{pbx}/menu"{{attribute}}/><Redirect>{pbx}/after</Redirect></Response>""");
        host.Answer("menu", "<Response/>");
        host.Answer("after", "<Response/>");
        var call = await domain.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Gather);
        Assert.True(call.NoInput());
        await call.EndAsync();
        Assert.Equal(expected, host.Requests.Last().Name);
    }

    [Fact]
    public async Task A_message_can_be_fetched_as_sound()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync(
            $$"""<Response><Record action="{pbx}/kept" recordingStatusCallback="{events}/recording"/></Response>"""
            .Replace("{events}", host.Url + "/events", StringComparison.Ordinal));
        host.Answer("kept", "<Response/>");
        var call = await domain.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Record);
        Assert.True(call.LeaveMessage(4));
        await call.EndAsync();
        var told = Assert.Single(host.Recordings);
        Assert.Equal(4, told["RecordingDuration"]!.GetValue<int>());
        Assert.Equal(told["RecordingUrl"]!.GetValue<string>(), host.Requests.Last().Body["RecordingUrl"]!.GetValue<string>());
        using var client = new HttpClient();
        var sound = await client.GetAsync(told["RecordingUrl"]!.GetValue<string>());
        Assert.Equal("audio/wav", sound.Content.Headers.ContentType!.MediaType);
        Assert.Equal(44 + (4 * 8000 * 2), (await sound.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_it_rings_cancels_without_an_action_request()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync(Ring);
        var call = await domain.CallAsync();
        await call.UntilAsync(SandboxWaitingKind.Dial);
        Assert.True(call.HangUp());
        await call.EndAsync();
        Assert.Single(host.Requests);
        Assert.Equal("cancel", host.Statuses().Last());
        Assert.Equal("CANCEL", Assert.Single(host.Records)["disposition"]!.GetValue<string>());
        Assert.False(call.HangUp());
    }

    [Theory]
    [InlineData("<Response><Say>Unfinished", 200, "not a CXML document")]
    [InlineData("<Response/>", 500, "status 500")]
    public async Task An_answer_that_cannot_be_run_ends_the_call_with_a_sentence(string document, int status, string sentence)
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync();
        host.Documents["voice"] = _ => Results.Content(document, "application/xml", null, status);
        var call = await domain.CallAsync();
        await call.EndAsync();
        Assert.Contains(call.Steps, s => s.Kind == SandboxStepKind.Problem && s.Sentence.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal("error", host.Statuses().Last());
        Assert.Equal("FAILED", Assert.Single(host.Records)["disposition"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_call_that_never_ends_is_stopped()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync("<Response><Redirect>{pbx}/voice</Redirect></Response>");
        var call = await domain.CallAsync();
        await call.EndAsync();
        Assert.Equal(100, host.Requests.Count);
        Assert.Equal("error", host.Statuses().Last());
    }

    [Fact]
    public async Task Other_addresses_than_the_portals_are_refused()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync("<Response><Redirect>http://192.0.2.1/voice</Redirect></Response>");
        var call = await domain.CallAsync();
        await call.EndAsync();
        Assert.Contains(call.Sentences(), s => s.Contains("talks to this portal only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_that_the_portal_refuses_is_sent_again_in_its_order()
    {
        await using var host = await SandboxHost.StartAsync();
        var domain = await host.PairAsync("<Response><Hangup/></Response>");
        host.Refusals = 2;
        var call = await domain.CallAsync();
        await call.EndAsync();
        Assert.Equal(["new", "processing", "noanswer"], host.Statuses());
        Assert.Single(host.Records);
    }
}
