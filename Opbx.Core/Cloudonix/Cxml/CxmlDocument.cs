namespace Opbx.Core.Cloudonix.Cxml;

/// <summary>A CXML document (contract section 3).</summary>
/// <param name="Verbs">In order of execution.</param>
public sealed record CxmlDocument(IReadOnlyList<Verb> Verbs);

public abstract record Verb;

/// <summary>Speaks a text (3.3).</summary>
public sealed record Say(string Text, string? Voice, string? Language) : Verb;

/// <summary>Plays an audio file (3.4).</summary>
public sealed record Play(string Url) : Verb;

/// <summary>Asks for key presses (3.2).</summary>
public sealed record Gather(string Action, int FirstWait, int NextWait, int? NumDigits, string FinishOnKey, IReadOnlyList<Verb> Prompts)
    : Verb;

/// <summary>Calls someone (3.1); needs at least one noun.</summary>
public sealed record Dial(IReadOnlyList<Noun> Nouns, string? Action) : Verb
{
    public int? Timeout { get; init; }
    public string? CallerId { get; init; }
    public string? CallerName { get; init; }
    public string? Trunks { get; init; }

    /// <summary>The URL that recordings are reported to; null records nothing.</summary>
    public string? RecordingCallback { get; init; }
}

/// <summary>Records the caller (3.6).</summary>
public sealed record Record(string Action, int SilenceSeconds, int MaxLength, string FinishOnKey, string RecordingCallback) : Verb;

/// <summary>Continues with another document (3.7).</summary>
public sealed record Redirect(string Url) : Verb;

/// <summary>Rejects the call without answering it (3.8).</summary>
public sealed record Reject(string Reason) : Verb;

/// <summary>Joins another call (3.10).</summary>
public sealed record Coach(string Session, string Policy, string? WhisperDirection) : Verb;

/// <summary>Ends the call (3.9).</summary>
public sealed record Hangup : Verb;

/// <summary>The target of a dial.</summary>
public abstract record Noun;

/// <summary>An extension or a phone number.</summary>
public sealed record Number(string Digits) : Noun;

public sealed record Sip(string Address) : Noun;

/// <summary>An AI voice agent of a partner platform.</summary>
public sealed record AgentService(string Provider, string Address) : Noun;

public sealed record Conference(string Room) : Noun
{
    public int MaxParticipants { get; init; } = 250;

    /// <summary>Whether a beep signals people joining and leaving.</summary>
    public bool Beep { get; init; } = true;

    /// <summary>Whether the caller starts muted.</summary>
    public bool Muted { get; init; }

    /// <summary>Whether the conference starts with this caller.</summary>
    public bool StartOnEnter { get; init; } = true;

    /// <summary>Whether the conference ends with this caller.</summary>
    public bool EndOnExit { get; init; }

    /// <summary>Whether a waiting caller hears music.</summary>
    public bool HoldMusic { get; init; } = true;

    /// <summary>The URL that recordings are reported to; null records nothing.</summary>
    public string? RecordingCallback { get; init; }
}
