namespace Opbx.Core.Integrations.Delivery;

/// <summary>Why deliveries wait although nobody paused them; from memory, for any thread.</summary>
public interface ILaneStates
{
    /// <summary>Whether our own way out seems to be broken.</summary>
    bool CutOff { get; }

    /// <summary>Until when a receiver is left alone because it keeps failing; null when it is not.</summary>
    DateTimeOffset? PausedUntil(Guid integration);
}
