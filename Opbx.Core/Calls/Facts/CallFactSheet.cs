using Opbx.Core.Document;

namespace Opbx.Core.Calls.Facts;

/// <summary>Everything known about one call. Facts are only added, in any order and any number of times; equal sets of facts make equal
/// sheets.</summary>
public sealed class CallFactSheet
{
    /// <summary>Answered requests by their number.</summary>
    public SortedDictionary<int, StageFacts> Stages { get; init; } = [];

    public SessionFacts? Session { get; set; }
    public RecordFacts? Record { get; set; }

    /// <summary>Finished recordings, by the platform's id of each, else by its address.</summary>
    public SortedDictionary<string, SoundFacts> Recordings { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Finished messages, by the number of the request that was answered with the mailbox.</summary>
    public SortedDictionary<int, SoundFacts> Messages { get; init; } = [];

    /// <summary>Requests that were answered with a mailbox in which, as the platform said, nothing was recorded.</summary>
    public SortedSet<int> Silent { get; init; } = [];

    /// <summary>When the first call record came.</summary>
    public DateTimeOffset? RecordCameAt { get; set; }

    /// <summary>Whether nothing more about a message is waited for.</summary>
    public bool Settled { get; set; }

    /// <summary>When the first of all facts came.</summary>
    public DateTimeOffset? FirstNewsAt { get; set; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static CallFactSheet Read(string json) => JsonSerializer.Deserialize<CallFactSheet>(json, DocumentJson.Options)!;

    public string Write() => DocumentJson.Write(this);

    /// <summary>Adds a stage; false when it was known already.</summary>
    public bool Add(int number, StageFacts stage)
    {
        if (Stages.TryGetValue(number, out var known) && !stage.Precedes(known)) return false;
        Stages[number] = stage;
        return true;
    }

    public void Add(SessionFacts session) => Session = Session?.Join(session) ?? session;

    /// <summary>Adds what a call record says.</summary>
    public void Add(RecordFacts record, DateTimeOffset at)
    {
        Record = RecordFacts.Later(record, Record);
        RecordCameAt = Extremes.Earlier(RecordCameAt, at);
    }

    /// <summary>Adds a finished recording of a conversation, or one of which nobody said what it is.</summary>
    public void AddRecording(string key, SoundFacts sound) => Recordings[key] = sound.Join(Recordings.GetValueOrDefault(key));

    public void AddMessage(int stage, SoundFacts sound) => Messages[stage] = sound.Join(Messages.GetValueOrDefault(stage));

    /// <summary>Remembers when the first fact came.</summary>
    public void Came(DateTimeOffset at) => FirstNewsAt = Extremes.Earlier(FirstNewsAt, at);
}
