using Opbx.Core.Calls.Facts;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Projection;

/// <summary>What the answered requests of a call, read in order, say about it.</summary>
internal sealed class CallStory
{
    private readonly List<string> _rang = [];
    private readonly List<string> _groups = [];
    private readonly List<string> _menus = [];

    public CallStory(IEnumerable<StageFacts> stages)
    {
        foreach (var stage in stages)
        {
            // A phone that rang under the last document no longer rings once the next is requested, even if nobody reports its end.
            var rangBefore = Ringing;
            Ringing = null;
            foreach (var routed in stage.Events) Apply(routed, ref rangBefore);
        }
    }

    public IReadOnlyList<string> Rang => _rang;
    public IReadOnlyList<string> Groups => _groups;
    public IReadOnlyList<string> Menus => _menus;

    public RungPhones? Ringing { get; private set; }

    /// <summary>Phones that rang when someone answered.</summary>
    public RungPhones? Taken { get; private set; }

    /// <summary>Who answered, if the router knew.</summary>
    public string? TakenBy { get; private set; }

    /// <summary>How the last ringing ended, as long as only announcements followed.</summary>
    public RingResult? LastResult { get; private set; }

    /// <summary>Whether our documents made the platform answer without a person: announcement, menu, mailbox or conference.</summary>
    public bool AnsweredByUs { get; private set; }

    public bool Blocked { get; private set; }

    /// <summary>True when refused as busy, false when refused otherwise, null when not refused.</summary>
    public bool? RefusedAsBusy { get; private set; }

    /// <summary>Whether the caller reached a conference, an assistant, a program or their own mailbox.</summary>
    public bool PassedOn { get; private set; }

    /// <summary>Who had answered before the call was transferred by hand.</summary>
    public Answer? Before { get; private set; }

    /// <summary>The call that this phone joined; null for a call of its own.</summary>
    public string? Joined { get; private set; }

    /// <summary>The state after the last document.</summary>
    public CallState State { get; private set; } = CallState.New;

    private void Apply(RoutingEvent routed, ref RungPhones? rangBefore)
    {
        switch (routed)
        {
            case RingStarted ring: Rings(ring); break;
            case OutboundPlaced placed: Starts(new RungPhones([], [placed.Number])); break;
            case RingEnded ended: Ends(ended, rangBefore); rangBefore = null; break;
            case MenuReached menu: _menus.Add(menu.Menu); Plays(CallState.InMenu); break;
            case OptionChosen: Plays(CallState.InMenu); break;
            case Spoken: Speaks(); break;
            case MessageOffered: Plays(CallState.LeavingMessage); break;
            case MailboxOpened: PassedOn = true; Plays(CallState.Speaking); break;
            case ConferenceEntered: PassedOn = true; Plays(CallState.InConference); break;
            case HandedOver: PassedOn = true; Plays(CallState.Connected); break;
            case Transferred moved: Leaves(moved); rangBefore = null; break;
            case CallJoined joined: Joined = joined.Call; State = CallState.Ringing; break;
            case CallerBlocked: Blocked = true; break;
            case CallRefused refused: RefusedAsBusy = refused.Busy; Ringing = null; break;
        }
    }

    private void Rings(RingStarted ring)
    {
        _rang.AddRange(ring.Extensions.Except(_rang, StringComparer.Ordinal).ToList());
        if (ring.Group is { } group && !_groups.Contains(group, StringComparer.Ordinal)) _groups.Add(group);
        Starts(new RungPhones(ring.Extensions, ring.Externals));
    }

    private void Starts(RungPhones ring)
    {
        Ringing = ring;
        PassedOn = false;
        LastResult = null;
        State = CallState.Ringing;
    }

    private void Ends(RingEnded ended, RungPhones? rang)
    {
        Ringing = null;
        LastResult = ended.Result;
        if (ended.Result != RingResult.Answered) return;
        Taken = rang ?? new RungPhones([], []);
        TakenBy = ended.AnsweredBy ?? rang?.Single;
        State = CallState.Connected;
    }

    private void Leaves(Transferred moved)
    {
        if (moved.Talked) Before = new Answer(moved.With) { IsOver = true };
        (Ringing, Taken, TakenBy, LastResult, PassedOn) = (null, null, null, null, false);
        State = CallState.Speaking;
    }

    private void Speaks()
    {
        AnsweredByUs = true;
        if (Ringing is null && State != CallState.InMenu) State = CallState.Speaking;
    }

    private void Plays(CallState state)
    {
        AnsweredByUs = true;
        Ringing = null;
        LastResult = null;
        State = state;
    }
}
