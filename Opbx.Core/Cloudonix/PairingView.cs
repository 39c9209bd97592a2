namespace Opbx.Core.Cloudonix;

/// <summary>A PBX's pairing as shown to people; contains no secret.</summary>
/// <param name="State">Whether domain and portal agreed at the last check.</param>
/// <param name="Sandbox">Whether the domain is one of the built-in sandbox.</param>
/// <param name="Drift">The differences at Cloudonix as sentences; null when Cloudonix could not be asked.</param>
public sealed record PairingView(bool Paired, PairingState? State = null, string? Domain = null, string? DomainUuid = null,
    string? Application = null, bool Sandbox = false, DateTimeOffset? PairedAt = null, string? LastError = null,
    IReadOnlyList<string>? Drift = null, PairingSyncView? Sync = null);

/// <summary>State of the synchronization of subscribers.</summary>
/// <param name="Synced">Number of subscribers that agree.</param>
/// <param name="Pending">Number of changes on their way.</param>
/// <param name="Failed">Number of changes that were refused.</param>
/// <param name="LastAt">When everything was last compared successfully.</param>
public sealed record PairingSyncView(int Synced, int Pending, int Failed, DateTimeOffset? LastAt, DateTimeOffset NextAt, string? Error);
