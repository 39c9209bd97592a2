using Opbx.Core.Document.OutboundRules;

namespace Opbx.Core.Routing.Outbound;

/// <summary>Whether an outside number is dialled, and how: a closed union.</summary>
public abstract record OutboundDecision
{
    private OutboundDecision()
    {
    }

    /// <param name="Number">E.164; emergency numbers and short codes are their plain digits.</param>
    /// <param name="Trunk">The platform chooses when absent.</param>
    /// <param name="CallerId">The PBX's number to present; absent only for emergency calls.</param>
    /// <param name="CallType">Absent for emergency calls.</param>
    /// <param name="Rule">The rule that allowed it; absent for emergency calls that match no rule.</param>
    public sealed record Allowed(string Number, string? Trunk, string? CallerId, CallType? CallType, string? Rule) : OutboundDecision
    {
        public bool IsEmergency => CallType is null;
    }

    /// <param name="Code">Stable reason code, one of <see cref="OutboundRefusals"/>.</param>
    /// <param name="Sentence">The reason, spoken to the caller and shown in the trace.</param>
    public sealed record Refused(string Code, string Sentence) : OutboundDecision;
}
