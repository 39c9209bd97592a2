using System.Xml.Linq;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Verbs;

/// <summary>Coach: the phone joins another call, until a key is pressed or the other call ends.</summary>
internal sealed class CoachVerb(CallRun run, XElement verb)
{
    public async Task<VerbEnd?> RunAsync()
    {
        run.Answer();
        var token = verb.Content();
        if (run.Other(token) is not { } other)
        {
            run.Call.Record(SandboxStepKind.Problem, "The call to join is over, or the sandbox does not know it.");
            return null;
        }

        var how = verb.Text("policy") ?? "whisper";
        run.Call.Record(SandboxStepKind.Connected, $"{run.Call.Start.From} joins the call of {other.Start.From} ({how}).");
        other.Record(SandboxStepKind.Connected, $"{run.Call.Start.From} joins this call ({how}).");
        var interrupt = await StayAsync(other);
        run.Resume();
        if (!other.IsOver) other.Record(SandboxStepKind.Acted, $"{run.Call.Start.From} leaves this call.");
        return interrupt is null ? null : new VerbEnd.Stopped(interrupt);
    }

    /// <summary>Null when the other call ended, or a key was pressed.</summary>
    private async Task<PhoneAction?> StayAsync(SandboxCall other)
    {
        void Follow()
        {
            if (other.IsOver) run.Call.Inbox.Post(new PhoneAction.OtherEnds());
        }

        other.Changed += Follow;
        try
        {
            // Checked again once the call waits: the other one may have ended in between.
            var waiting = run.WaitAsync(SandboxWaitingKind.Coach, Timeout.InfiniteTimeSpan, [other.Start.From], SandboxWaiting.AllKeys);
            Follow();
            switch (await waiting)
            {
                case PhoneAction.OtherEnds:
                    run.Call.Record(SandboxStepKind.Acted, "The other call is over.");
                    return null;
                case PhoneAction.Press press:
                    run.Call.Record(SandboxStepKind.Acted, $"The key {press.Keys} ends the visit.");
                    return null;
                case { } interrupt: return interrupt;
                case null: return null;
            }
        }
        finally
        {
            other.Changed -= Follow;
        }
    }
}
