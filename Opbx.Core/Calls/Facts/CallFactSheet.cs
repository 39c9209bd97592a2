using Opbx.Core.Document;

namespace Opbx.Core.Calls.Facts;

/// <summary>All known facts about a call. They may be added in any order and repeatedly, with the same result.</summary>
public sealed class CallFactSheet
{
    /// <summary>Answered requests by their number.</summary>
    public SortedDictionary<int, StageFacts> Stages { get; init; } = [];

    public SessionFacts? Session { get; set; }
    public RecordFacts? Record { get; set; }

    /// <summary>Finished recordings, by the platform's id or, without one, by their URL.</summary>
    public SortedDictionary<string, SoundFacts> Recordings { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Finished messages, by the number of the request that was answered with the mailbox.</summary>
    public SortedDictionary<int, SoundFacts> Messages { get; init; } = [];

    /// <summary>Requests answered with a mailbox in which, according to the platform, nothing was recorded.</summary>
    public SortedSet<int> Silent { get; init; } = [];

    /// <summary>When the first call record arrived.</summary>
    public DateTimeOffset? RecordCameAt { get; set; }

    /// <summary>Whether a message is no longer awaited.</summary>
    public bool Settled { get; set; }

    /// <summary>When the first fact arrived.</summary>
    public DateTimeOffset? FirstNewsAt { get; set; }

    public static CallFactSheet Read(string json) => JsonSerializer.Deserialize<CallFactSheet>(json, DocumentJson.Options)!;
    public string Write() => DocumentJson.Write(this);

    /// <summary>False when the stage was already known.</summary>
    public bool Add(int number, StageFacts stage)
    {
        if (Stages.TryGetValue(number, out var known) && !stage.Precedes(known)) return false;
        Stages[number] = stage;
        return true;
    }

    public void Add(SessionFacts session) => Session = Session?.Join(session) ?? session;

    public void Add(RecordFacts record, DateTimeOffset at)
    {
        Record = RecordFacts.Later(record, Record);
        RecordCameAt = Extremes.Earlier(RecordCameAt, at);
    }

    /// <summary>Adds a finished recording of a conversation, or one of unknown kind.</summary>
    public void AddRecording(string key, SoundFacts sound) => Recordings[key] = sound.Join(Recordings.GetValueOrDefault(key));

    public void AddMessage(int stage, SoundFacts sound) => Messages[stage] = sound.Join(Messages.GetValueOrDefault(stage));
    public void Came(DateTimeOffset at) => FirstNewsAt = Extremes.Earlier(FirstNewsAt, at);
}
