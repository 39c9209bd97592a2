namespace Opbx.Core.Calls.Explaining;

/// <summary>How a step of a call compares with today.</summary>
public enum Comparison
{
    Same,

    /// <summary>It happens today, with something else in it.</summary>
    Changed,

    /// <summary>It does not happen today.</summary>
    Gone,

    /// <summary>It did not happen then.</summary>
    New,
}
