namespace Opbx.Core.Cloudonix.Sync;

/// <summary>The intended subscriber of a user extension.</summary>
/// <param name="Password">The SIP password; null when there is none yet.</param>
public sealed record WantedSubscriber(Guid ObjectId, string Number, bool Active, Secret? Password);
