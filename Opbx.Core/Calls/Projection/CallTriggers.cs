using System.Globalization;
using System.Text.Json;
using Opbx.Core.Calls.Facts;
using Opbx.Core.Extensions;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Projection;

/// <summary>What integrations are told about a call: each event the first time its fact is known, whichever message brought it.</summary>
internal sealed class CallTriggers(Call call, CallFactSheet facts, CallStory story, Surroundings around)
{
    /// <summary>The events that were not told yet; they count as told from now on.</summary>
    /// <param name="now">The time of the news.</param>
    public IReadOnlyList<OccurredEvent> Take(DateTimeOffset now)
    {
        var told = call.Told.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var fresh = Due(now).Where(e => told.Add(e.Key)).ToList();
        if (fresh.Count > 0) call.Told = string.Join(' ', told);
        return [.. fresh.Select(e => e.Event)];
    }

    private IEnumerable<(string Key, OccurredEvent Event)> Due(DateTimeOffset now)
    {
        foreach (var (number, stage) in facts.Stages)
        {
            if (stage.Direction == CallDirection.Inbound) yield return ("received", Event(Trigger.InboundCallReceived, "received", stage.At));
            for (var i = 0; i < stage.Moments.Count; i++)
            {
                if (OfMoment(stage.Moments[i], $"{number.ToString(CultureInfo.InvariantCulture)}.{i.ToString(CultureInfo.InvariantCulture)}", stage.At) is { } one) yield return one;
            }
        }
        if (Answer.Find(story, facts, around) is not null && facts.Stages.Count > 0 && call.Direction == CallDirection.Inbound)
            yield return ("answered", Event(Trigger.InboundCallAnswered, "answered", now, PersonOf(call.AnsweredBy)));
        if (facts.Record is not { } record) yield break;
        var ended = record.Ended < now ? record.Ended : now;
        yield return ("ended", Event(Trigger.CallEnded, "ended", ended, Person()));
        if (call.Disposition == Disposition.Missed) yield return ("missed", Event(Trigger.CallMissed, "missed", ended, rang: story.Rang));
    }

    private (string Key, OccurredEvent Event)? OfMoment(Moment moment, string place, DateTimeOffset at) => moment switch
    {
        MenuReached menu => ($"menu{place}", Event(Trigger.IvrCallReceived, $"menu{place}", at, menu: menu.Menu)),
        OptionChosen option => ($"option{place}", Event(Trigger.IvrOptionSelected, $"option{place}", at, menu: option.Menu, option: option.Digits)),
        OutboundPlaced placed when call.Direction == CallDirection.Outbound => ("placed", Event(Trigger.OutboundCallPlaced, "placed", at, PersonOf(placed.Extension))),
        _ => null,
    };

    private OccurredEvent Event(Trigger trigger, string key, DateTimeOffset at, UserExtension? person = null, string? menu = null, string? option = null, IReadOnlyList<string>? rang = null)
    {
        var values = UserValues.Of(person);
        void Set(ValueName name, string? value) => values[ValueCatalogue.Spelling(name)] = value ?? "";
        Set(ValueName.SourceNumber, call.From);
        Set(ValueName.DestinationNumber, call.To);
        Set(ValueName.CallUuid, call.Token);
        Set(ValueName.Direction, Spell(call.Direction));
        Set(ValueName.AnsweredBy, call.AnsweredBy);
        Set(ValueName.Disposition, call.Disposition is { } disposition ? Spell(disposition) : null);
        Set(ValueName.Duration, call.Duration?.ToString(CultureInfo.InvariantCulture));
        Set(ValueName.BillableSeconds, call.BillableSeconds?.ToString(CultureInfo.InvariantCulture));
        Set(ValueName.IvrName, menu);
        Set(ValueName.OptionSelected, option);
        return new OccurredEvent
        {
            OrganizationId = call.OrganizationId,
            PbxId = call.PbxId,
            Trigger = trigger,
            SourceKey = $"call/{call.Token}/{key}",
            At = at,
            CallUuid = call.Token,
            Values = values,
            Scope = new EventScope
            {
                PhoneNumber = call.PhoneNumber,
                Extensions = [.. new[] { call.CallerExtension, call.AnsweredBy }.OfType<string>().Concat(rang ?? []).Distinct(StringComparer.Ordinal)],
                Groups = story.Groups,
                Menus = menu is null ? story.Menus : [menu],
                Direction = Filter(call.Direction),
            },
        };
    }

    /// <summary>Who answered a call from outside, or who dialled.</summary>
    private UserExtension? Person() => PersonOf(call.Direction == CallDirection.Inbound ? call.AnsweredBy : call.CallerExtension);

    private UserExtension? PersonOf(string? extension) => around.Extension(extension) as UserExtension;

    private static string Spell<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static CallDirectionFilter Filter(CallDirection direction) => direction switch
    {
        CallDirection.Inbound => CallDirectionFilter.Inbound,
        CallDirection.Outbound => CallDirectionFilter.Outbound,
        CallDirection.Internal => CallDirectionFilter.Internal,
    };
}
