using Opbx.Core.Document.OutboundRules;

namespace Opbx.Core.Routing.Outbound;

/// <summary>A wish to dial an outside number.</summary>
public sealed record OutboundRequest
{
    public required string Dialled { get; init; }

    /// <summary>ISO 3166 code of the PBX's country.</summary>
    public required string Country { get; init; }

    /// <summary>The PBX's outbound rules, in any order.</summary>
    public required IReadOnlyList<OutboundRule> Rules { get; init; }

    /// <summary>The call types the dialling extension may use; null when nobody's are asked (virtual forwards, external members,
    /// destinations of numbers).</summary>
    public IReadOnlyCollection<CallType>? EnabledCalls { get; init; }

    public string? ExtensionNumber { get; init; }

    /// <summary>The PBX's default caller number.</summary>
    public string? DefaultCallerId { get; init; }

    /// <summary>The PBX's own active numbers in E.164: only these may be presented.</summary>
    public required IReadOnlySet<string> OwnNumbers { get; init; }
}
