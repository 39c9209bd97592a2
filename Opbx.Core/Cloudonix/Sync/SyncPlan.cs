using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>A user extension as its subscriber should be.</summary>
/// <param name="ObjectId">Identity of the extension.</param>
/// <param name="Number">Its number.</param>
/// <param name="Active">Whether it is active.</param>
/// <param name="Password">Its SIP password; null when it has none yet.</param>
public sealed record WantedSubscriber(Guid ObjectId, string Number, bool Active, Secret? Password);

/// <summary>What we remember of a subscriber that is ours.</summary>
/// <param name="ObjectId">Identity of its extension.</param>
/// <param name="RemoteId">Its id at Cloudonix; null when its creation was asked for and nobody knows what came of it.</param>
/// <param name="Number">The number it has there or was asked to get.</param>
public sealed record KnownSubscriber(Guid ObjectId, long? RemoteId, string Number);

/// <summary>What must happen to one subscriber.</summary>
public abstract record SyncStep(Guid ObjectId, string Number)
{
    /// <summary>Whether something is written at Cloudonix.</summary>
    public virtual bool Writes => true;
}

/// <summary>It is missing at Cloudonix.</summary>
/// <param name="Password">The password it gets.</param>
/// <param name="NewPassword">Whether that password is new to us too.</param>
public sealed record CreateStep(Guid ObjectId, string Number, Secret Password, bool NewPassword) : SyncStep(ObjectId, Number);

/// <summary>It is there, and may differ.</summary>
/// <param name="RemoteId">Its id at Cloudonix.</param>
/// <param name="Update">What differs; empty when all is well.</param>
/// <param name="NewPassword">A password that becomes the extension's: taken over from Cloudonix, or made.</param>
public sealed record KeepStep(Guid ObjectId, string Number, long RemoteId, SubscriberUpdate Update, Secret? NewPassword) : SyncStep(ObjectId, Number)
{
    /// <inheritdoc/>
    public override bool Writes => !Update.IsEmpty;
}

/// <summary>Its extension is gone.</summary>
/// <param name="RemoteId">Its id at Cloudonix; null when it is gone there too.</param>
public sealed record DeleteStep(Guid ObjectId, string Number, long? RemoteId) : SyncStep(ObjectId, Number)
{
    /// <inheritdoc/>
    public override bool Writes => RemoteId is not null;
}
