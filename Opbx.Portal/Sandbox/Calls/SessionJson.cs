using System.Text.Json;
using System.Text.Json.Nodes;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Calls;

/// <summary>A call in the platform's format: as a session, in a voice request, in an event and in a call record.</summary>
internal static class SessionJson
{
    private const string Server = "127.0.0.1";

    /// <summary>As returned in a list or for one session.</summary>
    public static JsonObject Session(SandboxCall call, SandboxDomain domain, DateTimeOffset modifiedAt) => new() {
        ["id"] = call.Id,
        ["token"] = call.Token,
        ["domainId"] = domain.Id,
        ["domain"] = domain.Name,
        ["subscriberId"] = call.SubscriberId,
        ["outgoingSubscriberId"] = Caller(call, domain)?.Id,
        ["callerId"] = call.Start.From,
        ["destination"] = call.Start.To,
        ["direction"] = call.Start.Direction.InSession(),
        ["status"] = call.Status,
        ["timeLimit"] = call.TimeLimit,
        ["callStartTime"] = call.StartedAt.ToUnixTimeMilliseconds(),
        ["callAnswerTime"] = call.AnsweredAt?.ToUnixTimeMilliseconds(),
        ["callEndTime"] = call.EndedAt?.ToUnixTimeMilliseconds(),
        ["startTime"] = SandboxJson.Seconds(call.StartedAt),
        ["answerTime"] = call.AnsweredAt is { } answered ? SandboxJson.Seconds(answered) : null,
        ["endTime"] = call.EndedAt is { } ended ? SandboxJson.Seconds(ended) : null,
        ["createdAt"] = SandboxJson.Seconds(call.StartedAt),
        ["modifiedAt"] = SandboxJson.Milliseconds(modifiedAt),
        ["vappServer"] = Server,
        ["callIds"] = new JsonArray(call.CallId),
        ["profile"] = Profile(call, domain),
    };

    /// <summary>One that is not final has no end time.</summary>
    public static JsonObject Update(SandboxCall call, SandboxDomain domain, DateTimeOffset at, bool final)
    {
        var update = Session(call, domain, at);
        update.Remove("endTime");
        if (!final) update["callEndTime"] = null;
        update["eventId"] = Guid.NewGuid().ToString();
        update["action"] = "updated";
        update["reason"] = "api";
        update["lastError"] = null;
        return update;
    }

    /// <summary>The standard parameters of a voice request.</summary>
    public static JsonObject Request(SandboxCall call, SandboxDomain domain, bool first)
    {
        var session = Session(call, domain, call.StartedAt);
        foreach (var name in (string[])["subscriberId", "callAnswerTime", "callEndTime", "startTime", "answerTime", "endTime", "createdAt",
            "modifiedAt", "direction", "domain"]) session.Remove(name);
        if (session["outgoingSubscriberId"] is null) session.Remove("outgoingSubscriberId");
        session["status"] = first ? "NEW" : call.Status;
        session["ringing"] = call.Status == "ringing";
        session["domainNameOrId"] = domain.Name;
        var request = new JsonObject {
            ["ApplicationSid"] = domain.Application?.Uuid.ToString(),
            ["ApiVersion"] = "1",
            ["CallStatus"] = "in-progress",
            ["From"] = call.Start.From,
            ["To"] = call.Start.To,
            ["CallSid"] = call.Token,
            ["Session"] = call.Token,
            ["Domain"] = domain.Name,
            ["AccountSid"] = domain.Name,
            ["Direction"] = call.Start.Direction.InRequest(),
            ["SessionData"] = session,
            ["Application"] = JsonSerializer.SerializeToNode(domain.Application, SandboxJson.Options),
        };
        if (!string.IsNullOrWhiteSpace(call.Start.CallerName)) request["CallerName"] = call.Start.CallerName;
        return request;
    }

    public static JsonObject Record(SandboxCall call, SandboxState state, SandboxDomain domain, string disposition)
    {
        var end = call.EndedAt ?? call.StartedAt;
        var session = Session(call, domain, end);
        session["status"] = disposition;
        session["callAnswerTime"] = call.AnsweredAt?.ToUnixTimeMilliseconds() ?? 0;
        session["profile"]!["qos"] = new JsonObject { ["rtt"] = 12, ["rx_mos"] = "NaN", ["tx_mos"] = 4.4, ["ssrc"] = "1234" };
        return new() {
            ["timestamp"] = end.ToUnixTimeSeconds(),
            ["session"] = session,
            ["from"] = call.Start.From,
            ["to"] = call.Start.To,
            ["disposition"] = disposition,
            ["duration"] = Seconds(end - call.StartedAt),
            ["billsec"] = call.AnsweredAt is { } answered ? Seconds(end - answered) : 0,
            ["call_id"] = call.CallId,
            ["domain"] = domain.Name,
            ["subscriber"] = (Caller(call, domain) ?? domain.Subscribers.Find(s => s.Id == call.SubscriberId))?.Uuid.ToString(),
            ["cx_trunk_id"] = call.Start.Direction == SandboxDirection.Inbound && !domain.Trunks.IsEmpty ? domain.Trunks[0].Id : null,
            ["application"] = domain.Application?.Name,
            ["route"] = null,
            ["rated_cost"] = 0,
            ["approx_cost"] = 0,
            ["sell_cost"] = 0,
            ["vapp_server"] = Server,
            ["recording_url"] = null,
            ["owner"] = new JsonObject {
                ["domain"] = new JsonObject { ["name"] = domain.Name, ["uuid"] = domain.Uuid.ToString() },
                ["tenant"] = new JsonObject { ["name"] = "sandbox", ["uuid"] = state.CustomerUuid.ToString() },
            },
        };
    }

    private static JsonObject Profile(SandboxCall call, SandboxDomain domain)
    {
        var profile = new JsonObject { ["callId"] = new JsonArray(call.CallId) };
        if (call.Start.Direction == SandboxDirection.Inbound)
        {
            profile["trunk-sip-headers"] = new JsonObject { ["Cloudonix-Origin"] = "border", ["Cloudonix-IP"] = "192.0.2.10" };
            profile["inbound-trunk-name"] = domain.Trunks.IsEmpty ? "sandbox-trunk" : domain.Trunks[0].Name;
        }
        else
        {
            profile["subscriber-sip-headers"] = new JsonObject {
                ["Cloudonix-Origin"] = "subscriber",
                ["Cloudonix-Domain"] = domain.Name,
                ["Cloudonix-Timestamp"] = call.StartedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["CID"] = call.CallId,
            };
        }

        foreach (var (key, value) in call.Profile) profile[key] = JsonNode.Parse(value.GetRawText());
        return profile;
    }

    private static SandboxSubscriber? Caller(SandboxCall call, SandboxDomain domain) =>
        call.Start.Direction == SandboxDirection.Subscriber ? domain.Subscriber(call.Start.From) : null;

    private static int Seconds(TimeSpan time) => (int)Math.Round(time.TotalSeconds);
}
