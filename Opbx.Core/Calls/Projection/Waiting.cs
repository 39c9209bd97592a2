using Opbx.Core.Calls.Facts;

namespace Opbx.Core.Calls.Projection;

/// <summary>How long a caller waited for a person, including menus and announcements, which the platform counts as answered.</summary>
internal static class Waiting
{
    /// <summary>Null when there was nobody to wait for or it is unknown.</summary>
    public static int? Seconds(Call call, CallStory story, CallFactSheet facts, Answer? answer, Surroundings around)
    {
        if (answer is not null) return Until(PersonAt(story, facts, around));
        return call.Disposition is Disposition.Missed or Disposition.Canceled or Disposition.Busy or Disposition.Failed ? call.Duration
            : null;

        int? Until(DateTimeOffset? person) => person is { } at ? (int)Math.Max(0, (at - call.StartedAt).TotalSeconds) : null;
    }

    /// <summary>When the first person was connected.</summary>
    private static DateTimeOffset? PersonAt(CallStory story, CallFactSheet facts, Surroundings around)
    {
        var session = facts.Session;
        var byUs = story.AnsweredByUs || story.Before is not null || facts.Stages.Count == 0;
        if (!byUs && (facts.Record?.Answered ?? session?.Answered) is { } answered) return answered;
        var connections = session?.Connections ?? [];
        var ours = connections.Where(c => around.ExtensionOf(c.Subscriber) is { } extension
            && story.Rang.Contains(extension, StringComparer.Ordinal)).ToList();
        if (ours.Count == 0) ours = [.. connections.Where(c => session!.LastRinging is not { } rang || c.At >= rang)];
        return ours.Count > 0 ? ours.Min(c => c.At) : null;
    }
}
