using Opbx.Core.Document;
using Opbx.Core.Document.ConferenceRooms;

namespace Opbx.Core.Routing.Decisions;

/// <summary>What happens to a call now: audio, then one ending. CXML is only a rendering of it.</summary>
public sealed record RouteDecision(IReadOnlyList<Audio> Before, Ending Ending);

/// <summary>Exactly one of a spoken <paramref name="Text"/> and the <paramref name="Url"/> of an audio file.</summary>
public sealed record Audio(string? Text, string? Voice, string? Language, string? Url);

/// <summary>What the call waits for, or how it ends: a closed union.</summary>
public abstract record Ending;

/// <param name="Targets">Extensions, numbers or SIP addresses; never empty.</param>
/// <param name="Timeout">In seconds.</param>
/// <param name="Next">The state of the request that reports the result.</param>
public sealed record Ring(RingKind Kind, IReadOnlyList<string> Targets, int Timeout, RouterState Next) : Ending
{
    /// <summary>The number presented; the caller's when absent.</summary>
    public string? CallerId { get; init; }

    /// <summary>The name presented; the caller's when absent.</summary>
    public string? CallerName { get; init; }

    /// <summary>The platform chooses when absent.</summary>
    public string? Trunk { get; init; }

    /// <summary>The provider, when an AI assistant is called.</summary>
    public string? Provider { get; init; }

    public bool Record { get; init; }
}

public enum RingKind
{
    /// <summary>Extensions of this PBX.</summary>
    Phones,
    /// <summary>Outside numbers through a trunk.</summary>
    Outside,
    Sip,
    Assistant,
}

/// <summary>The caller is asked for keys.</summary>
/// <param name="Prompts">Played while waiting; a key interrupts them.</param>
/// <param name="FirstWait">Seconds until the first key.</param>
/// <param name="Most">Maximum number of keys.</param>
public sealed record AskKeys(IReadOnlyList<Audio> Prompts, int FirstWait, int NextWait, int Most, bool HashEnds, RouterState Next) : Ending;

/// <summary>The caller can leave a message.</summary>
/// <param name="MaxLength">In seconds.</param>
public sealed record TakeMessage(int MaxLength, RouterState Next) : Ending;

/// <param name="Next">The state of the request after the caller leaves.</param>
public sealed record EnterConference(ConferenceRoom Room, bool Host, RouterState Next) : Ending
{
    /// <summary>Whether the call ends when the caller leaves, without another request.</summary>
    public bool IsLast { get; init; }
}

/// <summary>The phone joins another live call until either of them ends.</summary>
/// <param name="Colleague">The side that is one of our phones; it hears a whisper.</param>
public sealed record Join(string Session, JoinKind How, CallSide Colleague) : Ending;

public enum JoinKind
{
    /// <summary>Nobody hears the listener.</summary>
    Listen,
    /// <summary>Listens, and speaks to the colleague only.</summary>
    Whisper,
    /// <summary>Talks with both sides.</summary>
    Barge,
}

public enum CallSide
{
    Calling,
    Called,
}

/// <summary>The call is handed to the customer's own program.</summary>
public sealed record HandOver(string Url) : Ending;

public sealed record HangUp : Ending;

/// <summary>The call is refused without being answered.</summary>
public sealed record Refuse(RejectReason Reason) : Ending;
