namespace Opbx.Core.Routing;

/// <summary>What routing needs to know besides plan and call; everything that could differ between two equal calls.</summary>
public sealed record RoutingContext(DateTimeOffset Now, IDice Dice, ILines Lines)
{
    public IMailboxes Mailboxes { get; init; } = EmptyMailboxes.Instance;
}

/// <summary>A source of randomness.</summary>
public interface IDice
{
    /// <summary>A number from 0 to <paramref name="exclusive"/> - 1.</summary>
    int Roll(int exclusive);
}

/// <summary>The state of a PBX's phones and groups.</summary>
public interface ILines
{
    bool IsBusy(string extension);

    /// <summary>At which member a round-robin group starts for this call: one later for each call.</summary>
    int NextStart(string group);

    /// <summary>When the extension last answered a call; null when never.</summary>
    DateTimeOffset? LastAnswered(string extension);

    /// <summary>The call that rings longest at the extension, other than the call <paramref name="except"/>; null when none does.</summary>
    RingingCall? RingingAt(string extension, string except);

    /// <summary>Whether and how the call was picked up elsewhere or sent elsewhere by hand; null when it was not.</summary>
    PickedUpCall? PickedUp(string token);
}
