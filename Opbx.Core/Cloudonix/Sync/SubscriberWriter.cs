using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Carries out a plan and stores every result at once. A refusal concerns one subscriber; an outage ends the pass, and the
/// rest follows later.</summary>
internal sealed class SubscriberWriter(OpbxDbContext db, Pairing pairing, ICloudonixApi api, SyncPlan plan, ObjectSecrets secrets,
    TimeProvider time)
{
    private readonly Dictionary<SyncStep, CloudonixError> _errors = [];
    private readonly List<CreateStep> _created = [];
    private int _written;

    public async Task<SyncReport> WriteAsync(CancellationToken cancel)
    {
        CloudonixError? outage = null;
        foreach (var step in plan.Steps)
        {
            var error = outage is null ? await ApplyAsync(step, cancel) : step.Writes ? outage : null;
            if (error is null)
            {
                if (step.Writes) _written++;
                continue;
            }

            _errors[step] = error;
            if (!error.ConcernsOneObject) outage = error;
        }

        if (_created.Count > 0) await SettleAsync(cancel);
        return SyncReport.From(plan, _errors, _written);
    }

    private Task<CloudonixError?> ApplyAsync(SyncStep step, CancellationToken cancel) => step switch {
        CreateStep create => CreateAsync(create, cancel),
        KeepStep keep => UpdateAsync(keep, cancel),
        DeleteStep delete => DeleteAsync(delete, cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<CloudonixError?> CreateAsync(CreateStep step, CancellationToken cancel)
    {
        if (step.NewPassword) await WritePasswordAsync(step.ObjectId, step.Password.Reveal(), cancel);
        var row = Row(step);
        (row.Msisdn, row.RemoteId, row.State, row.Error, row.Deleted) = (step.Number, null, SubscriberState.Pending, null, false);
        await SaveAsync(cancel);
        var created = await api.CreateSubscriberAsync(pairing.Domain, new NewSubscriber(step.Number, step.Password), cancel).OutcomeAsync();
        if (created.Ok) _created.Add(step);
        else await FailAsync(row, created.Error, cancel);
        return created.Error;
    }

    private async Task<CloudonixError?> UpdateAsync(KeepStep step, CancellationToken cancel)
    {
        if (step.NewPassword is { } password) await WritePasswordAsync(step.ObjectId, password.Reveal(), cancel);
        var row = Row(step);
        var agrees = row.State == SubscriberState.Synced && row.RemoteId == step.RemoteId && row.Msisdn == step.Number && !row.Deleted;
        row.RemoteId = step.RemoteId;
        var (domain, id) = (pairing.Domain, step.RemoteId);
        if (step.Writes && (await api.UpdateSubscriberAsync(domain, id, step.Update, cancel).OutcomeAsync()).Error is { } error)
        {
            await FailAsync(row, error, cancel);
            return error;
        }

        if (step.Writes || !agrees) await AgreeAsync(row, step.Number, cancel);
        return null;
    }

    private async Task<CloudonixError?> DeleteAsync(DeleteStep step, CancellationToken cancel)
    {
        var row = Row(step);
        if (step.RemoteId is { } id)
        {
            (row.Deleted, row.State) = (true, SubscriberState.Pending);
            await SaveAsync(cancel);
            if ((await api.DeleteSubscriberAsync(pairing.Domain, id, cancel).OutcomeAsync()).Error is { } error)
            {
                await FailAsync(row, error, cancel);
                return error;
            }
        }

        plan.Rows.Remove(step.ObjectId);
        db.Subscribers.Remove(row);
        await SaveAsync(cancel);
        return null;
    }

    /// <summary>Responses to creations may be empty, so the ids of new subscribers are taken from the list.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        var list = await api.ListSubscribersAsync(pairing.Domain, cancel).OutcomeAsync();
        var byNumber = (list.Value ?? []).GroupBy(s => s.Msisdn, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var step in _created)
        {
            var row = Row(step);
            if (byNumber.TryGetValue(step.Number, out var made))
            {
                row.RemoteId = made.Id;
                await AgreeAsync(row, step.Number, cancel);
            }
            else
            {
                var error = list.Error ?? new CloudonixError(CloudonixErrorKind.Unreadable);
                _errors[step] = error;
                _written--;
                await FailAsync(row, error, cancel);
            }
        }
    }

    private Task AgreeAsync(Subscriber row, string number, CancellationToken cancel)
    {
        (row.Msisdn, row.State, row.Error, row.Deleted, row.SyncedAt) = (number, SubscriberState.Synced, null, false, time.GetUtcNow());
        return SaveAsync(cancel);
    }

    private Task FailAsync(Subscriber row, CloudonixError error, CancellationToken cancel)
    {
        (row.State, row.Error) = (SubscriberState.Failed, error.Sentence);
        return SaveAsync(cancel);
    }

    private Task WritePasswordAsync(Guid objectId, string password, CancellationToken cancel) => secrets.WriteAsync(
        Actor.System(pairing.OrganizationId, "Cloudonix"), objectId, Subscriber.PasswordPointer, password, cancel);

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException gone)
        {
            // Unpaired in the meantime: the row was deleted and stays so.
            foreach (var entry in gone.Entries) entry.State = EntityState.Detached;
        }
    }

    private Subscriber Row(SyncStep step)
    {
        if (plan.Rows.TryGetValue(step.ObjectId, out var row)) return row;
        row = new Subscriber {
            ObjectId = step.ObjectId, OrganizationId = pairing.OrganizationId, PbxId = pairing.PbxId,
            Msisdn = step.Number
        };
        db.Subscribers.Add(row);
        return plan.Rows[step.ObjectId] = row;
    }
}
