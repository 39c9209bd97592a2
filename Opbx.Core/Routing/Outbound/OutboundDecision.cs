using Opbx.Core.Document.OutboundRules;

namespace Opbx.Core.Routing.Outbound;

/// <summary>Whether an outside number is dialled, and how: a closed union.</summary>
public abstract record OutboundDecision
{
    private OutboundDecision()
    {
    }

    /// <summary>The number is dialled.</summary>
    /// <param name="Number">E.164; the digits of an emergency number or short code as they are.</param>
    /// <param name="Trunk">The trunk; the platform chooses when absent.</param>
    /// <param name="CallerId">The own number presented; absent only for emergency calls.</param>
    /// <param name="CallType">Its type; absent for emergency calls.</param>
    /// <param name="Rule">The name of the rule that allowed it; absent for emergency calls that no rule covers.</param>
    public sealed record Allowed(string Number, string? Trunk, string? CallerId, CallType? CallType, string? Rule) : OutboundDecision
    {
        /// <summary>Whether this is an emergency call.</summary>
        public bool IsEmergency => CallType is null;
    }

    /// <summary>The number is not dialled.</summary>
    /// <param name="Code">The reason's stable code, one of <see cref="OutboundRefusals"/>.</param>
    /// <param name="Sentence">The reason, to be spoken to the caller and shown in the trace.</param>
    public sealed record Refused(string Code, string Sentence) : OutboundDecision;
}
