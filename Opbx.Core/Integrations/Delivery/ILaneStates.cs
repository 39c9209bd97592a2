namespace Opbx.Core.Integrations.Delivery;

/// <summary>Why deliveries wait although nobody paused them. In memory, thread-safe.</summary>
public interface ILaneStates
{
    /// <summary>Whether our own egress seems to be broken.</summary>
    bool CutOff { get; }

    /// <summary>Until when a receiver is paused because it keeps failing; null when it is not.</summary>
    DateTimeOffset? PausedUntil(Guid integration);
}
