using System.Diagnostics;
using OpenTelemetry;

namespace Opbx.Portal.Hosting.Observability;

/// <summary>Takes addresses out of traces before they leave: those of the portal, of Cloudonix and of recordings can hold keys. Route and
/// host stay.</summary>
internal sealed class TraceRedaction : BaseProcessor<Activity>
{
    private static readonly string[] Addresses = ["url.full", "url.path", "url.query"];

    public override void OnEnd(Activity data)
    {
        foreach (var address in Addresses) data.SetTag(address, null);
        // The description of a fault is the text of an exception.
        data.SetStatus(data.Status);
    }
}
