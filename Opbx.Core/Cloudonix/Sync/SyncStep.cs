using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>What to do with one subscriber.</summary>
public abstract record SyncStep(Guid ObjectId, string Number)
{
    /// <summary>Whether anything is written at Cloudonix.</summary>
    public virtual bool Writes => true;
}

/// <summary>It is missing at Cloudonix.</summary>
/// <param name="NewPassword">Whether the password is new to us too.</param>
public sealed record CreateStep(Guid ObjectId, string Number, Secret Password, bool NewPassword) : SyncStep(ObjectId, Number);

/// <summary>It exists and may differ.</summary>
/// <param name="Update">What differs; may be empty.</param>
/// <param name="NewPassword">A new password for the extension: taken over from Cloudonix or generated.</param>
public sealed record KeepStep(Guid ObjectId, string Number, long RemoteId, SubscriberUpdate Update, Secret? NewPassword)
    : SyncStep(ObjectId, Number)
{
    public override bool Writes => !Update.IsEmpty;
}

/// <summary>Its extension is gone.</summary>
/// <param name="RemoteId">Null when it is gone at Cloudonix too.</param>
public sealed record DeleteStep(Guid ObjectId, string Number, long? RemoteId) : SyncStep(ObjectId, Number)
{
    public override bool Writes => RemoteId is not null;
}

/// <summary>The stored subscribers of one PBX, and the steps that align them with the extensions.</summary>
/// <param name="Rows">Stored subscribers by extension; kept current by the writer.</param>
/// <param name="Steps">In order.</param>
/// <param name="Foreign">Number of subscribers of the domain that are not ours.</param>
internal sealed record SyncPlan(
    Dictionary<Guid, Subscriber> Rows, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<SyncStep> Steps, int Foreign);
