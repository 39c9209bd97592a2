using Opbx.Core.Access;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Configuration;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Carries out the steps of one synchronization. A refusal concerns one subscriber; an outage ends the run, the rest follows later.</summary>
internal sealed class SyncRun(SyncPicture picture, SubscriberRows rows, ObjectSecrets secrets, TimeProvider time)
{
    private readonly Dictionary<SyncStep, CloudonixError> _errors = [];
    private readonly List<CreateStep> _created = [];
    private int _written;

    private string Domain => picture.Pairing.Domain;

    public async Task<SyncReport> ExecuteAsync(CancellationToken cancel)
    {
        CloudonixError? outage = null;
        foreach (var step in picture.Steps)
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
        return picture.Report(_errors, _written);
    }

    private Task<CloudonixError?> ApplyAsync(SyncStep step, CancellationToken cancel) => step switch
    {
        CreateStep create => CreateAsync(create, cancel),
        KeepStep keep => KeepAsync(keep, cancel),
        DeleteStep delete => DeleteAsync(delete, cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<CloudonixError?> CreateAsync(CreateStep step, CancellationToken cancel)
    {
        if (step.NewPassword) await WritePasswordAsync(step.ObjectId, step.Password.Reveal(), cancel);
        var row = Row(step);
        (row.Msisdn, row.RemoteId, row.State, row.Error, row.Deleted) = (step.Number, null, SubscriberState.Pending, null, false);
        await rows.SaveAsync(row, cancel);
        var created = await picture.Api.CreateSubscriberAsync(Domain, new NewSubscriber(step.Number, step.Password), cancel);
        if (created.Ok) _created.Add(step);
        else await FailAsync(row, created.Error, cancel);
        return created.Error;
    }

    private async Task<CloudonixError?> KeepAsync(KeepStep step, CancellationToken cancel)
    {
        if (step.NewPassword is { } password) await WritePasswordAsync(step.ObjectId, password.Reveal(), cancel);
        var row = Row(step);
        row.RemoteId = step.RemoteId;
        if (step.Writes && (await picture.Api.UpdateSubscriberAsync(Domain, step.RemoteId, step.Update, cancel)).Error is { } error)
        {
            await FailAsync(row, error, cancel);
            return error;
        }

        if (step.Writes || row.State != SubscriberState.Synced || row.Msisdn != step.Number || row.Deleted) await AgreeAsync(row, step.Number, cancel);
        return null;
    }

    private async Task<CloudonixError?> DeleteAsync(DeleteStep step, CancellationToken cancel)
    {
        var row = Row(step);
        if (step.RemoteId is { } id)
        {
            (row.Deleted, row.State) = (true, SubscriberState.Pending);
            await rows.SaveAsync(row, cancel);
            if ((await picture.Api.DeleteSubscriberAsync(Domain, id, cancel)).Error is { } error)
            {
                await FailAsync(row, error, cancel);
                return error;
            }
        }

        picture.Rows.Remove(step.ObjectId);
        await rows.RemoveAsync(row, cancel);
        return null;
    }

    /// <summary>The answers to creations may be empty, so the list tells the ids of the new subscribers.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        var list = await picture.Api.ListSubscribersAsync(Domain, cancel);
        var byNumber = (list.Value ?? []).GroupBy(s => s.Msisdn, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
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
        return rows.SaveAsync(row, cancel);
    }

    private Task FailAsync(Subscriber row, CloudonixError error, CancellationToken cancel)
    {
        (row.State, row.Error) = (SubscriberState.Failed, error.Sentence);
        return rows.SaveAsync(row, cancel);
    }

    private Task WritePasswordAsync(Guid objectId, string password, CancellationToken cancel) =>
        secrets.WriteAsync(Actor.System(picture.Pairing.OrganizationId, "Cloudonix"), objectId, SyncInspector.PasswordPlace, password, cancel);

    private Subscriber Row(SyncStep step)
    {
        if (picture.Rows.TryGetValue(step.ObjectId, out var row)) return row;
        return picture.Rows[step.ObjectId] = new Subscriber
        {
            ObjectId = step.ObjectId,
            OrganizationId = picture.Pairing.OrganizationId,
            PbxId = picture.Pairing.PbxId,
            Msisdn = step.Number,
        };
    }
}
