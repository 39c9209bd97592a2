using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Opbx.Portal.Sandbox.Verbs;

namespace Opbx.Portal.Sandbox.Calls;

/// <summary>A sandbox call: what has happened, what it waits for, and what a person can do.</summary>
internal sealed class SandboxCall(long id, string domain, CallStart start, TimeProvider time)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableList<SandboxStep> _steps = [];

    /// <summary>Raised after every change; handlers must be quick and must not throw.</summary>
    public event Action? Changed;

    /// <summary>The platform's number of the session.</summary>
    public long Id { get; } = id;

    /// <summary>The session token: 32 lower-case hex digits.</summary>
    public string Token { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The SIP Call-ID of the first leg.</summary>
    public string CallId { get; } = RandomNumberGenerator.GetHexString(16, lowercase: true) + "@192.0.2.10";

    public string Domain { get; } = domain;
    public CallStart Start { get; } = start;
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    /// <summary>When a document or a person first answered it.</summary>
    public DateTimeOffset? AnsweredAt { get; internal set; }

    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>The last status sent to the portal, such as <c>ringing</c>.</summary>
    public string Status { get; internal set; } = "new";

    public bool IsOver => EndedAt is not null;

    /// <summary>Completes when the call is over and the portal was notified.</summary>
    public Task Done => _done.Task;

    /// <summary>Oldest first.</summary>
    public ImmutableList<SandboxStep> Steps => _steps;

    /// <summary>Null while it does not wait.</summary>
    public SandboxWaiting? Waiting => Inbox.Waiting;

    /// <summary>What the portal stored with the session, in addition to the platform's own members.</summary>
    internal ImmutableDictionary<string, JsonElement> Profile { get; set; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Maximum duration in seconds; only stored.</summary>
    internal int? TimeLimit { get; set; }

    internal long? SubscriberId { get; set; }
    internal SandboxInbox Inbox { get; } = new(time);

    /// <summary>False when the call does not wait for keys.</summary>
    public bool Press(string keys) => Inbox.Post(new PhoneAction.Press(keys));

    /// <summary>The caller presses nothing; skips the waiting time.</summary>
    public bool NoInput() => Inbox.Post(new PhoneAction.NoInput());

    /// <summary>The first ringing number unless one is named.</summary>
    public bool Answer(string? number = null) => Ringing(number) is { } found && Inbox.Post(new PhoneAction.Answer(found));

    public bool Busy(string? number = null) => Ringing(number) is { } found && Inbox.Post(new PhoneAction.Busy(found));

    /// <summary>A ringing number is not registered.</summary>
    public bool Unreachable(string? number = null) => Ringing(number) is { } found && Inbox.Post(new PhoneAction.Unreachable(found));

    /// <summary>Nobody answers; skips the waiting time.</summary>
    public bool NoAnswer() => Inbox.Post(new PhoneAction.NoAnswer());

    public bool LeaveMessage(int seconds) => Inbox.Post(new PhoneAction.LeaveMessage(seconds));
    public bool HangUp() => Inbox.Post(new PhoneAction.HangUp(ByApi: false));
    public bool CalleeHangUp() => Inbox.Post(new PhoneAction.CalleeHangUp());
    public bool EndConference() => Inbox.Post(new PhoneAction.ConferenceEnds());

    internal void Record(SandboxStepKind kind, string sentence, string? cxml = null)
    {
        var step = new SandboxStep(time.GetUtcNow(), kind, sentence, cxml);
        ImmutableInterlocked.Update(ref _steps, static (steps, added) => steps.Add(added), step);
        RaiseChanged();
    }

    internal void RaiseChanged() => Changed?.Invoke();

    /// <summary>Completes <see cref="Done"/>.</summary>
    internal void Finish()
    {
        _done.TrySetResult();
        RaiseChanged();
    }

    private string? Ringing(string? number)
    {
        if (Waiting is not { Kind: SandboxWaitingKind.Dial } waiting) return null;
        if (number is null) return waiting.Numbers.FirstOrDefault();
        return waiting.Numbers.FirstOrDefault(n => n.TrimStart('+') == number.TrimStart('+'));
    }
}

/// <param name="Source">The first document; null for the domain's default application.</param>
/// <param name="RingFirst">For a call made by the API: who rings before the first document, and for how long.</param>
/// <param name="Callback">For a call made by the API: an additional URL for session updates.</param>
internal sealed record CallStart(string From, string To, SandboxDirection Direction, string? CallerName = null, StageSource? Source = null,
    (string Number, int Seconds)? RingFirst = null, string? Callback = null);
