using Microsoft.Extensions.Logging;
using Opbx.Core.Configuration;
using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Brings the subscribers of a domain to what the user extensions say; one run at a time per PBX.</summary>
public sealed class SubscriberSync(SyncInspector inspector, SubscriberRows rows, ObjectSecrets secrets, SubscriberDirectory directory, TimeProvider time, ILogger<SubscriberSync> log)
{
    private readonly KeyedLock _oneAtATime = new();

    /// <summary>Compares and writes what differs. Conflict when the PBX is not paired, Upstream and UpstreamTimeout when Cloudonix is out.</summary>
    public async Task<Result<SyncReport>> RunAsync(Guid pbxId, CancellationToken cancel)
    {
        using var turn = await _oneAtATime.EnterAsync(pbxId.ToString(), cancel);
        if (await inspector.PairingAsync(pbxId, cancel) is not { } pairing) return SyncDirectory.NotPaired();
        var picture = await inspector.LookAsync(pairing, cancel);
        if (!picture.Ok)
        {
            CloudonixLog.NotCompared(log, pbxId, picture.Error.Sentence);
            await rows.FinishAsync(pairing, picture.Error.Sentence, cancel);
            return picture.Error.ToFailure("Subscribers");
        }

        var report = await new SyncRun(picture.Value, rows, secrets, time).ExecuteAsync(cancel);
        directory.Replace(pbxId, picture.Value.Rows.Values);
        await rows.FinishAsync(pairing, report.Items.FirstOrDefault(i => i.Error is not null) is { } failed ? $"{failed.Extension}: {failed.Error}" : null, cancel);
        if (report.Written > 0 || report.Failed > 0) CloudonixLog.Synchronized(log, pbxId, report.Written, report.Failed);
        return report;
    }
}
