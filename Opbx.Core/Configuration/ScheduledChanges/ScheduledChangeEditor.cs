using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration.ScheduledChanges;

public sealed class ScheduledChangeEditor(Database database, ConfigurationStore store, ConfigurationWriter writer, ComingChanges coming,
    ScheduledChangeRunner runner, TimeProvider clock)
{
    /// <summary>Maximum number of changes of one PBX that will begin or end.</summary>
    public const int Most = 200;

    public const string HistoryKind = "scheduledChanges";

    private static readonly TimeSpan Farthest = TimeSpan.FromDays(3 * 366);

    /// <summary>Schedules the difference between the current configuration and what <paramref name="wanted"/> makes of it.</summary>
    public Task<Result<ScheduledChange>> PlanAsync(Actor actor, Guid pbxId, ScheduleInput input,
        Func<PbxSnapshot, Result<PbxDocument>> wanted, CancellationToken cancel) =>
        actor.May(Permission.EditConfiguration) ? PlanAllowedAsync(actor, pbxId, input, wanted, cancel)
            : Task.FromResult<Result<ScheduledChange>>(Failure.Forbidden());

    /// <summary>Cancels a change that has not begun, or ends one that has.</summary>
    public Task<Result<ScheduledChange>> EndAsync(Actor actor, Guid pbxId, Guid id, CancellationToken cancel) =>
        actor.May(Permission.EditConfiguration) ? EndAllowedAsync(actor, pbxId, id, cancel)
            : Task.FromResult<Result<ScheduledChange>>(Failure.Forbidden());

    /// <summary>After the permission was checked.</summary>
    internal async Task<Result<ScheduledChange>> EndAllowedAsync(Actor actor, Guid pbxId, Guid id, CancellationToken cancel)
    {
        using var turn = await coming.TurnAsync(pbxId, cancel);
        if (coming.Find(id) is not { } change || change.PbxId != pbxId || change.OrganizationId != actor.OrganizationId)
            return Failure.NotFound("A scheduled change that is to begin or to end under this address");
        return change.State == ScheduledChangeState.Active ? await runner.EndAsync(change, actor, cancel)
            : await StoreAsync(actor, change, ScheduledChangeState.Canceled, cancel);
    }

    /// <summary>After the permission was checked; a change that starts now begins immediately.</summary>
    internal async Task<Result<ScheduledChange>> PlanAllowedAsync(Actor actor, Guid pbxId, ScheduleInput input,
        Func<PbxSnapshot, Result<PbxDocument>> wanted, CancellationToken cancel)
    {
        var planned = await PlanOneAsync(actor, pbxId, input, wanted, cancel);
        if (!planned.Ok || planned.Value.StartsAt > clock.GetUtcNow()) return planned;
        await runner.RunDueAsync(cancel);
        return coming.Find(planned.Value.Id) ?? planned;
    }

    private async Task<Result<ScheduledChange>> PlanOneAsync(Actor actor, Guid pbxId, ScheduleInput input,
        Func<PbxSnapshot, Result<PbxDocument>> wanted, CancellationToken cancel)
    {
        using var turn = await coming.TurnAsync(pbxId, cancel);
        if (store.Find(pbxId) is not { } present || present.OrganizationId != actor.OrganizationId) return Failure.NotFound("This PBX");
        var (from, until) = (WholeMinute(input.From), input.Until is { } end ? WholeMinute(end) : (DateTimeOffset?)null);
        if (Check(input.Title, from, until) is { IsEmpty: false } errors) return Failure.Invalid(errors);
        if (coming.For(pbxId).Count >= Most)
            return new Failure(FailureKind.Conflict, $"A phone system has at most {Most} changes to come. Take one back first.");
        var document = wanted(present);
        if (!document.Ok) return document.Failure;
        var changes = DocumentDiff.Objects(present.Document, Draft.From(document.Value).Document, new Dictionary<ObjectRef, string>());
        if (changes.Count == 0) return new Failure(FailureKind.Conflict, "Nothing would change. Change something first.");
        if (changes.Any(c => c.KindName == ObjectKind.Integrations.Name) && !actor.May(Permission.EditIntegrations))
            return Failure.Forbidden();
        var plan = PlannedChanges.From(changes, present);
        if (OverlapRules.Find(coming.For(pbxId), plan, from, until) is { } crossed)
            return new Failure(
                FailureKind.Conflict,
                $"This begins or ends within \"{crossed.Title}\", which changes the same. Let one of them lie within the other, or " +
                    "beside it.");
        var tried = await writer.ChangeAsync(actor, pbxId, now => Then(now, plan, from), cancel, tryOnly: true);
        if (!tried.Ok) return tried.Failure;
        var change = new ScheduledChange {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OrganizationId = actor.OrganizationId,
            PbxId = pbxId,
            Title = input.Title.Trim(),
            StartsAt = from,
            EndsAt = until,
            Plan = DocumentJson.Write(plan),
            CoveredExtension = input.CoveredExtension,
            MadeBy = actor.Name,
            MadeAt = clock.GetUtcNow(),
        };
        return await StoreAsync(actor, change, ScheduledChangeState.Planned, cancel);
    }

    /// <summary>The configuration after the change has begun, to be checked by the rules.</summary>
    private Result<Draft> Then(PbxSnapshot now, PlannedChanges plan, DateTimeOffset from)
    {
        var merged = Future.Begin(Future.At(now, coming.For(now.PbxId), from).Snapshot, plan);
        return merged.Ok ? merged.Value.Draft : merged.Failure;
    }

    private FieldErrors Check(string title, DateTimeOffset from, DateTimeOffset? until)
    {
        var (errors, now) = (new FieldErrors(), clock.GetUtcNow());
        if (title.Trim().Length is < 2 or > ScheduledChange.LongestTitle)
            errors.Add("/title", $"A title has 2 to {ScheduledChange.LongestTitle} characters.");
        if (from < WholeMinute(now)) errors.Add("/from", "This time is over. Choose one to come, or save at once.");
        else if (from > now + Farthest) errors.Add("/from", "Choose a time within the next three years.");
        if (until <= from) errors.Add("/until", "The end lies after the beginning.");
        else if (until > now + Farthest) errors.Add("/until", "Choose a time within the next three years.");
        return errors;
    }

    private async Task<Result<ScheduledChange>> StoreAsync(Actor actor, ScheduledChange change, ScheduledChangeState state,
        CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        var isNew = state == ScheduledChangeState.Planned;
        if (isNew) db.ScheduledChanges.Add(change);
        else change = await db.ScheduledChanges.FirstAsync(c => c.Id == change.Id, cancel);
        change.State = state;
        change.ChangedAt = clock.GetUtcNow();
        db.History.Add(
            AuditEntries.Noted(actor, change.PbxId, HistoryKind, change.Title, isNew ? ChangeAction.Created : ChangeAction.Deleted,
                clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        coming.Put(change);
        return change;
    }

    private static DateTimeOffset WholeMinute(DateTimeOffset time) =>
        time.ToUniversalTime().AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));
}
