using System.Xml.Linq;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Verbs;

/// <summary>What follows when a dial is over.</summary>
internal static class DialResult
{
    /// <summary>The action, or the next verb when there is none.</summary>
    public static VerbEnd? From(CallRun run, XElement dial, string documentUrl, string result)
    {
        run.LastDial = result;
        return dial.Text("action") is { } action ? CallRun.Next(documentUrl, action, dial.Text("method"), new() { ["CallStatus"] = result })
            : null;
    }
}
