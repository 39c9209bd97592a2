namespace Opbx.Core.Cloudonix;

/// <summary>The extension of a subscriber of a PBX, by the platform's id of it; null when it is none of ours.</summary>
public delegate string? SubscriberLookup(Guid pbxId, long remoteId);
