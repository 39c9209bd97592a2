using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Privacy;

/// <summary>Finds everything an organization stores about an outside person's number. Searches all texts, which may take long.</summary>
public sealed class PersonalDataFinder(Database database, ConfigurationStore configuration, LiveCallTracker tracker)
{
    public async Task<Result<PersonalData>> CountAsync(Actor actor, string? text, string country, CancellationToken cancel)
    {
        var found = await FindAsync(actor, text, country, cancel);
        return found.Ok ? found.Value.Data.Summary : found.Failure;
    }

    internal async Task<Result<(PersonalNumber Number, FoundData Data)>> FindAsync(Actor actor, string? text, string country,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.DeletePersonalData)) return Failure.Forbidden();
        if (PersonalNumber.Read(text, country) is not { } number) return Wrong("Type a whole phone number, for example +12125550143.");
        var pbxs = configuration.OfOrganization(actor.OrganizationId);
        if (pbxs.Any(p => p.Document.PhoneNumbers.Any(n => n.Number == number.E164Number)))
            return Wrong("This is one of your own phone numbers, not that of a person outside.");
        if (pbxs.Any(p => tracker.For(p.PbxId)
            .Any(c => number.Is(c.From, p.Document.Pbx.Country) || number.Is(c.To, p.Document.Pbx.Country))))
            return new Failure(FailureKind.Conflict, "A call with this number is going on. Delete its data when the call is over.");
        await using var db = database.OpenFor(actor.OrganizationId);
        return (number, await LookAsync(db, number, pbxs.ToDictionary(p => p.PbxId, p => p.Document.Pbx.Country), cancel));
    }

    private static async Task<FoundData> LookAsync(OpbxDbContext db, PersonalNumber number, Dictionary<Guid, string> countries,
        CancellationToken cancel)
    {
        var tail = number.Tail;
        var near = await db.Calls.AsNoTracking().Where(c => c.SearchText.Contains(tail))
            .Select(c => new { c.Id, c.PbxId, c.Token, c.From, c.To }).ToListAsync(cancel);
        var own = near.Where(c => countries.GetValueOrDefault(c.PbxId, "") is var country
            && (number.Is(c.From, country) || number.Is(c.To, country))).ToDictionary(c => c.Id);
        var recordings = new List<Recording>();
        var events = new List<(string Id, int Deliveries)>();
        var (stages, messages) = (0, 0);
        foreach (var part in own.Values.Chunk(500))
        {
            var (ids, tokens) = (part.Select(c => c.Id).ToList(), part.Select(c => c.Token).ToList());
            recordings.AddRange(await db.Recordings.AsNoTracking().Where(r => ids.Contains(r.CallId)).ToListAsync(cancel));
            stages += await db.CallStages.CountAsync(s => ids.Contains(s.CallId), cancel);
            messages += await db.CallEvents.CountAsync(e => ids.Contains(e.CallId), cancel);
            var told = await db.IntegrationEvents.Where(e => tokens.Contains(e.CallUuid!))
                .Select(e => new { e.Id, Deliveries = db.Set<WebhookDelivery>().Count(d => d.EventId == e.Id) }).ToListAsync(cancel);
            events.AddRange(told.Select(e => (e.Id, e.Deliveries)));
        }
        var places = await PlacesAsync(db, number.Digits, cancel);
        var mentions =
            await MentionsAsync(db, number.Digits,
                new Known([.. own.Keys], [.. recordings.Select(r => r.Id)], [.. events.Select(e => e.Id)], places.Count > 0), cancel);
        var kept = recordings.Where(r => r.State != AudioState.Deleted).ToList();
        var counts = new PersonalDataCounts(
            own.Count, stages, messages, kept.Count(r => r.Kind == RecordingKind.Conversation),
                kept.Count(r => r.Kind == RecordingKind.Message), events.Count, events.Sum(e => e.Deliveries), mentions.Count);
        return new FoundData {
            Calls = [.. own.Keys], Recordings = recordings, Events = [.. events.Select(e => e.Id)], Mentions = mentions,
            Summary = new PersonalData(number.Masked, counts, places)
        };
    }

    /// <summary>Configuration objects that contain the number. They define what happens to its calls, so only people change them.</summary>
    private static async Task<List<string>> PlacesAsync(OpbxDbContext db, string digits, CancellationToken cancel)
    {
        var rows = await db.ConfiguredObjects.AsNoTracking().Where(o => o.Json.Contains(digits) || o.Key.Contains(digits))
            .OrderBy(o => o.Kind).ThenBy(o => o.Key).Select(o => new { o.Kind, o.Key }).ToListAsync(cancel);
        return [.. rows.Select(o => $"{ObjectKind.All.FirstOrDefault(k => k.Name == o.Kind)?.Noun ?? "settings"} {o.Key}")];
    }

    private static async Task<FoundMentions> MentionsAsync(OpbxDbContext db, string digits, Known known, CancellationToken cancel)
    {
        var calls = await db.Calls.Where(c => c.Facts.Contains(digits) || c.Path.Contains(digits) || c.AnsweredBy!.Contains(digits)
            || c.CallerName!.Contains(digits)).Select(c => c.Id).ToListAsync(cancel);
        var stages = await db.CallStages.Where(s => s.Trace.Contains(digits) || s.Cxml.Contains(digits)).Select(s => new { s.Id, s.CallId })
            .ToListAsync(cancel);
        var messages = await db.CallEvents.Where(e => e.Body.Contains(digits)).Select(e => new { e.Id, e.CallId }).ToListAsync(cancel);
        var recordings =
            await db.Recordings.Where(r => r.AnsweredBy!.Contains(digits) || r.CallerName!.Contains(digits) || r.SearchText.Contains(digits)
                || r.SourceUrl.Contains(digits)).Select(r => r.Id).ToListAsync(cancel);
        var events = await db.IntegrationEvents.Where(e => e.Values.Contains(digits) || e.Scope.Contains(digits)).Select(e => e.Id)
            .ToListAsync(cancel);
        var attempts = await db.DeliveryAttempts.Where(a => a.Request!.Contains(digits) || a.Response!.Contains(digits))
            .Select(a => new {
                a.Id, EventId = db.Set<WebhookDelivery>().Where(d => d.Id == a.DeliveryId).Select(d => d.EventId)
            .FirstOrDefault()
            }).ToListAsync(cancel);
        // Undo needs the original text for as long as the configuration contains the number.
        var history = known.Configured ? []
            : await db.History.Where(h => h.Before!.Contains(digits) || h.After!.Contains(digits) || h.Key.Contains(digits))
            .Select(h => h.Id).ToListAsync(cancel);
        return new FoundMentions(
            [.. calls.Where(id => !known.Calls.Contains(id))],
            [.. stages.Where(s => !known.Calls.Contains(s.CallId)).Select(s => s.Id)],
            [.. messages.Where(e => !known.Calls.Contains(e.CallId)).Select(e => e.Id)],
            [.. recordings.Where(id => !known.Recordings.Contains(id))],
            [.. events.Where(id => !known.Events.Contains(id))],
            [.. attempts.Where(a => a.EventId is null || !known.Events.Contains(a.EventId)).Select(a => a.Id)],
            history);
    }

    private static Failure Wrong(string sentence)
    {
        var errors = new FieldErrors();
        errors.Add("/number", sentence);
        return Failure.Invalid(errors);
    }

    /// <summary>What is deleted anyway.</summary>
    private sealed record Known(HashSet<Guid> Calls, HashSet<Guid> Recordings, HashSet<string> Events, bool Configured);
}
