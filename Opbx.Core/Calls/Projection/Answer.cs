using Opbx.Core.Calls.Facts;

namespace Opbx.Core.Calls.Projection;

/// <summary>Who answered the call.</summary>
/// <param name="By">Extension or outside number; null when several rang and it is unknown which answered.</param>
internal sealed record Answer(string? By)
{
    /// <summary>Whether that conversation is over and the call has been transferred since.</summary>
    public bool IsOver { get; init; }

    /// <summary>The last answer proven by the facts; null when there is none.</summary>
    public static Answer? Find(CallStory story, CallFactSheet facts, Surroundings around) => Last(story, facts, around) ?? story.Before;

    /// <summary>The current answer. The platform's <c>answer</c> proves nothing: it is also sent for menus and at teardown.</summary>
    private static Answer? Last(CallStory story, CallFactSheet facts, Surroundings around)
    {
        if (story.Taken is { } taken) return new Answer(story.TakenBy ?? Connected(taken, facts.Session, null, around));
        if (story.Ringing is not { } ring) return Unrouted.Extension(facts, around) is { } phone ? new Answer(phone) : null;
        var session = facts.Session;
        if (Connected(ring, session, session?.LastRinging, around) is { } extension) return new Answer(extension);
        if (ring.Extensions.Count == 0 && session?.Connections.Any(c => session.LastRinging is not { } rang || c.At >= rang) == true)
            return new Answer(ring.Single);
        // An unknown subscriber: if only one phone rings, it must be that one.
        if (ring.Single is { } only && session is { LastRinging: { } rang }
            && session.Connections.Any(c => c.At >= rang && around.ExtensionOf(c.Subscriber) is null)) return new Answer(only);
        // If no document of ours made the platform answer, only the phone can have done so.
        var onlyThePhone = facts.Record is { Result: RecordResult.Answered, Answered: not null }
            && story is { AnsweredByUs: false, Before: null };
        return onlyThePhone ? new Answer(ring.Single) : null;
    }

    /// <summary>The extension connected last; connections before <paramref name="since"/> belong to an earlier part.</summary>
    private static string? Connected(RungPhones ring, SessionFacts? session, DateTimeOffset? since, Surroundings around)
    {
        if (session is null || ring.Extensions.Count == 0) return null;
        foreach (var connection in session.Connections.Where(c => c.Subscriber != 0 && !(c.At < since)).OrderByDescending(c => c.At)
            .ThenBy(c => c.Subscriber))
        {
            if (around.ExtensionOf(connection.Subscriber) is { } extension && ring.Extensions.Contains(extension, StringComparer.Ordinal))
                return extension;
        }
        return null;
    }
}
