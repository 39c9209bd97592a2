using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix;
using Opbx.Core.Persistence;

namespace Opbx.Portal.Features.Extensions;

public sealed class PhoneStates(Database database, ConfigurationStore store)
{
    /// <summary>By id of the extension; people who cannot see other extensions get their own.</summary>
    public async Task<IReadOnlyDictionary<Guid, PhoneState>> FindAsync(Actor actor, Guid pbxId, IReadOnlyCollection<Guid> extensions,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewConfiguration) && extensions.Any(id => id != OwnOf(actor, pbxId)))
            return new Dictionary<Guid, PhoneState>();
        await using var db = database.OpenFor(actor.OrganizationId);
        var domain = await db.Pairings.Where(p => p.PbxId == pbxId).Select(p => p.Domain).FirstOrDefaultAsync(cancel);
        return await db.Subscribers.AsNoTracking()
            .Where(s => s.PbxId == pbxId && !s.Deleted && extensions.Contains(s.ObjectId))
            .ToDictionaryAsync(s => s.ObjectId, s => new PhoneState(s.State, s.Error, domain), cancel);
    }

    private Guid? OwnOf(Actor actor, Guid pbxId) =>
        actor.May(Permission.EditOwnExtension) && actor.ExtensionOn(pbxId) is { } own && store.Find(pbxId) is { } pbx
            ? pbx.Objects.GetValueOrDefault(new ObjectRef(ObjectKind.Extensions.Name, own))?.Id : null;
}
