namespace Opbx.Core.Routing;

/// <summary>Everything besides plan and call that can change the result.</summary>
public sealed record RoutingContext(DateTimeOffset Now, IDice Dice, ILines Lines)
{
    public IMailboxes Mailboxes { get; init; } = EmptyMailboxes.Instance;
}

public interface IDice
{
    /// <summary>A number from 0 to <paramref name="exclusive"/> - 1.</summary>
    int Roll(int exclusive);
}

/// <summary>The state of a PBX's phones and groups.</summary>
public interface ILines
{
    bool IsBusy(string extension);

    /// <summary>The member with which a round-robin group starts this call: one later for each call.</summary>
    int NextStart(string group);

    /// <summary>When the extension last answered a call; null when never.</summary>
    DateTimeOffset? LastAnswered(string extension);

    /// <summary>The call that has rung longest at the extension, except <paramref name="except"/>; null when none rings.</summary>
    RingingCall? RingingAt(string extension, string except);

    /// <summary>Set when the call was picked up elsewhere or transferred manually.</summary>
    PickedUpCall? PickedUp(string token);
}
