namespace Opbx.Core.Simulation;

/// <summary>Who rings when, if nobody answers.</summary>
/// <param name="Spans">Every time a phone rings, in order.</param>
/// <param name="Silent">The members that never ring.</param>
/// <param name="LeadIn">Approximate seconds of the announcement before.</param>
public sealed record RehearsedGroup(IReadOnlyList<RingSpan> Spans, IReadOnlyList<SilentMember> Silent, int Seconds, int LeadIn);
