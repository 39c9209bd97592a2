using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Finds the subscriber of every extension, and those whose extension is gone. Pure.</summary>
public static class SubscriberComparer
{
    /// <summary>Subscribers without an extension first, then the extensions in their order, then rows that have neither.</summary>
    /// <param name="remote">Every subscriber of the domain. Those in no pair are not ours.</param>
    public static IReadOnlyList<SubscriberPair> Compare(
        IReadOnlyList<WantedSubscriber> wanted, IReadOnlyList<RemoteSubscriber> remote, IReadOnlyCollection<Subscriber> rows)
    {
        var byNumber = remote.GroupBy(s => s.Msisdn, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var ours = Owned(remote, rows, byNumber);
        var ids = ours.Values.Select(s => s.Id).ToHashSet();
        var matches = Match(wanted, byNumber, ours, ids);
        var matched = matches.Values.Select(s => s.Id).ToHashSet();
        List<SubscriberPair> pairs =
        [
            .. ours.Where(o => !matched.Contains(o.Value.Id))
            .Select(o => new SubscriberPair(o.Key, o.Value.Msisdn, null, o.Value, IsOurs: true)),
            .. wanted
                .Select(w => (Extension: w, Remote: matches.GetValueOrDefault(w.ObjectId)))
                .Where(w => w.Remote is not null || w.Extension.Active)
                .Select(w => new SubscriberPair(w.Extension.ObjectId, w.Extension.Number, w.Extension, w.Remote, w.Remote is { } found
                && ids.Contains(found.Id))),
        ];
        var paired = pairs.Select(p => p.ObjectId).ToHashSet();
        return [.. pairs, .. rows.Where(r => !paired.Contains(r.ObjectId))
            .Select(r => new SubscriberPair(r.ObjectId, r.Msisdn, null, null, IsOurs: true))];
    }

    private static Dictionary<Guid, RemoteSubscriber> Owned(
        IReadOnlyList<RemoteSubscriber> remote, IEnumerable<Subscriber> rows, Dictionary<string, RemoteSubscriber> byNumber)
    {
        var byId = remote.GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.First());
        var owned = new Dictionary<Guid, RemoteSubscriber>();
        var taken = new HashSet<long>();
        foreach (var row in rows)
        {
            // No id: we asked for it when nobody had the number, so the one that has it now is ours.
            var found = row.RemoteId is { } id ? byId.GetValueOrDefault(id) : byNumber.GetValueOrDefault(row.Msisdn);
            if (found is not null && taken.Add(found.Id)) owned[row.ObjectId] = found;
        }

        return owned;
    }

    /// <summary>By number first, so that no update ever uses a number that is taken, whatever was renumbered.
    /// The others keep their old subscriber under a new number.</summary>
    private static Dictionary<Guid, RemoteSubscriber> Match(
        IReadOnlyList<WantedSubscriber> wanted, Dictionary<string, RemoteSubscriber> byNumber, Dictionary<Guid, RemoteSubscriber> ours,
            HashSet<long> ids)
    {
        var matches = new Dictionary<Guid, RemoteSubscriber>();
        var taken = new HashSet<long>();
        foreach (var extension in wanted)
        {
            if (byNumber.TryGetValue(extension.Number, out var found) && (extension.Active || ids.Contains(found.Id))
                && taken.Add(found.Id))
                matches[extension.ObjectId] = found;
        }

        foreach (var extension in wanted.Where(w => !matches.ContainsKey(w.ObjectId) && !byNumber.ContainsKey(w.Number)))
            if (ours.TryGetValue(extension.ObjectId, out var former) && taken.Add(former.Id)) matches[extension.ObjectId] = former;

        return matches;
    }
}
