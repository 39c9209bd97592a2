using Microsoft.EntityFrameworkCore;
using Opbx.Core.Access;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Persistence;

namespace Opbx.Portal.Features.Extensions;

/// <summary>Tells which extensions' phones can register already.</summary>
public sealed class PhoneStates(Database database)
{
    /// <summary>What is known at Cloudonix, by identity of the extension.</summary>
    public async Task<IReadOnlyDictionary<Guid, PhoneState>> OfAsync(Actor actor, Guid pbxId, IReadOnlyCollection<Guid> extensions, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewConfiguration)) return new Dictionary<Guid, PhoneState>();
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Subscribers.AsNoTracking()
            .Where(s => s.PbxId == pbxId && !s.Deleted && extensions.Contains(s.ObjectId))
            .ToDictionaryAsync(s => s.ObjectId, s => new PhoneState(s.State, s.Error), cancel);
    }
}

/// <summary>How far the account of one phone is.</summary>
/// <param name="State">How far.</param>
/// <param name="Error">What went wrong, in a sentence.</param>
public sealed record PhoneState(SubscriberState State, string? Error);
