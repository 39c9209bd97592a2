namespace Opbx.Core.Document.Simulation;

public enum SimulationOutcome
{
    Answered,
    Voicemail,
    Missed,
    /// <summary>Refused without being answered.</summary>
    Rejected,
    Blocked,
    Conference,
    /// <summary>An outside number, SIP address, assistant or custom logic took the call.</summary>
    External,
    HungUp,
}
