using System.Collections.Immutable;
using System.Xml.Linq;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Verbs;

/// <summary>Dial: one or several phones ring, the first that answers is connected.</summary>
internal sealed class DialVerb(CallRun run, XElement verb, string documentUrl)
{
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(verb.Number("timeout", run.Domain.RingSeconds));
    private ImmutableArray<string> _ringing = Targets(verb);
    private bool _busy;

    public async Task<VerbEnd?> RunAsync()
    {
        if (_ringing.IsEmpty)
        {
            run.Call.Record(SandboxStepKind.Problem, "The document dials nobody.");
            return Done("failed");
        }

        Announce();
        var action = await RingAsync();
        run.Resume();
        switch (action)
        {
            case PhoneAction.Answer answer: return await TalkAsync(answer.Number);
            case PhoneAction.HangUp or PhoneAction.SwitchTo: return new VerbEnd.Stopped(action);
        }

        if (_ringing.IsEmpty) return Done(_busy ? "busy" : "failed");
        run.Call.Record(SandboxStepKind.Acted, "Nobody answers.");
        return Done("no-answer");
    }

    private static ImmutableArray<string> Targets(XElement verb)
    {
        var nouns = verb.Elements().Where(e => e.Name.LocalName is "Number" or "Sip" or "Service").Select(e => e.Content())
            .Where(t => t.Length > 0).ToImmutableArray();
        if (!nouns.IsEmpty) return nouns;
        var own = string.Concat(verb.Nodes().OfType<XText>().Select(t => t.Value)).Trim();
        return own.Length == 0 ? [] : [own];
    }

    private void Announce()
    {
        foreach (var target in _ringing)
        {
            var subscriber = run.Domain.Subscriber(target);
            if (subscriber is null && target.Length <= 6 && target.All(char.IsAsciiDigit) && verb.Text("trunks") is null)
                run.Call.Record(SandboxStepKind.Problem,
                    $"The domain has no subscriber {target}: a real call would leave over a trunk. Here it rings all the same.");
            run.Call.SubscriberId = subscriber?.Id;
            run.Events.Update("ringing");
        }

        var trunk = verb.Text("trunks") is { } trunks ? $" over the trunk {trunks}" : "";
        run.Call.Record(SandboxStepKind.Waiting,
            string.Create(CultureInfo.InvariantCulture,
                $"{string.Join(", ", _ringing)} {(_ringing.Length == 1 ? "rings" : "ring")}{trunk} for {_timeout.TotalSeconds:0} s."));
    }

    /// <summary>Until somebody answers or hangs up, nobody is left, or the time is over (null).</summary>
    private async Task<PhoneAction?> RingAsync()
    {
        var began = run.Office.Time.GetTimestamp();
        while (!_ringing.IsEmpty)
        {
            var left = _timeout - run.Office.Time.GetElapsedTime(began);
            var action = await run.WaitAsync(SandboxWaitingKind.Dial, left > TimeSpan.Zero ? left : TimeSpan.Zero, _ringing);
            switch (action)
            {
                case PhoneAction.Busy busy:
                    _busy = true;
                    _ringing = _ringing.Remove(busy.Number);
                    run.Call.Record(SandboxStepKind.Acted, $"{busy.Number} is busy.");
                    break;
                case PhoneAction.Unreachable gone:
                    _ringing = _ringing.Remove(gone.Number);
                    run.Call.Record(SandboxStepKind.Acted, $"{gone.Number} is not registered.");
                    break;
                default: return action;
            }
        }

        return null;
    }

    private async Task<VerbEnd?> TalkAsync(string number)
    {
        var connected = run.Office.Time.GetUtcNow();
        run.Call.AnsweredAt ??= connected;
        run.Call.SubscriberId = run.Domain.Subscriber(number)?.Id;
        run.Events.Update("connected");
        run.Call.Record(SandboxStepKind.Connected, $"{number} answers; the two are connected.");
        var interrupt = await BridgeAsync(number);
        run.Resume();
        Record(run.Office.Time.GetUtcNow() - connected);
        return interrupt is null ? Done("completed") : new VerbEnd.Stopped(interrupt);
    }

    /// <summary>Null when the called person hung up, or the maximum duration is over.</summary>
    private async Task<PhoneAction?> BridgeAsync(string number)
    {
        var limit = verb.Number("timeLimit", 0) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan;
        for (; ; )
        {
            switch (await run.WaitAsync(SandboxWaitingKind.Bridge, limit, [number], SandboxWaiting.AllKeys))
            {
                case PhoneAction.Press press when press.Keys.Contains('*', StringComparison.Ordinal) && verb.Text("hangupOnStar") == "true":
                    run.Call.Record(SandboxStepKind.Acted, "The star key ends the talk.");
                    return null;
                case PhoneAction.Press press:
                    run.Call.Record(SandboxStepKind.Acted, $"The caller pressed {press.Keys} during the talk.");
                    break;
                case null or PhoneAction.CalleeHangUp:
                    run.Call.Record(SandboxStepKind.Acted, $"{number} hangs up.");
                    return null;
                case { } interrupt: return interrupt;
            }
        }
    }

    private void Record(TimeSpan talked)
    {
        if (verb.Text("record") is null or "do-not-record") return;
        var seconds = Math.Max(1, (int)talked.TotalSeconds);
        var (sid, url) = run.Office.Recordings.Make(seconds);
        RecordingCallback.Send(run, verb, sid, url, seconds);
    }

    private VerbEnd? Done(string result) => DialResult.From(run, verb, documentUrl, result);
}
