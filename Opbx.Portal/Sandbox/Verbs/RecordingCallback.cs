using System.Xml.Linq;
using Opbx.Portal.Sandbox.Calls;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Verbs;

/// <summary>Notifies the portal about a finished recording, where a verb requests it.</summary>
internal static class RecordingCallback
{
    /// <summary>Does nothing when the element has no callback URL.</summary>
    public static void Send(CallRun run, XElement element, string sid, string url, int seconds)
    {
        if (element.Text("recordingStatusCallback") is not { } callback) return;
        run.Events.Callback("a finished recording", callback, element.Text("recordingStatusCallbackMethod") ?? "POST", new() {
            ["CallSid"] = run.Call.Token,
            ["Session"] = run.Call.Token,
            ["RecordingSid"] = sid,
            ["RecordingUrl"] = url,
            ["RecordingStatus"] = "completed",
            ["RecordingDuration"] = seconds,
            ["RecordingStartTime"] = SandboxJson.Seconds(run.Office.Time.GetUtcNow().AddSeconds(-seconds)),
        });
    }
}
