using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Reports;

/// <summary>Reports on the finished calls of a PBX.</summary>
public sealed class ReportDirectory(Database database, ConfigurationStore configuration)
{
    /// <summary>Maximum number of missed calls examined, newest first.</summary>
    public const int MostExplained = 2_000;

    private const string Chosen = "\"event\":\"optionChosen\"";

    /// <summary>All directions when <paramref name="direction"/> is null.</summary>
    public async Task<Result<CallReport>> ReadAsync(Actor actor, Guid pbxId, ReportRange range, CallDirection? direction,
        CancellationToken cancel)
    {
        var found = Find(actor, pbxId, range);
        if (!found.Ok) return found.Failure;
        var builder = new ReportBuilder(range, found.Value.Document);
        await using var db = database.OpenFor(actor.OrganizationId);
        var calls = Calls(db, pbxId, range, direction).Select(c => new ReportedCall {
            StartedAt = c.StartedAt,
            WaitSeconds = c.WaitSeconds,
            Disposition = c.Disposition!.Value,
            Duration = c.Duration,
            BillableSeconds = c.BillableSeconds,
            CallerExtension = c.CallerExtension,
            AnsweredBy = c.AnsweredBy,
            PhoneNumber = c.PhoneNumber,
            Extensions = c.Extensions,
            Path = c.Path,
            Facts = c.Facts.Contains(Chosen) ? c.Facts : null,
        });
        await foreach (var call in calls.AsAsyncEnumerable().WithCancellation(cancel)) builder.Add(call);
        return builder.Build();
    }

    /// <summary>Why inbound calls of some days reached nobody, most frequent cause first.</summary>
    public async Task<Result<MissedReport>> MissedAsync(Actor actor, Guid pbxId, ReportRange range, CancellationToken cancel)
    {
        var found = Find(actor, pbxId, range);
        if (!found.Ok) return found.Failure;
        await using var db = database.OpenFor(actor.OrganizationId);
        var all = Calls(db, pbxId, range, CallDirection.Inbound)
            .Where(c => c.Disposition == Disposition.Missed || c.Disposition == Disposition.Busy || c.Disposition == Disposition.Canceled
                || c.Disposition == Disposition.Failed);
        var missed = await all.OrderByDescending(c => c.SortKey).Take(MostExplained)
            .Select(c => new {
                c.Token, c.StartedAt, c.Disposition,
                Traces = db.Set<CallStage>().Where(s => s.CallId == c.Id).OrderBy(s => s.Number).Select(s => s.Trace).ToList(),
            })
            .ToListAsync(cancel);
        var causes = new MissedCauses();
        foreach (var call in missed)
        {
            var trace = call.Traces.SelectMany(t => JsonSerializer.Deserialize<List<TraceStep>>(t, DocumentJson.Options)!).ToList();
            causes.Add(call.Token, call.StartedAt, call.Disposition!.Value, trace);
        }
        var report = causes.Report();
        return missed.Count < MostExplained ? report : report with { All = await all.CountAsync(cancel) };
    }

    private static IQueryable<Call> Calls(OpbxDbContext db, Guid pbxId, ReportRange range, CallDirection? direction)
    {
        var (start, end) = (CallSortKey.At(range.Start), CallSortKey.At(range.End));
        var calls = db.Calls.AsNoTracking().Where(c => c.PbxId == pbxId && c.SortKey >= start && c.SortKey < end && c.Disposition != null)
            .OfBusiness();
        return direction is { } wanted ? calls.Where(c => c.Direction == wanted) : calls;
    }

    private Result<PbxSnapshot> Find(Actor actor, Guid pbxId, ReportRange range)
    {
        if (!actor.May(Permission.ViewAllCalls)) return Failure.Forbidden();
        if (range.Days is < 1 or > ReportRange.MostDays)
            return new Failure(FailureKind.Invalid, $"A report covers 1 to {ReportRange.MostDays} days.");
        return configuration.Find(pbxId) is { } found && found.OrganizationId == actor.OrganizationId ? found
            : Failure.NotFound("This PBX");
    }
}
