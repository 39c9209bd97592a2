namespace Opbx.Core.Cloudonix.Sync;

/// <summary>A user extension as its subscriber should be.</summary>
/// <param name="Password">Its SIP password; null when it has none yet.</param>
public sealed record WantedSubscriber(Guid ObjectId, string Number, bool Active, Secret? Password);
