using Opbx.Core.Document;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>A feature whose rows must follow the configuration: mailboxes, linked people, events of integrations.</summary>
public interface IConfigurationObserver
{
    /// <summary>Adds what is stored with the change or not at all. Runs inside the transaction and must not save.</summary>
    Task SavingAsync(OpbxDbContext db, ConfigurationChange change, CancellationToken cancel);

    /// <summary>Called after the commit; must be quick and must not throw.</summary>
    void Saved()
    {
    }
}

/// <summary>A change of a PBX's configuration on its way into the store.</summary>
/// <param name="After">The configuration after, with its new version.</param>
public sealed record ConfigurationChange(PbxSnapshot Before, PbxSnapshot After, IReadOnlyList<ObjectChange> Changes, DateTimeOffset At);
