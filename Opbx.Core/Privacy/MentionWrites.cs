using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Calls.Screening;
using Opbx.Core.Integrations;
using Opbx.Core.Persistence;
using Opbx.Core.Retention;

namespace Opbx.Core.Privacy;

/// <summary>Masks the digits of a number in texts that stay; asterisks keep JSON, XML and URLs readable.</summary>
internal static class MentionWrites
{
    public static IEnumerable<Func<OpbxDbContext, CancellationToken, Task<int>>> For(FoundMentions mentions, PersonalNumber number)
    {
        var (digits, hidden) = (number.Digits, number.Hidden);
        foreach (var ids in Chunks(mentions.Calls))
            yield return (db, cancel) => db.Calls.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Facts, c => c.Facts.Replace(digits, hidden)).SetProperty(c => c.Path, c => c.Path.Replace(digits, hidden))
            .SetProperty(c => c.AnsweredBy, c => c.AnsweredBy!.Replace(digits, hidden))
            .SetProperty(c => c.CallerName, c => c.CallerName!.Replace(digits, hidden)), cancel);
        foreach (var ids in Chunks(mentions.Stages))
            yield return (db, cancel) => db.CallStages.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.Trace, s => s.Trace.Replace(digits, hidden))
            .SetProperty(s => s.Cxml, s => s.Cxml.Replace(digits, hidden)), cancel);
        foreach (var ids in Chunks(mentions.Messages))
            yield return (db, cancel) => db.CallEvents.Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(e => e.Body, e => e.Body.Replace(digits, hidden)), cancel);
        foreach (var ids in Chunks(mentions.Recordings))
            yield return (db, cancel) => db.Recordings.Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.AnsweredBy, r => r.AnsweredBy!.Replace(digits, hidden))
            .SetProperty(r => r.CallerName, r => r.CallerName!.Replace(digits, hidden))
            .SetProperty(r => r.SearchText, r => r.SearchText.Replace(digits, hidden))
            .SetProperty(r => r.SourceUrl, r => r.SourceUrl.Replace(digits, hidden)), cancel);
        foreach (var ids in Chunks(mentions.Events))
            yield return (db, cancel) => db.IntegrationEvents.Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(e => e.Values, e => e.Values.Replace(digits, hidden))
            .SetProperty(e => e.Scope, e => e.Scope.Replace(digits, hidden)), cancel);
        foreach (var ids in Chunks(mentions.Attempts))
            yield return (db, cancel) => db.DeliveryAttempts.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.Request, a => a.Request!.Replace(digits, hidden))
            .SetProperty(a => a.Response, a => a.Response!.Replace(digits, hidden)), cancel);
        foreach (var ids in Chunks(mentions.History))
            yield return (db, cancel) => db.History.Where(h => ids.Contains(h.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(h => h.Before, h => h.Before!.Replace(digits, hidden))
            .SetProperty(h => h.After, h => h.After!.Replace(digits, hidden))
            .SetProperty(h => h.Key, h => h.Key.Replace(digits, hidden)), cancel);
        // Counters of blocked callers whose pattern is no longer configured; if it is, nothing in the history was masked either.
        if (mentions.History.Count > 0)
            yield return (db, cancel) => db.BlockedHits.Where(h => h.Pattern.Contains(digits)).ExecuteDeleteAsync(cancel);
    }

    private static IEnumerable<List<T>> Chunks<T>(IReadOnlyList<T> ids) => ids.Chunk(Batches.Size).Select(c => c.ToList());
}
