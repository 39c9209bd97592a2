using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Notices;
using Opbx.Core.Persistence;
using Quartz;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>Measures the backlog and free disk space periodically, so that adding an event costs nothing.</summary>
[DisallowConcurrentExecution]
internal sealed class BacklogJob(Database database, Backlog backlog, NoticeStore notices, IOptions<PortalOptions> options,
    TimeProvider time, ILogger<BacklogJob> log) : IJob
{
    /// <summary>Maximum backlog of one organization, in deliveries.</summary>
    public const int Most = 100_000;

    // A tenth of a large disk is still a lot of room.
    private const double LeastShare = 0.1;
    private const long LeastBytes = 1L << 30;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var drive = new DriveInfo(Path.GetFullPath(options.Value.DataDirectory));
        backlog.DiskFull = drive.AvailableFreeSpace < LeastBytes && drive.AvailableFreeSpace < drive.TotalSize * LeastShare;
        await CountAsync(Most, cancellationToken);
    }

    /// <summary>Finds the organizations over the limit and notifies those that were not over it before.</summary>
    public async Task CountAsync(int most, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var waiting = await db.WebhookDeliveries.AsNoTracking().Where(d => d.State == DeliveryState.Pending)
            .GroupBy(d => d.OrganizationId).Select(g => new { Organization = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var full = waiting.Where(w => w.Count >= most).Select(w => w.Organization).ToFrozenSet();
        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var organization in full.Except(backlog.Full))
        {
            DeliveryLog.BacklogFull(log, organization);
            notices.Raise(db, organization, $"backlog:{day}",
                $"{most:N0} deliveries to your integrations are waiting because receivers are not accepting them. New ones are not " +
                    "queued. Look at the receivers, then send what was missed.", "/integrations");
        }
        await db.SaveChangesAsync(cancel);
        backlog.Full = full;
        backlog.Waiting = waiting.Sum(w => w.Count);
    }
}
