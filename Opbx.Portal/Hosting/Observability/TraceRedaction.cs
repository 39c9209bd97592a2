using System.Diagnostics;
using OpenTelemetry;

namespace Opbx.Portal.Hosting.Observability;

/// <summary>Removes URLs from exported traces, because those of portal, Cloudonix and recordings can have keys. Route and host
/// stay.</summary>
internal sealed class TraceRedaction : BaseProcessor<Activity>
{
    private static readonly string[] Addresses = ["url.full", "url.path", "url.query"];

    public override void OnEnd(Activity data)
    {
        foreach (var address in Addresses) data.SetTag(address, null);
        // The status description is the exception's text.
        data.SetStatus(data.Status);
    }
}
