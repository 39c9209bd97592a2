namespace Opbx.Core.Document.Simulation;

/// <summary>How a simulated call ends.</summary>
public enum SimulationOutcome
{
    Answered,
    Voicemail,
    Missed,

    /// <summary>Refused without an answer.</summary>
    Rejected,

    /// <summary>A blocked caller is turned away.</summary>
    Blocked,

    Conference,

    /// <summary>An outside number, SIP address, assistant or custom logic takes the call.</summary>
    External,

    HungUp,
}
