using System.Text.Json;
using Opbx.Core.Configuration;

namespace Opbx.Core.Calls.Facts;

/// <summary>Everything known about one call. Facts are only added, in any order and any number of times; equal sets of facts make equal sheets.</summary>
public sealed class CallFactSheet
{
    /// <summary>Answered requests by their number.</summary>
    public SortedDictionary<int, StageFacts> Stages { get; init; } = [];

    /// <summary>What session updates say.</summary>
    public SessionFacts? Session { get; set; }

    /// <summary>What the call record says.</summary>
    public RecordFacts? Record { get; set; }

    /// <summary>Addresses of finished recordings.</summary>
    public SortedSet<string> Recordings { get; init; } = new(StringComparer.Ordinal);

    /// <summary>When the first of all facts came.</summary>
    public DateTimeOffset? FirstNewsAt { get; set; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static CallFactSheet Read(string json) => JsonSerializer.Deserialize<CallFactSheet>(json, DocumentJson.Options)!;

    /// <summary>Writes the sheet.</summary>
    public string Write() => DocumentJson.Write(this);

    /// <summary>Adds a stage; false when it was known already.</summary>
    public bool Add(int number, StageFacts stage)
    {
        if (Stages.TryGetValue(number, out var known) && !stage.Precedes(known)) return false;
        Stages[number] = stage;
        return true;
    }

    /// <summary>Adds what a session update says.</summary>
    public void Add(SessionFacts session) => Session = Session?.Join(session) ?? session;

    /// <summary>Adds what a call record says.</summary>
    public void Add(RecordFacts record) => Record = RecordFacts.Later(record, Record);

    /// <summary>Remembers when the first fact came.</summary>
    public void Came(DateTimeOffset at) => FirstNewsAt = Extremes.Earlier(FirstNewsAt, at);
}
