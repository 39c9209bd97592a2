using System.Text.Json.Nodes;
using System.Xml.Linq;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Verbs;

/// <summary>Dial with a Conference: the caller enters a room.</summary>
internal sealed class ConferenceVerb(CallRun run, XElement verb, XElement room, string documentUrl)
{
    private readonly string _name = room.Content() is { Length: > 0 } name ? name : "default";

    public async Task<VerbEnd?> RunAsync()
    {
        if (!run.Office.Rooms.Enter(run.Call, _name, room.Number("maxParticipants", 250)))
        {
            run.Call.Record(SandboxStepKind.Problem, $"The conference room {_name} is full.");
            return DialResult.From(run, verb, documentUrl, "failed");
        }

        run.Answer();
        run.Events.Update("connected");
        Announce("join", "participant-join");
        run.Call.Record(SandboxStepKind.Connected, $"The caller is in the conference room {_name}.");
        var interrupt = await StayAsync();
        run.Resume();
        var others = run.Office.Rooms.Leave(run.Call, _name);
        Announce("leave", "participant-leave");
        if (room.Text("endConferenceOnExit") == "true")
            foreach (var other in others) other.Inbox.Post(new PhoneAction.ConferenceEnds());

        return interrupt is null ? DialResult.From(run, verb, documentUrl, "completed") : new VerbEnd.Stopped(interrupt);
    }

    /// <summary>Null when the room was closed.</summary>
    private async Task<PhoneAction?> StayAsync()
    {
        for (; ; )
        {
            switch (await run.WaitAsync(SandboxWaitingKind.Conference, Timeout.InfiniteTimeSpan, [_name], SandboxWaiting.AllKeys))
            {
                case PhoneAction.Press press:
                    run.Call.Record(SandboxStepKind.Acted, $"The caller pressed {press.Keys} in the conference.");
                    break;
                case PhoneAction.ConferenceEnds:
                    run.Call.Record(SandboxStepKind.Acted, "The conference ends.");
                    return null;
                case { } interrupt: return interrupt;
                case null: return null;
            }
        }
    }

    private void Announce(string wanted, string @event)
    {
        if (room.Text("statusCallback") is not { } url) return;
        if (!(room.Text("statusCallbackEvent") ?? "").Split(' ').Contains(wanted, StringComparer.Ordinal)) return;
        var parameters =
            new JsonObject {
                ["StatusCallbackEvent"] = @event, ["Session"] = run.Call.Token, ["CallSid"] = run.Call.Token,
                ["ConferenceName"] = _name
            };
        run.Events.Callback($"the conference event “{@event}”", url, room.Text("statusCallbackMethod") ?? "POST", parameters);
    }
}
