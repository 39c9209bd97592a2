using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Projection;

/// <summary>The recordings of a call. A message is identified by the request that offered the mailbox: the platform reports it with the
/// next request, with its recording status, or with both, and it remains one message.</summary>
internal static class Sounds
{
    /// <summary>How long after the call record to wait for the status of a message, if the caller hung up in a mailbox, or of a
    /// recording that the record names.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Messages first.</summary>
    public static IReadOnlyList<Sound> Find(CallFactSheet facts, bool answered)
    {
        var messages = Messages(facts);
        var others = new List<Sound>();
        foreach (var (key, sound) in Recordings(facts, messages))
        {
            if (messages.Values.Any(m => m.Url == sound.Url)) continue;
            if (!answered && LastOffer(facts) is { } offer && !messages.ContainsKey(offer.Number))
                messages[offer.Number] = sound with { Extension = offer.Extension };
            else others.Add(new Sound(key, RecordingKind.Conversation, null, sound.Url, sound.Seconds, sound.At));
        }
        return [.. messages.Select(
            m => new Sound(m.Key.ToString(CultureInfo.InvariantCulture), RecordingKind.Message, m.Value.Extension, m.Value.Url,
                m.Value.Seconds, m.Value.At)), .. others];
    }

    /// <summary>Whether a message may still be reported: the call ended at a mailbox and its recording is unknown so far.</summary>
    public static bool AreExpected(CallFactSheet facts) =>
        facts is { Record: not null, Settled: false } && facts.Stages.Count > 0
        && LastOffer(facts) is { } offer && offer.Number == facts.Stages.Keys.Last()
        && !facts.Messages.ContainsKey(offer.Number) && !facts.Silent.Contains(offer.Number) && facts.Recordings.Count == 0;

    /// <summary>Whether the record names a recording whose status may still arrive; the status says more and is preferred.</summary>
    public static bool IsNamedOnly(CallFactSheet facts) =>
        facts is { Settled: false, Record.RecordingUrl: not null, Recordings.Count: 0 } && Messages(facts).Count == 0;

    private static IEnumerable<KeyValuePair<string, SoundFacts>> Recordings(CallFactSheet facts,
        SortedDictionary<int, SoundFacts> messages) =>
        facts is { Settled: true, Recordings.Count: 0, Record.RecordingUrl: { } url, RecordCameAt: { } at } && messages.Count == 0
            ? [new(url, new SoundFacts(url, null, at))]
            : facts.Recordings;

    private static SortedDictionary<int, SoundFacts> Messages(CallFactSheet facts)
    {
        var messages = new SortedDictionary<int, SoundFacts>(facts.Messages);
        foreach (var (number, stage) in facts.Stages)
        {
            foreach (var left in stage.Events.OfType<MessageLeft>())
                messages[number - 1] = new SoundFacts(left.Url, left.Duration, stage.At) { Extension = left.Extension }
                    .Join(messages.GetValueOrDefault(number - 1));
        }
        return messages;
    }

    private static (int Number, string Extension)? LastOffer(CallFactSheet facts)
    {
        foreach (var (number, stage) in facts.Stages.Reverse())
        {
            if (stage.Events.OfType<MessageOffered>().LastOrDefault() is { } offered) return (number, offered.Extension);
        }
        return null;
    }
}
