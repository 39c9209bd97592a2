using Opbx.Core.Document;
using Opbx.Core.Document.ConferenceRooms;

namespace Opbx.Core.Routing.Decisions;

/// <summary>What happens to a call now: things the caller hears, then one ending. CXML is only a rendering of it.</summary>
/// <param name="Before">What the caller hears first.</param>
/// <param name="Ending">What the call waits for, or how it ends.</param>
public sealed record RouteDecision(IReadOnlyList<Audio> Before, Ending Ending);

/// <summary>Something a caller hears: a spoken text or an audio file; exactly one of <paramref name="Text"/> and
/// <paramref name="Url"/>.</summary>
public sealed record Audio(string? Text, string? Voice, string? Language, string? Url);

/// <summary>What the call waits for, or how it ends: a closed union.</summary>
public abstract record Ending;

/// <summary>Phones ring.</summary>
/// <param name="Targets">Extensions, numbers or SIP addresses; never empty.</param>
/// <param name="Timeout">For how long, in seconds.</param>
/// <param name="Next">How the call goes on when the result is known.</param>
public sealed record Ring(RingKind Kind, IReadOnlyList<string> Targets, int Timeout, RouterState Next) : Ending
{
    /// <summary>The number presented; the caller's when absent.</summary>
    public string? CallerId { get; init; }

    /// <summary>The name presented; the caller's when absent.</summary>
    public string? CallerName { get; init; }

    /// <summary>The trunk; the platform chooses when absent.</summary>
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
/// <param name="Prompts">What is played while waiting; a key interrupts it.</param>
/// <param name="FirstWait">Seconds until the first key.</param>
/// <param name="Most">How many keys at most.</param>
public sealed record AskKeys(IReadOnlyList<Audio> Prompts, int FirstWait, int NextWait, int Most, bool HashEnds, RouterState Next) : Ending;

/// <summary>The caller may leave a message.</summary>
/// <param name="MaxLength">Its greatest length in seconds.</param>
/// <param name="Next">How the call goes on afterwards.</param>
public sealed record TakeMessage(int MaxLength, RouterState Next) : Ending;

/// <summary>The caller enters a conference.</summary>
/// <param name="Next">How the call goes on when the caller leaves.</param>
public sealed record EnterConference(ConferenceRoom Room, bool Host, RouterState Next) : Ending
{
    /// <summary>Whether the call simply ends when the caller leaves, without asking again.</summary>
    public bool IsLast { get; init; }
}

/// <summary>The phone joins another call that goes on, until one of both ends.</summary>
/// <param name="Colleague">Which side of it is one of our phones: the one that hears a whisper.</param>
public sealed record Join(string Session, JoinKind How, CallSide Colleague) : Ending;

/// <summary>How somebody joins a call that goes on.</summary>
public enum JoinKind
{
    /// <summary>To listen; nobody hears anything of it.</summary>
    Listen,

    /// <summary>To listen and to speak to the colleague only.</summary>
    Whisper,

    /// <summary>To talk with both sides.</summary>
    Barge,
}

public enum CallSide
{
    Calling,
    Called,
}

/// <summary>The call is handed to a customer's own program.</summary>
public sealed record HandOver(string Url) : Ending;

/// <summary>The call ends.</summary>
public sealed record HangUp : Ending;

/// <summary>The call is refused without being answered.</summary>
/// <param name="Reason">What the caller's phone is told.</param>
public sealed record Refuse(RejectReason Reason) : Ending;
