using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Compares extensions with subscribers and says what must be written; pure. Subscribers that are not ours are left alone.</summary>
public static class SyncPlanner
{
    /// <summary>A subscriber of somebody else's making keeps a password of this length, so that its phone keeps working.</summary>
    public const int ShortestKeptPassword = 12;

    /// <summary>The steps, deletions first; steps without writes mean that all agree.</summary>
    /// <param name="wanted">The user extensions.</param>
    /// <param name="remote">Every subscriber of the domain.</param>
    /// <param name="known">Those that are ours.</param>
    /// <param name="newPassword">Makes a password.</param>
    public static IReadOnlyList<SyncStep> Plan(
        IReadOnlyList<WantedSubscriber> wanted, IReadOnlyList<RemoteSubscriber> remote, IReadOnlyList<KnownSubscriber> known, Func<Secret> newPassword)
    {
        var ours = new Ownership(remote, known);
        var claimed = new HashSet<long>();
        var matches = Match(wanted, ours, claimed);
        var steps = ours.Unclaimed(claimed).Select(SyncStep (u) => new DeleteStep(u.Owner, u.Subscriber.Msisdn, u.Subscriber.Id)).ToList();
        foreach (var extension in wanted)
        {
            if (matches.GetValueOrDefault(extension.ObjectId) is { } found) steps.Add(Keep(extension, found, ours.Has(found), newPassword));
            else if (extension.Active) steps.Add(Create(extension, newPassword));
        }

        var handled = steps.Select(s => s.ObjectId).ToHashSet();
        return [.. steps, .. known.Where(k => !handled.Contains(k.ObjectId)).Select(k => new DeleteStep(k.ObjectId, k.Number, null))];
    }

    /// <summary>By number first: then no update ever meets a number that is taken, whatever was renumbered. What is left keeps its old subscriber under a new number.</summary>
    private static Dictionary<Guid, RemoteSubscriber> Match(IReadOnlyList<WantedSubscriber> wanted, Ownership ours, HashSet<long> claimed)
    {
        var matches = new Dictionary<Guid, RemoteSubscriber>();
        foreach (var extension in wanted)
        {
            if (ours.ByNumber(extension.Number) is not { } found) continue;
            if (!extension.Active && !ours.Has(found)) continue;
            if (claimed.Add(found.Id)) matches[extension.ObjectId] = found;
        }

        foreach (var extension in wanted.Where(w => !matches.ContainsKey(w.ObjectId)))
        {
            if (ours.ByNumber(extension.Number) is null && ours.Of(extension.ObjectId) is { } former && claimed.Add(former.Id)) matches[extension.ObjectId] = former;
        }

        return matches;
    }

    private static CreateStep Create(WantedSubscriber extension, Func<Secret> newPassword) => extension.Password is { } present
        ? new CreateStep(extension.ObjectId, extension.Number, present, NewPassword: false)
        : new CreateStep(extension.ObjectId, extension.Number, newPassword(), NewPassword: true);

    private static KeepStep Keep(WantedSubscriber extension, RemoteSubscriber remote, bool isOurs, Func<Secret> newPassword)
    {
        var theirs = remote.SipPassword?.Reveal() ?? "";
        var keepTheirs = (!isOurs || extension.Password is null) && theirs.Length >= ShortestKeptPassword;
        var password = keepTheirs ? new Secret(theirs) : extension.Password ?? newPassword();
        return new KeepStep(
            extension.ObjectId,
            extension.Number,
            remote.Id,
            new SubscriberUpdate(
                remote.Msisdn == extension.Number ? null : extension.Number,
                password == remote.SipPassword ? null : password,
                remote.Active == extension.Active ? null : extension.Active),
            password == extension.Password ? null : password);
    }

    /// <summary>Which remote subscriber is whose.</summary>
    private sealed class Ownership
    {
        private readonly Dictionary<string, RemoteSubscriber> _byNumber = new(StringComparer.Ordinal);
        private readonly Dictionary<long, Guid> _owners = [];
        private readonly Dictionary<Guid, RemoteSubscriber> _byOwner = [];

        public Ownership(IReadOnlyList<RemoteSubscriber> remote, IReadOnlyList<KnownSubscriber> known)
        {
            var byId = new Dictionary<long, RemoteSubscriber>();
            foreach (var subscriber in remote)
            {
                byId.TryAdd(subscriber.Id, subscriber);
                _byNumber.TryAdd(subscriber.Msisdn, subscriber);
            }

            foreach (var row in known)
            {
                // Without an id we asked for it when nobody had the number: what has it now came from us.
                var subscriber = row.RemoteId is { } id ? byId.GetValueOrDefault(id) : _byNumber.GetValueOrDefault(row.Number);
                if (subscriber is not null && _owners.TryAdd(subscriber.Id, row.ObjectId)) _byOwner[row.ObjectId] = subscriber;
            }
        }

        public RemoteSubscriber? ByNumber(string number) => _byNumber.GetValueOrDefault(number);

        public RemoteSubscriber? Of(Guid objectId) => _byOwner.GetValueOrDefault(objectId);

        public bool Has(RemoteSubscriber subscriber) => _owners.ContainsKey(subscriber.Id);

        public IEnumerable<(Guid Owner, RemoteSubscriber Subscriber)> Unclaimed(HashSet<long> claimed) =>
            _byOwner.Where(pair => !claimed.Contains(pair.Value.Id)).Select(pair => (pair.Key, pair.Value));
    }
}
