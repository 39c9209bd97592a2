using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>An extension and its subscriber, of which one or both can be missing.</summary>
/// <param name="Number">Number of the extension, or of the subscriber when the extension is gone.</param>
/// <param name="Wanted">The extension; null when it is gone or needs no subscriber.</param>
/// <param name="Remote">The subscriber at Cloudonix; null when there is none.</param>
/// <param name="IsOurs">Whether we made or adopted the subscriber; false when somebody else has made it under this number.</param>
public sealed record SubscriberPair(Guid ObjectId, string Number, WantedSubscriber? Wanted, RemoteSubscriber? Remote, bool IsOurs);
