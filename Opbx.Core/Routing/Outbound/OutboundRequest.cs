using Opbx.Core.Document.OutboundRules;

namespace Opbx.Core.Routing.Outbound;

public sealed record OutboundRequest
{
    public required string Dialled { get; init; }

    /// <summary>ISO 3166 code of the PBX's country.</summary>
    public required string Country { get; init; }

    /// <summary>In any order.</summary>
    public required IReadOnlyList<OutboundRule> Rules { get; init; }

    /// <summary>Call types the dialling extension can use; null when none apply (virtual forwards, external members).</summary>
    public IReadOnlyCollection<CallType>? EnabledCalls { get; init; }

    public string? ExtensionNumber { get; init; }
    public string? DefaultCallerId { get; init; }

    /// <summary>The PBX's active numbers in E.164: only these can be presented.</summary>
    public required IReadOnlySet<string> OwnNumbers { get; init; }
}
