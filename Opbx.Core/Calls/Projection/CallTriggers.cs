using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Projection;

/// <summary>The events of a call for integrations: each is sent once, when its fact is first known, whichever message brought it.</summary>
internal sealed class CallTriggers(Call call, CallFactSheet facts, CallEvents events, IReadOnlyList<Sound> sounds)
{
    /// <summary>The events not sent yet; they are marked as sent.</summary>
    public IReadOnlyList<OccurredEvent> Take(DateTimeOffset now)
    {
        var told = call.Told.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var fresh = Due(now).Where(e => told.Add(e.Key)).ToList();
        if (fresh.Count > 0) call.Told = string.Join(' ', told);
        return [.. fresh.Select(e => e.Event)];
    }

    private IEnumerable<(string Key, OccurredEvent Event)> Due(DateTimeOffset now)
    {
        if (events.Story.Joined is not null) yield break; // a supervisor's phone, no call of the business
        var unrouted = Unrouted.Begun(call, facts, events.Around);
        var began = call.StartedAt < now ? call.StartedAt : now;
        if (unrouted == CallDirection.Inbound) yield return ("received", events.For(Trigger.InboundCallReceived, "received", began));
        if (unrouted == CallDirection.Outbound)
            yield return ("placed", events.For(Trigger.OutboundCallPlaced, "placed", began, events.Person(call.CallerExtension)));
        foreach (var (number, stage) in facts.Stages)
        {
            if (stage.Direction == CallDirection.Inbound)
                yield return ("received", events.For(Trigger.InboundCallReceived, "received", stage.At));
            for (var i = 0; i < stage.Events.Count; i++)
            {
                if (OfEvent(stage.Events[i], $"{number.ToString(CultureInfo.InvariantCulture)}.{i.ToString(CultureInfo.InvariantCulture)}",
                    stage.At) is { } one) yield return one;
            }
        }
        if (facts.Stages.Count == 0 ? unrouted == CallDirection.Inbound && Unrouted.IsAnswered(facts)
            : call.Direction == CallDirection.Inbound && IsAnswered())
            yield return ("answered", events.For(Trigger.InboundCallAnswered, "answered", now, events.Person(call.AnsweredBy)));
        foreach (var message in sounds.Where(s => s.Kind == RecordingKind.Message))
            yield return ($"voicemail{message.Key}", events.OfMessage(message, message.IdIn(call.Id)));
        // Whether the call was missed is unknown while a message may still be reported.
        if (facts.Record is not { } record || Sounds.AreExpected(facts)) yield break;
        var ended = record.Ended < now ? record.Ended : now;
        yield return ("ended", events.For(Trigger.CallEnded, "ended", ended, events.Party()));
        if (call.Disposition == Disposition.Missed)
            yield return ("missed", events.For(Trigger.CallMissed, "missed", ended, rang: events.Story.Rang));
    }

    /// <summary>The person who picked the call up elsewhere did not answer it, even if the request that moved it was not stored.</summary>
    private bool IsAnswered() =>
        Answer.Find(events.Story, facts, events.Around) is not null
            && (events.Story is not { Taken: null, Before: null } || !events.Around.IsPickedUp(call.Token));

    private (string Key, OccurredEvent Event)? OfEvent(RoutingEvent routed, string place, DateTimeOffset at) => routed switch {
        MenuReached menu => ($"menu{place}", events.OfMenu(Trigger.IvrCallReceived, $"menu{place}", at, menu.Menu)),
        OptionChosen option =>
            ($"option{place}", events.OfMenu(Trigger.IvrOptionSelected, $"option{place}", at, option.Menu, option.Digits)),
        OutboundPlaced placed when call.Direction == CallDirection.Outbound =>
            ("placed", events.For(Trigger.OutboundCallPlaced, "placed", at, events.Person(placed.Extension))),
        _ => null,
    };
}
