using System.Xml.Linq;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Verbs;

internal sealed class RecordVerb(CallRun run, XElement verb, string documentUrl)
{
    /// <summary>A person needs longer to find the button than a caller needs to begin speaking.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<VerbEnd?> RunAsync()
    {
        run.Answer();
        run.Nested = true;
        foreach (var child in verb.Elements()) await VerbTable.RunAsync(run, child, documentUrl);
        run.Nested = false;
        run.Call.Record(SandboxStepKind.Waiting, "The caller can speak a message now.");
        var action = await run.WaitAsync(SandboxWaitingKind.Record, Patience);
        run.Resume();
        switch (action)
        {
            case PhoneAction.LeaveMessage message: return Save(message.Seconds);
            case null or PhoneAction.NoInput:
                run.Call.Record(SandboxStepKind.Acted, "The caller said nothing.");
                return null;
            case { } interrupt: return new VerbEnd.Stopped(interrupt);
        }
    }

    private VerbEnd Save(int wanted)
    {
        var seconds = Math.Min(Math.Max(wanted, 1), verb.Number("maxLength", 3600));
        var (sid, url) = run.Office.Recordings.Make(seconds);
        run.Call.Record(SandboxStepKind.Acted, $"The caller leaves a message of {seconds} s.");
        RecordingCallback.Send(run, verb, sid, url, seconds);
        return CallRun.Next(documentUrl, verb.Text("action"), verb.Text("method"), new() {
            ["CallStatus"] = "in-progress",
            ["RecordingUrl"] = url,
            ["RecordingDuration"] = seconds,
            ["Digits"] = "",
        });
    }
}
