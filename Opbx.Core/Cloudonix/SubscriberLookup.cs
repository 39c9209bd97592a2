namespace Opbx.Core.Cloudonix;

/// <summary>The extension of a PBX's subscriber, by the platform's id; null when it is not one of ours.</summary>
public delegate string? SubscriberLookup(Guid pbxId, long remoteId);
