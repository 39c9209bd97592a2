using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>What must happen to one subscriber.</summary>
public abstract record SyncStep(Guid ObjectId, string Number)
{
    /// <summary>Whether something is written at Cloudonix.</summary>
    public virtual bool Writes => true;
}

/// <summary>It is missing at Cloudonix.</summary>
/// <param name="NewPassword">Whether that password is new to us too.</param>
public sealed record CreateStep(Guid ObjectId, string Number, Secret Password, bool NewPassword) : SyncStep(ObjectId, Number);

/// <summary>It is there, and may differ.</summary>
/// <param name="Update">What differs; empty when all is well.</param>
/// <param name="NewPassword">A password that becomes the extension's: taken over from Cloudonix, or made.</param>
public sealed record KeepStep(Guid ObjectId, string Number, long RemoteId, SubscriberUpdate Update, Secret? NewPassword)
    : SyncStep(ObjectId, Number)
{
    public override bool Writes => !Update.IsEmpty;
}

/// <summary>Its extension is gone.</summary>
/// <param name="RemoteId">Its id at Cloudonix; null when it is gone there too.</param>
public sealed record DeleteStep(Guid ObjectId, string Number, long? RemoteId) : SyncStep(ObjectId, Number)
{
    public override bool Writes => RemoteId is not null;
}

/// <summary>What is stored of the subscribers of one PBX, and the steps that make them agree with the extensions.</summary>
/// <param name="Rows">The stored subscribers by extension; the writer keeps them current.</param>
/// <param name="Steps">The steps in their order.</param>
/// <param name="Foreign">How many subscribers of the domain are not ours.</param>
internal sealed record SyncPlan(
    Dictionary<Guid, Subscriber> Rows, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<SyncStep> Steps, int Foreign);
