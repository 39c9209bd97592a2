namespace Opbx.Core.Calls.Explaining;

public enum Comparison
{
    Same,
    /// <summary>It happens today too, with different details.</summary>
    Changed,
    /// <summary>It would not happen today.</summary>
    Gone,
    /// <summary>It did not happen then.</summary>
    New,
}
