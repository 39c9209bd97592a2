using System.Text.Json.Serialization;

namespace Opbx.Core.Routing.Trace;

/// <summary>Something that happened to a call, for the call log, live calls and integrations.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(MenuReached), "menuReached")]
[JsonDerivedType(typeof(OptionChosen), "optionChosen")]
[JsonDerivedType(typeof(RingStarted), "ringStarted")]
[JsonDerivedType(typeof(RingEnded), "ringEnded")]
[JsonDerivedType(typeof(OutboundPlaced), "outboundPlaced")]
[JsonDerivedType(typeof(CallerBlocked), "callerBlocked")]
[JsonDerivedType(typeof(CallRefused), "callRefused")]
[JsonDerivedType(typeof(Spoken), "spoken")]
[JsonDerivedType(typeof(MessageOffered), "messageOffered")]
[JsonDerivedType(typeof(MessageLeft), "messageLeft")]
[JsonDerivedType(typeof(MailboxOpened), "mailboxOpened")]
[JsonDerivedType(typeof(MessageHeard), "messageHeard")]
[JsonDerivedType(typeof(MessageDeleted), "messageDeleted")]
[JsonDerivedType(typeof(ConferenceEntered), "conferenceEntered")]
[JsonDerivedType(typeof(HandedOver), "handedOver")]
[JsonDerivedType(typeof(Transferred), "transferred")]
[JsonDerivedType(typeof(CallJoined), "callJoined")]
public abstract record RoutingEvent;

/// <summary>Once per arrival, not per replay.</summary>
public sealed record MenuReached(string Menu) : RoutingEvent;

public sealed record OptionChosen(string Menu, string Digits, string Label) : RoutingEvent;

/// <summary>Phones ring: extensions, or one set of outside numbers.</summary>
public sealed record RingStarted(IReadOnlyList<string> Extensions, IReadOnlyList<string> Externals, string? Group) : RoutingEvent;

/// <param name="AnsweredBy">Who answered, when only one phone rang.</param>
public sealed record RingEnded(RingResult Result, string? AnsweredBy) : RoutingEvent;

/// <summary>An extension dials an outside number: accepted, and the platform is told to dial.</summary>
public sealed record OutboundPlaced(string Extension, string Number, string? CallerId) : RoutingEvent;

public sealed record CallerBlocked(string Pattern) : RoutingEvent;

/// <summary>The call was refused without being answered (unknown or inactive number, reject destination).</summary>
public sealed record CallRefused(bool Busy) : RoutingEvent;

/// <summary>The platform was told to speak or play something, which answers the call without a person.</summary>
public sealed record Spoken : RoutingEvent;

/// <summary>The caller can leave a message.</summary>
public sealed record MessageOffered(string Extension) : RoutingEvent;

public sealed record MessageLeft(string Extension, string Url, int? Duration) : RoutingEvent;

/// <summary>Somebody listens to their own mailbox.</summary>
public sealed record MailboxOpened(string Extension) : RoutingEvent;

/// <summary>A message is played to its owner.</summary>
public sealed record MessageHeard(Guid Message) : RoutingEvent;

/// <summary>The owner deleted a message by pressing a key.</summary>
public sealed record MessageDeleted(Guid Message) : RoutingEvent;

public sealed record ConferenceEntered(string Room) : RoutingEvent;

/// <summary>The call was handed to a SIP address, an AI assistant or custom logic.</summary>
public sealed record HandedOver(string Target) : RoutingEvent;

/// <summary>Somebody transferred the call manually; earlier ringing and conversations have ended.</summary>
/// <param name="Talked">Whether somebody had answered.</param>
public sealed record Transferred(bool Talked, string? With) : RoutingEvent;

/// <summary>Not a call of its own: a phone joins the call with that token.</summary>
public sealed record CallJoined(string Call) : RoutingEvent;

public enum RingResult
{
    /// <summary>Somebody answered; reported when the call is already over.</summary>
    Answered,
    /// <summary>Nobody answered in time.</summary>
    NoAnswer,
    Busy,
    /// <summary>The phone is not registered, or the number cannot be reached.</summary>
    Unreachable,
    Canceled,
}
