using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Configuration;
using Opbx.Core.Extensions;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Compares the user extensions of a PBX with the subscribers of its domain; writes nothing.</summary>
public sealed class SyncInspector(Database database, ConfigurationStore store, ObjectSecrets secrets, CloudonixClients clients)
{
    /// <summary>The place of a phone's password among an extension's secrets.</summary>
    public const string PasswordPlace = "/sipPassword";

    /// <summary>The pairing of a PBX, or null.</summary>
    internal async Task<Pairing?> PairingAsync(Guid pbxId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        return await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel);
    }

    /// <summary>Looks at both sides.</summary>
    internal async Task<CloudonixOutcome<SyncPicture>> LookAsync(Pairing pairing, CancellationToken cancel)
    {
        var api = clients.Of(pairing);
        var remote = await api.ListSubscribersAsync(pairing.Domain, cancel);
        if (!remote.Ok) return remote.Error;
        await using var db = database.OpenFor(pairing.OrganizationId);
        var rows = await db.Subscribers.AsNoTracking().Where(s => s.PbxId == pairing.PbxId).ToDictionaryAsync(s => s.ObjectId, cancel);
        var extensions = Extensions(pairing.PbxId);
        var wanted = new List<WantedSubscriber>();
        foreach (var (id, extension) in extensions)
        {
            var password = await secrets.ReadAsync(id, PasswordPlace, cancel);
            wanted.Add(new WantedSubscriber(id, extension.Number, extension.Active, password is null ? null : new Secret(password)));
        }

        var known = rows.Values.Select(r => new KnownSubscriber(r.ObjectId, r.RemoteId, r.Msisdn)).ToList();
        var steps = SyncPlanner.Plan(wanted, remote.Value, known, () => new Secret(PbxEditor.NewToken(24)));
        var foreign = remote.Value.Count - steps.Count(s => s is KeepStep or DeleteStep { RemoteId: not null });
        return new SyncPicture(pairing, api, rows, extensions.ToDictionary(e => e.Id, e => e.Extension.Name), steps, foreign);
    }

    private List<(Guid Id, UserExtension Extension)> Extensions(Guid pbxId)
    {
        var found = new List<(Guid, UserExtension)>();
        if (store.Find(pbxId) is not { } snapshot) return found;
        foreach (var extension in snapshot.Document.Extensions.OfType<UserExtension>())
        {
            if (snapshot.Objects.TryGetValue(new ObjectRef(ObjectKind.Extensions.Name, extension.Key), out var info)) found.Add((info.Id, extension));
        }

        return found;
    }
}
