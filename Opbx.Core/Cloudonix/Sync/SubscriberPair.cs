using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>An extension and its subscriber; one or both may be missing.</summary>
/// <param name="Number">Number of the extension, or of the subscriber when the extension is gone.</param>
/// <param name="Wanted">Null when the extension is gone or needs no subscriber.</param>
/// <param name="Remote">Null when there is no subscriber at Cloudonix.</param>
/// <param name="IsOurs">Whether we created or adopted the subscriber; false when someone else created it under this number.</param>
public sealed record SubscriberPair(Guid ObjectId, string Number, WantedSubscriber? Wanted, RemoteSubscriber? Remote, bool IsOurs);
