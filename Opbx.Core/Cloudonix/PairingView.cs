namespace Opbx.Core.Cloudonix;

/// <summary>A PBX's pairing as people see it; holds no secret.</summary>
/// <param name="State">Whether domain and portal agreed at the last look.</param>
/// <param name="Sandbox">Whether the domain is one of the built-in stand-in.</param>
/// <param name="LastError">What went wrong last.</param>
/// <param name="Drift">In sentences what at Cloudonix is not as it should be; null when Cloudonix could not be asked.</param>
/// <param name="Sync">How the synchronization of subscribers stands.</param>
public sealed record PairingView(
    bool Paired,
    PairingState? State = null,
    string? Domain = null,
    string? DomainUuid = null,
    string? Application = null,
    bool Sandbox = false,
    DateTimeOffset? PairedAt = null,
    string? LastError = null,
    IReadOnlyList<string>? Drift = null,
    PairingSyncView? Sync = null);

/// <summary>How the synchronization of subscribers stands.</summary>
/// <param name="Synced">How many subscribers agree.</param>
/// <param name="Pending">How many changes are on their way.</param>
/// <param name="Failed">How many changes were refused.</param>
/// <param name="LastAt">When all was last compared with success.</param>
/// <param name="Error">What went wrong last.</param>
public sealed record PairingSyncView(int Synced, int Pending, int Failed, DateTimeOffset? LastAt, DateTimeOffset NextAt, string? Error);
